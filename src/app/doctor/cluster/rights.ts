/** Which questions about the cluster have no answer, and which rights the token lacks. */
import type { Finding } from '../../../finding.ts';
import type { Answer } from '../../../live/answer.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { failing, isRefusal } from '../agents.ts';
import { type Observed, questions } from '../observe.ts';
import { type ClusterState, isPartial } from '../state.ts';
import { clusterAt, type Look } from './look.ts';

/** What of the cluster's state the token does not show, and what has no answer that can be used. */
export function refusals(look: Look): readonly Finding[] {
  const { answers } = look.cluster;
  const at = clusterAt(look);
  const asked = (['peers', 'health', 'members', 'keyring'] as const).map(
    (name) => [name, answers[name]] as const,
  );
  const refused = asked.filter(([, answer]) => isRefusal(answer)).map(([name]) => rightsTo[name]);
  const filtered = isPartial(answers) ? [rightsTo.members] : [];
  const all = [...new Set([...refused, ...filtered])];
  const broken = asked.flatMap(([name, answer]) => brokenAnswer(look, name, answer));
  return [
    ...broken.map((finding) => ({ ...finding, at })),
    ...(all.length > 0
      ? [
          {
            rule: 'live/no-rights' as const,
            severity: 'error' as const,
            message: `the token may not read all of the cluster's state, so a part is not checked; it needs ${named(all)}`,
            at,
          },
        ]
      : []),
  ];
}

const rightsTo = {
  peers: 'operator = "read"',
  health: 'operator = "read"',
  members: 'node_prefix "" = "read"',
  keyring: 'keyring = "read"',
} as const;

function brokenAnswer(
  { cluster, state }: Look,
  name: keyof typeof rightsTo,
  answer: Answer,
): readonly Omit<Finding, 'at'>[] {
  const { from } = cluster.answers;
  if (answer.kind === 'json' || isRefusal(answer)) return [];
  if (name === 'keyring' && answer.kind === 'silent') return lateKeyring(from, answer.reason, state);
  // Without encryption there is no ring; clients of old releases are asked for what only servers have.
  if (name === 'keyring' && answer.kind === 'status') return [];
  if (answer.kind === 'status') return [failing(from, answer, questions[name])];
  const subject =
    answer.kind === 'silent' ? from.address : `the answer of ${from.address} to ${questions[name]}`;
  return [{ rule: 'live/answer', severity: 'error', message: `${subject} ${answer.reason}` }];
}

/** Serf waits for every member of the pools that it knows: one that has failed or left explains the silence. */
function lateKeyring(
  { address }: Observed,
  reason: string,
  { members }: ClusterState,
): readonly Omit<Finding, 'at'>[] {
  if (members?.some(({ status }) => status !== 'alive')) return [];
  const message =
    `${address} ${reason} when asked for ${questions.keyring}, so how many gossip keys are in use is not known; ` +
    'the answer waits for every member, those of the WAN included: look for one that does not answer (`consul members -wan`), or give more time with --timeout';
  return [{ rule: 'live/answer', severity: 'warning', message }];
}
