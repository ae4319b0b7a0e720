import { addressFields, canonicalHost, ipFamily, isAny, isLoopback } from '../../subjects/agent/addresses.ts';
import { isServer } from '../../subjects/agent/predicates.ts';
import type { Machine } from '../../subjects/machine/machine.ts';
import type { Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

const apis = ['dns', 'http', 'https', 'grpc', 'grpc_tls'] as const;

const advertised = ['advertise_addr', 'advertise_addr_wan'] as const;

export const addressNotOnHost = rule({
  id: 'address/not-on-host',
  scope: 'node',
  source: 'host',
  severity: 'error',
  options: ['bind_addr', 'serf_lan', 'serf_wan', 'client_addr', 'addresses', ...advertised],
  docs: {
    summary: 'The agent is to listen on an address that no interface of this machine has.',
    rationale:
      'The agent refuses to start when it cannot listen where it should; `consul validate` does not try. It does start ' +
      'when only the advertised address is another: right behind NAT, and otherwise no peer reaches it. Looked at with ' +
      '--on-host only.',
    bad: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.12"\n',
      machine: 'addresses: 10.0.0.11\n',
    },
    good: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n',
      machine: 'addresses: 10.0.0.11\n',
    },
  },
  run(node, report) {
    const { config, machine } = node;
    if (!machine || mayBindAnything(machine)) return;
    const strangers = (path: string): readonly string[] =>
      addressFields(config.string(path) ?? '').filter((address) => isStrange(address, machine));
    const here = `it has ${machine.addresses.join(', ') || 'only its loopback addresses'}`;
    for (const path of listening(node)) {
      for (const address of strangers(path)) {
        report({
          at: config.at(path),
          path,
          message: `no interface of this machine has ${address} (${here}): the agent cannot listen there and refuses to start, although \`consul validate\` accepts it`,
        });
      }
    }
    for (const path of advertised) {
      for (const address of strangers(path)) {
        report({
          at: config.at(path),
          path,
          severity: 'info',
          message: `no interface of this machine has ${address} (${here}): peers reach the agent there only where something forwards it, such as NAT`,
        });
      }
    }
  },
});

/** The options that say where it listens. */
function listening(node: Node): readonly string[] {
  const { config } = node;
  const open = apis.filter((api) => (config.number(`ports.${api}`) ?? 0) > 0);
  const own = open.filter((api) => config.string(`addresses.${api}`)?.trim());
  return [
    'bind_addr',
    'serf_lan',
    ...(isServer(node) && (config.number('ports.serf_wan') ?? 0) > 0 ? ['serf_wan'] : []),
    ...(own.length < open.length ? ['client_addr'] : []),
    ...own.map((api) => `addresses.${api}`),
  ];
}

function isStrange(address: string, { addresses }: Machine): boolean {
  const plain = canonicalHost(address);
  if (ipFamily(plain) === 0 || isAny(plain) || isLoopback(plain)) return false;
  return !addresses.some((own) => canonicalHost(own) === plain);
}

/** Where addresses come and go, as with keepalived, Linux is told to let programs bind any. */
const mayBindAnything = ({ files }: Machine): boolean => {
  const setting = files.read('/proc/sys/net/ipv4/ip_nonlocal_bind');
  return setting !== undefined && new TextDecoder().decode(setting).trim() === '1';
};
