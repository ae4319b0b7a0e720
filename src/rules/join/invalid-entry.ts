import { joinEntries } from '../../subjects/cluster/join.ts';
import { rule } from '../rule.ts';

export const invalidEntry = rule({
  id: 'join/invalid-entry',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'error', warning: 'where another entry of the list can be joined' },
  options: ['retry_join', 'start_join'],
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
    const entries = joinEntries(config);
    const someWork = entries.some(({ target }) => target.kind !== 'invalid');
    for (const { target, text, at, path } of entries) {
      if (target.kind !== 'invalid') continue;
      report({
        at,
        path,
        ...(someWork && { severity: 'warning' }),
        message: `this join entry ${target.why}${text.trim() === '' ? '; remove it' : ''}`,
      });
    }
  },
});
