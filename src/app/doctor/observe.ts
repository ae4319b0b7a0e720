/** What is asked of running agents: each for itself, all at once, then one of each datacenter for the cluster. */
import type { Answer, Ask } from '../../live/answer.ts';
import type { ServedBy } from '../../live/served.ts';
import { groupBy } from '../../util/collections.ts';
import { memberOf, textOf } from './json.ts';

/** An agent that can be asked. */
export interface Asked {
  /** The node whose agent it is meant to be; undefined where nothing says so. */
  readonly node: string | undefined;
  /** Its address, as messages show it. */
  readonly address: string;
  readonly ask: Ask;
  /** The same with the token of Patroni, where that is given to be checked. */
  readonly asPatroni?: Ask | undefined;
  /** Looks at the certificates of its ports. */
  readonly served?: ServedBy;
  /** Whether a token is sent with each question. */
  readonly hasToken?: boolean;
}

export interface Observed extends Asked {
  readonly self: Answer;
  readonly leader: Answer;
}

/** What one agent says of its cluster. */
export interface ClusterAnswers {
  readonly from: Observed;
  readonly peers: Answer;
  readonly health: Answer;
  readonly members: Answer;
  readonly keyring: Answer;
  /** The members of the WAN pool, of which only a server knows; undefined where none is asked. */
  readonly wan?: Answer | undefined;
  /** What the cluster keeps, where it is wanted. */
  readonly autopilot?: Answer | undefined;
  readonly ca?: Answer | undefined;
}

/** The agents of one datacenter that answered. */
export interface ObservedCluster {
  /** Undefined where no agent may be asked for it. */
  readonly datacenter: string | undefined;
  readonly agents: readonly Observed[];
  readonly answers: ClusterAnswers;
}

export interface Observation {
  readonly agents: readonly Observed[];
  readonly clusters: readonly ObservedCluster[];
}

export const questions = {
  self: '/v1/agent/self',
  leader: '/v1/status/leader',
  // Without `stale` the leader answers, and there may be none.
  peers: '/v1/operator/raft/configuration?stale',
  health: '/v1/operator/autopilot/health',
  members: '/v1/agent/members',
  keyring: '/v1/operator/keyring',
  wan: '/v1/agent/members?wan=1',
  autopilot: '/v1/operator/autopilot/configuration',
  ca: '/v1/connect/ca/configuration',
} as const;

/** What is asked only where files say something of it. */
export type Wanted = ReadonlySet<'autopilot' | 'ca'>;

export async function observe(asked: readonly Asked[], wanted: Wanted = new Set()): Promise<Observation> {
  const agents = await Promise.all(asked.map(observeAgent));
  const answering = agents.filter(({ leader }) => hasLeaderAnswer(leader));
  const known = new Set(answering.flatMap((agent) => datacenterOf(agent) ?? []));
  // An agent that may not be asked for it is one of the others, where these are of one datacenter.
  const only = known.size === 1 ? [...known][0] : undefined;
  const groups = [...groupBy(answering, (agent) => datacenterOf(agent) ?? only)];
  const clusters = await Promise.all(
    groups.map(async ([datacenter, own]) => ({
      datacenter,
      agents: own,
      answers: await askCluster(own, wanted),
    })),
  );
  return { agents, clusters };
}

/** Whether it is what an agent says of the leader: an address, none, or that it reaches no server. */
export const hasLeaderAnswer = (answer: Answer): boolean =>
  (answer.kind === 'json' && typeof answer.json === 'string') ||
  (answer.kind === 'status' &&
    answer.status === 500 &&
    /No cluster leader|No known Consul servers/.test(answer.text));

async function observeAgent(agent: Asked): Promise<Observed> {
  const [self, leader] = await Promise.all([agent.ask(questions.self), agent.ask(questions.leader)]);
  return { ...agent, self, leader };
}

const datacenterOf = ({ self }: Observed): string | undefined =>
  self.kind === 'json' ? textOf(memberOf(self.json, 'Config'), 'Datacenter')?.toLowerCase() : undefined;

/** An agent that knows a leader, where there is one: others have no answer. */
async function askCluster(agents: readonly Observed[], wanted: Wanted): Promise<ClusterAnswers> {
  const from = agents.find(knowsLeader) ?? agents[0]!;
  const servers = agents.filter(isServing);
  const inWan = servers.find(knowsLeader) ?? servers[0];
  const [peers, health, members, keyring, wan, autopilot, ca] = await Promise.all([
    from.ask(questions.peers),
    from.ask(questions.health),
    from.ask(questions.members),
    from.ask(questions.keyring),
    inWan?.ask(questions.wan),
    wanted.has('autopilot') ? from.ask(questions.autopilot) : undefined,
    wanted.has('ca') ? from.ask(questions.ca) : undefined,
  ]);
  return { from, peers, health, members, keyring, wan, autopilot, ca };
}

const knowsLeader = ({ leader }: Observed): boolean => leader.kind === 'json' && leader.json !== '';

const isServing = ({ self }: Observed): boolean =>
  self.kind === 'json' && memberOf(memberOf(self.json, 'Config'), 'Server') === true;

/** What an agent calls its node. */
export const nameIn = ({ self }: Pick<Observed, 'self'>): string | undefined =>
  self.kind === 'json' ? textOf(memberOf(self.json, 'Config'), 'NodeName') : undefined;
