/** What is wrong with the Patroni clusters that keep their state in a running cluster. */
import type { Finding } from '../../../finding.ts';
import { isRefusal } from '../agents.ts';
import type { Expected } from '../expected.ts';
import type { ObservedCluster } from '../observe.ts';
import { askPatroni, keptIn, type SeenPatroni, sessionsIn } from './ask.ts';
import type { ExpectedPatroni } from './expected.ts';
import { leaderFindings, leaderNote } from './leader.ts';
import { sessionFindings } from './session.ts';
import { timingFindings } from './timing.ts';
import { tokenState } from './token.ts';

export interface PatroniState {
  readonly findings: readonly Finding[];
  /** A sentence each without its end. */
  readonly notes: readonly string[];
}

export async function patroniState(
  { answers: { from }, agents }: ObservedCluster,
  nodes: readonly Expected[],
): Promise<PatroniState> {
  const known = onceEach(nodes.flatMap(({ patroni }) => patroni ?? []));
  // Without a leader nothing of it can be read.
  if (known.length === 0 || from.leader.kind !== 'json' || from.leader.json === '')
    return { findings: [], notes: [] };
  const seen = await askPatroni(from, known);
  const hosts = nodes.filter(({ patroni = [] }) => patroni.length > 0).map(({ name }) => name);
  const asPatroni = from.asPatroni ?? agents.find((agent) => agent.asPatroni)?.asPatroni;
  const token = asPatroni ? await tokenState({ ask: from.ask, asPatroni, seen, hosts }) : undefined;
  return {
    findings: [
      ...seen.flatMap((one) => [
        ...leaderFindings(one),
        ...sessionFindings(one),
        ...timingFindings(one),
        ...hiddenFindings(one),
      ]),
      ...(token?.findings ?? []),
    ],
    notes: [...seen.flatMap((one) => leaderNote(one) ?? []), ...(token?.notes ?? [])],
  };
}

/** Many nodes have the same; what is written first is where findings are. */
function onceEach(known: readonly ExpectedPatroni[]): readonly ExpectedPatroni[] {
  const seen = new Map<string, ExpectedPatroni>();
  for (const one of known) {
    const key = JSON.stringify([one.namespace, one.scopes]);
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}

/** What the token of who looks does not show: keys are refused, sessions are left out. */
function hiddenFindings(seen: SeenPatroni): readonly Finding[] {
  const { leader, sessions, prefix, scope, expected } = seen;
  const [key] = keptIn(leader);
  const isHidden = key?.session !== undefined && !sessionsIn(sessions).some(({ id }) => id === key.session);
  const lacking = [
    ...(isRefusal(leader) ? [`key_prefix "${prefix}" = "read"`] : []),
    ...(isRefusal(leader) || (isHidden && sessions.kind === 'json') ? ['session_prefix "" = "read"'] : []),
  ];
  if (lacking.length === 0) return [];
  return [
    {
      rule: 'live/no-rights',
      severity: 'warning',
      message: `the token does not show what Patroni ${scope} keeps in Consul, so that its leader and sessions are not checked; it needs ${lacking.join(' and ')}`,
      at: expected.at,
    },
  ];
}
