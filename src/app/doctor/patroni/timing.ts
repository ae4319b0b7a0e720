/** The times that Patroni runs with, next to those of the files. */
import type { Finding } from '../../../finding.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { memberOf } from '../json.ts';
import type { SeenPatroni } from './ask.ts';
import { timeNames } from './expected.ts';
import { configOf } from './leader.ts';

const defaults = { ttl: 30, loop_wait: 10, retry_timeout: 10 } as const;

export function timingFindings({ config, scope, prefix, expected }: SeenPatroni): readonly Finding[] {
  const found = configOf(config);
  if (found === undefined) return [];
  const runs = Object.fromEntries(
    timeNames.map((name) => {
      const value = memberOf(found, name);
      return [name, typeof value === 'number' ? value : defaults[name]];
    }),
  ) as Record<(typeof timeNames)[number], number>;
  const finding = (message: string): Finding => ({
    rule: 'live/patroni-timing',
    severity: 'warning',
    message,
    at: expected.at,
  });
  const differ = timeNames.filter(
    (name) => expected.timing[name] !== undefined && expected.timing[name] !== runs[name],
  );
  const needed = runs.loop_wait + 2 * runs.retry_timeout;
  return [
    ...(differ.length > 0
      ? [
          finding(
            `Patroni ${scope} runs with ${named(differ.map((name) => `${name} ${runs[name]}`))} (${prefix}config), and the files say ${named(differ.map((name) => String(expected.timing[name])))}: bootstrap.dcs is read once, when the cluster is made; change it with \`patronictl edit-config\`, or write what runs`,
          ),
        ]
      : []),
    ...(needed > runs.ttl
      ? [
          finding(
            `Patroni ${scope} runs with loop_wait ${runs.loop_wait} + 2 · retry_timeout ${runs.retry_timeout} = ${needed}, more than ttl ${runs.ttl} (${prefix}config): Patroni 4.1 shortens them by itself, Patroni 3.0 lets the leader key expire while the primary still tries to keep it; \`patronictl edit-config\`, with ttl ${needed} or shorter times`,
          ),
        ]
      : []),
  ];
}
