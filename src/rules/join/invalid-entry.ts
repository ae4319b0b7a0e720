import { gatewayEntries, type JoinEntry, joinEntries, wanEntries } from '../../subjects/cluster/join.ts';
import { rule } from '../rule.ts';

export const invalidEntry = rule({
  id: 'join/invalid-entry',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'error', warning: 'where another entry of the list can be joined' },
  options: ['retry_join', 'start_join', 'retry_join_wan', 'start_join_wan', 'primary_gateways'],
  docs: {
    summary: 'A join entry is not a host, an address or a cloud lookup.',
    rationale:
      '`consul validate` does not check join entries. The agent drops an empty one; any other that it cannot use fails at ' +
      'every attempt, without end.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["http://srv1:8301"]\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n' +
        'retry_join = ["srv1:8301", "[2001:db8::1]:8301", "provider=aws tag_key=consul tag_value=server"]\n',
    },
  },
  run({ config, files }, report) {
    // A value that the parser could not read looks like an empty one.
    if (files.some(({ refused }) => refused)) return;
    for (const entries of [joinEntries(config), wanEntries(config), gatewayEntries(config)]) {
      const someWork = entries.some((entry) => faultOf(entry) === undefined);
      for (const entry of entries) {
        const why = faultOf(entry);
        if (why === undefined) continue;
        report({
          at: entry.at,
          path: entry.path,
          ...(someWork && { severity: 'warning' }),
          message: `this join entry ${why}${entry.text.trim() === '' ? '; remove it' : ''}`,
        });
      }
    }
  },
});

/** The agent dials a gateway as it is written, and knows no default for its port. */
function faultOf({ target, path }: JoinEntry): string | undefined {
  if (target.kind === 'invalid') return target.why;
  const isGateway = path.startsWith('primary_gateways');
  return isGateway && target.kind === 'host' && target.port === undefined
    ? 'has no port, and a mesh gateway has no default one; write host:port'
    : undefined;
}
