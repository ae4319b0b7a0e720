import { aclsEnabled } from '../../subjects/agent/predicates.ts';
import { isTrue, settingOf, storesOf } from '../../subjects/patroni/instance.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

export const dnsDenied = rule({
  id: 'patroni/dns-denied',
  scope: 'patroni',
  source: 'runtime',
  severity: {
    default: 'warning',
    info:
      'in files of a host where acl.enable_token_persistence is true, so that the agent may have a token that no ' +
      'file shows',
  },
  options: [],
  docs: {
    summary: 'Patroni registers a service whose names no client may look up.',
    rationale:
      'With ACLs that deny by default and no token for DNS, every name of the service (main, primary.main, ' +
      'replica.main.service.consul) was NXDOMAIN, although the catalog had all of them. DNS uses acl.tokens.dns, else ' +
      'acl.tokens.default, else the anonymous token, which no policy lets read by itself.',
    bad: {
      'pg1/etc/patroni/patroni.yml': patroni(),
      'pg1/etc/consul.d/consul.hcl': agent(''),
    },
    good: {
      'pg1/etc/patroni/patroni.yml': patroni(),
      'pg1/etc/consul.d/consul.hcl': agent(
        '\n  tokens {\n    default = "8b1e4c1c-6a3c-4d0a-9d6e-0a5a4f2f7d11"\n  }\n',
      ),
    },
  },
  run({ instance, node }, report) {
    const register = settingOf(instance, 'consul.register_service');
    if (!node || !register || !isTrue(register) || storesOf(instance)[0]?.name !== 'consul') return;
    const { config } = node;
    const has = (token: string): boolean => Boolean(config.string(`acl.tokens.${token}`));
    if (
      !aclsEnabled(config) ||
      config.string('acl.default_policy') !== 'deny' ||
      has('dns') ||
      has('default')
    )
      return;
    const isKept = config.bool('acl.enable_token_persistence') === true;
    report({
      at: spanOf(register),
      ...(isKept && { severity: 'info' }),
      message:
        'the ACLs of the agent deny by default, and no file gives it a token for DNS: unless ' +
        `${isKept ? 'one was set by the API, or ' : ''}the anonymous token may read services and nodes, every name of ` +
        'this service is NXDOMAIN; set acl.tokens.dns or acl.tokens.default to a token with service_prefix and ' +
        'node_prefix read',
      related: [{ at: config.at('acl.default_policy'), message: 'the ACLs deny here' }],
    });
  },
});

function patroni(): string {
  return 'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks: []\n  register_service: true\n';
}

function agent(tokens: string): string {
  return `data_dir = "/var/lib/consul"\n\nacl {\n  enabled = true\n  default_policy = "deny"\n${tokens}}\n`;
}
