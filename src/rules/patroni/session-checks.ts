import { named } from '../../subjects/cluster/groups.ts';
import { settingOf, storesOf } from '../../subjects/patroni/instance.ts';
import type { Value } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';

export const sessionChecks = rule({
  id: 'patroni/session-checks',
  scope: 'patroni',
  source: 'runtime',
  severity: 'error',
  options: [],
  docs: {
    summary: "Patroni's session ends with a health check, and the leader key with it.",
    rationale:
      'When the link of the primary was down for 12 s, a session with serfHealth ended at once, another host was ' +
      'promoted, and both accepted writes for 5.3 s; with checks: [] there was never more than one. A key `checks` ' +
      'without a value is serfHealth too, as measured with Patroni 4.1.5: its client leaves the field out, and the ' +
      'agent fills it in. A text instead of a list is refused, and Patroni does not start.',
    bad: { 'patroni.yml': config('  checks: [serfHealth]\n') },
    good: { 'patroni.yml': config('  checks: []\n') },
  },
  run({ instance }, report) {
    const checks = settingOf(instance, 'consul.checks');
    const fault = checks && storesOf(instance)[0]?.name === 'consul' ? faultOf(checks) : undefined;
    if (checks && fault) report({ at: checks, message: `${fault}; write checks: []` });
  },
});

function faultOf(checks: Value): string | undefined {
  if (checks.kind === 'list' && checks.items.length === 0) return undefined;
  if (checks.kind === 'string' && checks.value !== '' && !/[{$<]/.test(checks.value))
    return `checks is a list, and Consul refuses the session that Patroni asks for with the text ${checks.value}`;
  if (checks.kind !== 'list' && checks.kind !== 'null') return undefined;
  const names =
    checks.kind === 'list' ? checks.items.map((item) => (item.kind === 'string' ? item.value : '?')) : [];
  const one =
    names.length > 1 ? `one of ${named(names)}` : (names[0] ?? 'serfHealth, which an empty value means,');
  return (
    `when ${one} turns critical, Consul ends the session and deletes the leader key at once, while the primary still ` +
    'accepts writes: a link that is down for seconds makes two primaries (5.3 s with serfHealth)'
  );
}

function config(checks: string): string {
  return `scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n${checks}restapi:\n  listen: 10.0.0.1:8008\n`;
}
