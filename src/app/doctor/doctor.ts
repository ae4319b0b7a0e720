/** Doctor: what is wrong with running agents, next to what files say of them. Nothing is changed. */
import { atChosenLevels } from '../../engine/settings/settings.ts';
import { type Finding, tidy } from '../../finding.ts';
import { type Failed, isFailed } from '../failure.ts';
import type { SessionInput } from '../lint/session.ts';
import { agentFindings } from './agents.ts';
import { certificateState } from './certificates/certificates.ts';
import { clusterFindings } from './cluster/cluster.ts';
import { driftFindings } from './drift/drift.ts';
import { keptQuestions } from './drift/kept.ts';
import type { Expected } from './expected.ts';
import { hostFileFindings } from './host/files.ts';
import { type HostState, hostState } from './host/host.ts';
import type { HostReader } from './host/reader.ts';
import { type ExpectedNodes, expectedNodes } from './nodes.ts';
import { type Asked, nameIn, type Observation, observe } from './observe.ts';
import { patroniState } from './patroni/patroni.ts';

export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** How many files were read. */
  readonly files: number;
  /** How many agents were asked. */
  readonly agents: number;
  /** Nodes of the files whose agents were not asked. */
  readonly notAsked: readonly string[];
  /** What was seen, and what could not be looked at, a sentence each without its end. */
  readonly notes: readonly string[];
}

/**
 * @param agents the agents to ask, for the nodes that the files have
 * @param host what asks this machine, where the files are its own
 */
export async function doctor(
  input: SessionInput,
  agents: (nodes: readonly Expected[]) => readonly Asked[],
  host?: HostReader,
): Promise<Diagnosis | Failed> {
  const expected = await expectedNodes(input);
  if (isFailed(expected)) return expected;
  const { nodes, files } = expected;
  // Files that no agent reads say nothing of what should run.
  if (expected.findings.length > 0)
    return { findings: tidy(expected.findings), files, agents: 0, notAsked: [], notes: [] };
  const observation = await observe(agents(nodes), keptQuestions(nodes));
  const [onHost, ofCertificates, ...ofPatroni] = await Promise.all([
    ofHost(expected, observation, host, input),
    certificateState(observation.agents, nodes),
    ...observation.clusters.map((cluster) =>
      patroniState(cluster, nodesOf(cluster.datacenter, nodes, observation)),
    ),
  ]);
  const findings = [
    ...withoutServed(onHost.findings, ofCertificates.findings),
    ...ofCertificates.findings,
    ...ofPatroni.flatMap((state) => state.findings),
    ...agentFindings(
      observation.agents.filter((agent) => !ofCertificates.explained.includes(agent)),
      nodes,
    ),
    ...driftFindings(observation.agents, nodes),
    ...observation.clusters.flatMap((cluster) =>
      clusterFindings(cluster, nodesOf(cluster.datacenter, nodes, observation), nodes),
    ),
  ];
  return {
    findings: tidy(atChosenLevels(withoutSilence(findings, nodes, onHost.stopped), input.loaded.settings)),
    files,
    agents: observation.agents.length,
    notAsked: nodes.map(({ name }) => name).filter((name) => !isAsked(name, observation)),
    notes: [...onHost.notes, ...ofPatroni.flatMap((state) => state.notes)],
  };
}

/** Nothing where the files are not those of this machine. */
async function ofHost(
  { nodes, session }: ExpectedNodes,
  { agents }: Observation,
  reader: HostReader | undefined,
  { files }: SessionInput,
): Promise<HostState> {
  if (!reader || !session) return { findings: [], notes: [], stopped: [] };
  const own = nodes.filter(({ node }) => node.machine !== undefined);
  const state = await hostState({ reader, nodes: own, agents, realpath: files.realpath });
  return { ...state, findings: [...state.findings, ...(await hostFileFindings(session))] };
}

/** Where agents do not show their datacenter, and the files have one only, it is that. */
function nodesOf(
  datacenter: string | undefined,
  nodes: readonly Expected[],
  { clusters }: Observation,
): readonly Expected[] {
  const all = new Set(nodes.map((node) => node.datacenter));
  if (datacenter === undefined) return clusters.length === 1 && all.size === 1 ? nodes : [];
  return nodes.filter((node) => node.datacenter === datacenter);
}

/** What is wrong with the file of a certificate is reported of the one that is served. */
const withoutServed = (findings: readonly Finding[], served: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    ({ rule, at }) =>
      !rule.startsWith('tls/certificate-') ||
      !served.some((other) => other.at.source === at.source && other.at.start === at.start),
  );

/** That an agent does not answer is a consequence where the cluster has lost it, or its service does not run. */
function withoutSilence(
  findings: readonly Finding[],
  nodes: readonly Expected[],
  stopped: readonly Expected[],
): readonly Finding[] {
  const areAllStopped = nodes.length > 0 && stopped.length === nodes.length;
  const lost = [...findings.filter(({ rule }) => rule === 'live/member-failed'), ...stopped];
  return findings.filter(
    ({ rule, at }) =>
      rule !== 'live/unreachable' ||
      !(areAllStopped || lost.some((other) => other.at.source === at.source && other.at.start === at.start)),
  );
}

const isAsked = (name: string, { agents }: Observation): boolean =>
  agents.some((agent) => (agent.node ?? nameIn(agent))?.toLowerCase() === name.toLowerCase());
