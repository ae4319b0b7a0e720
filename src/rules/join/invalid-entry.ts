import { joinEntries } from '../../subjects/cluster/join.ts';
import { rule } from '../rule.ts';

export const invalidEntry = rule({
  id: 'join/invalid-entry',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['retry_join', 'start_join'],
  docs: {
    summary: 'A join entry is no host, no address and no cloud lookup.',
    rationale:
      '`consul validate` reads no join entry. An empty one is dropped, and any other that means nothing fails at ' +
      'every attempt, for ever.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["http://srv1:8301"]\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n' +
        'retry_join = ["srv1:8301", "[2001:db8::1]:8301", "provider=aws tag_key=consul tag_value=server"]\n',
    },
  },
  run({ config, files }, report) {
    // What the parser could not read stands in the list as if it were empty.
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
