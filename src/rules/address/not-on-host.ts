import { isServer } from '../../subjects/agent/predicates.ts';
import type { Machine } from '../../subjects/machine/machine.ts';
import type { Node } from '../../subjects/subjects.ts';
import { addressFields, canonicalHost, ipFamily, isAnyAddress, isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

const apis = ['dns', 'http', 'https', 'grpc', 'grpc_tls'] as const;

const advertised = ['advertise_addr', 'advertise_addr_wan'] as const;

export const addressNotOnHost = rule({
  id: 'address/not-on-host',
  scope: 'node',
  source: 'host',
  severity: { default: 'error', info: 'of an advertised address, with which the agent starts' },
  options: ['bind_addr', 'serf_lan', 'serf_wan', 'client_addr', 'addresses', ...advertised],
  docs: {
    summary: 'An address of the agent belongs to no interface of this machine.',
    rationale:
      'The agent refuses to start when it cannot listen on an address; `consul validate` does not try. With an ' +
      'advertised address of another machine it starts: behind NAT that is right, otherwise no peer reaches it. ' +
      'Checked with --on-host only.',
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
    const foreign = (path: string): readonly string[] =>
      addressFields(config.string(path) ?? '').filter((address) => isForeign(address, machine));
    const here = `it has ${machine.addresses.join(', ') || 'only its loopback addresses'}`;
    for (const path of listening(node)) {
      for (const address of foreign(path)) {
        report({
          at: config.at(path),
          path,
          message: `no interface of this machine has ${address} (${here}): the agent cannot listen there and refuses to start, although \`consul validate\` accepts it`,
        });
      }
    }
    for (const path of advertised) {
      for (const address of foreign(path)) {
        report({
          at: config.at(path),
          path,
          severity: 'info',
          message: `no interface of this machine has ${address} (${here}): peers reach the agent there only where something forwards to it, such as NAT`,
        });
      }
    }
  },
});

/** The options that hold the addresses on which it listens. */
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

function isForeign(address: string, { addresses }: Machine): boolean {
  const plain = canonicalHost(address);
  if (ipFamily(plain) === 0 || isAnyAddress(plain) || isLoopback(plain)) return false;
  return !addresses.some((own) => canonicalHost(own) === plain);
}

/** With ip_nonlocal_bind, as keepalived needs it, Linux lets programs bind to any address. */
const mayBindAnything = ({ files }: Machine): boolean => {
  const setting = files.read('/proc/sys/net/ipv4/ip_nonlocal_bind');
  return setting !== undefined && new TextDecoder().decode(setting).trim() === '1';
};
