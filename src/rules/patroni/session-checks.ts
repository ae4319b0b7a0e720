import { named } from '../../subjects/cluster/groups.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { type PatroniInstance, settingIn, settingOf, storesOf } from '../../subjects/patroni/instance.ts';
import type { TextEdit } from '../../text/source/edit.ts';
import { Source } from '../../text/source/source.ts';
import type { Value } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';

export const sessionChecks = rule({
  id: 'patroni/session-checks',
  scope: 'patroni',
  source: 'runtime',
  severity: 'error',
  options: [],
  fix: 'unsafe',
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
    if (!checks || !fault) return;
    const edit = noChecks(instance, checks);
    const isInFile = instance.configs.some(({ source }) => source.file === checks.source.file);
    report({
      at: checks,
      message: `${fault}; write ${isInFile ? 'checks: []' : 'PATRONI_CONSUL_CHECKS=[]'}`,
      ...(edit && { fix: { title: 'Write checks: []', safe: false, edits: [edit] } }),
    });
  },
});

/** In a file of YAML, where the new text, read again, says it. */
function noChecks({ configs }: PatroniInstance, checks: Value): TextEdit | undefined {
  const config = configs.find(({ source }) => source === checks.source);
  if (!config) return undefined;
  const { source, end } = checks;
  const lead = /\s*$/.exec(source.text.slice(0, checks.start))![0];
  // Items on lines of their own give way to one word next to the key.
  const start = lead.includes('\n') ? checks.start - lead.length : checks.start;
  if (source.text.slice(start, end).includes('#')) return undefined;
  const isApart = start === checks.start && lead !== '';
  const edit = replaceValue(source.span(start, end), isApart ? '[]' : ' []');
  const after = source.text.slice(0, start) + edit.text + source.text.slice(end);
  const written = settingIn(new Source(source.file, after), 'consul.checks');
  return written?.kind === 'list' && written.items.length === 0 ? edit : undefined;
}

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
