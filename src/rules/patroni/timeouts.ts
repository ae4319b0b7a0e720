import { type PatroniInstance, settingOf, usesConsul } from '../../subjects/patroni/instance.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

const defaults = { ttl: 30, loop_wait: 10, retry_timeout: 10 } as const;
type Name = keyof typeof defaults;
const names = ['ttl', 'retry_timeout', 'loop_wait'] as const;

export const patroniTimeouts = rule({
  id: 'patroni/timeouts',
  scope: 'patroni',
  source: 'runtime',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'The timeouts of Patroni do not fit into the life of its leader key.',
    rationale:
      'A primary may need loop_wait and twice retry_timeout until it knows that its key is lost, so that their sum must ' +
      'not exceed ttl. Patroni 4.1.5 takes a ttl below 20 s for 20 s, and shortens loop_wait, then retry_timeout, with ' +
      'a warning in its log; Patroni 3.0.2 runs with what is written (config.py of both). All three are read from ' +
      'bootstrap.dcs, once, when the cluster is made, and from its store afterwards; at the top of a file they are ' +
      'ignored.',
    bad: { 'patroni.yml': config('    ttl: 30\n    loop_wait: 10\n    retry_timeout: 15\n') },
    good: { 'patroni.yml': config('    ttl: 40\n    loop_wait: 10\n    retry_timeout: 15\n') },
  },
  run({ instance }, report) {
    if (!usesConsul(instance)) return;
    for (const name of names) {
      const top = settingOf(instance, name);
      if (top && top.kind !== 'null')
        report({
          at: spanOf(top),
          message: `${name} at the top of the file has no effect; write it in bootstrap.dcs for a new cluster, and change it by patronictl edit-config in a running one`,
        });
    }
    const set = names.filter((name) => settingOf(instance, `bootstrap.dcs.${name}`));
    const [ttl, retry, loop] = names.map((name) => numberAt(instance, name));
    if (set.length === 0 || ttl === undefined || retry === undefined || loop === undefined) return;
    const needed = loop + 2 * retry;
    const kept = Math.max(ttl, 20);
    if (ttl >= 20 && needed <= ttl) return;
    const raised = ttl < 20 ? `ttl is ${ttl}, and Patroni 4.1 takes 20, the least` : undefined;
    const sum = `loop_wait ${loop} + 2 · retry_timeout ${retry} is ${needed}, more than ttl ${kept}`;
    const effect =
      needed > kept
        ? `${sum}: Patroni 4.1 shortens them by itself, Patroni 3.0 lets the leader key expire while the primary still tries to keep it; ` +
          `write ttl: ${Math.max(needed, 20)}, or shorter times`
        : 'write ttl: 20 or more';
    report({
      at: spanOf(settingOf(instance, `bootstrap.dcs.${set[0]!}`)!),
      message: `${raised ? `${raised}; ` : ''}${effect}; bootstrap.dcs is for a new cluster, patronictl edit-config for a running one`,
    });
  },
});

/** The default where nothing is set; undefined where it is not a whole number. */
function numberAt(instance: PatroniInstance, name: Name): number | undefined {
  const value = settingOf(instance, `bootstrap.dcs.${name}`);
  if (!value || value.kind === 'null') return defaults[name];
  if (value.kind === 'number' && value.integer) return value.value;
  return value.kind === 'string' && /^\d+$/.test(value.value) ? Number(value.value) : undefined;
}

function config(times: string): string {
  return `scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks: []\nbootstrap:\n  dcs:\n${times}`;
}
