/** What Consul and Patroni of a cluster say of themselves. */
import type { Lab } from '../lab/lab.ts';
import type { Node } from './setup.ts';

async function get(lab: Lab, host: string, url: string): Promise<unknown> {
  if (!lab.isUp(host)) return undefined;
  const { status, output } = await lab.attempt(host, `curl -s -m 2 ${url}`, { timeout: 10_000 });
  if (status !== 0) return undefined;
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}

const api = 'http://127.0.0.1:8500/v1';

/** The name of Consul's leader, by the first server that knows one. */
export async function consulLeader(lab: Lab, nodes: readonly Node[]): Promise<string | undefined> {
  for (const { name } of nodes.filter(({ server }) => server)) {
    const leader = await get(lab, name, `${api}/status/leader`);
    const found = nodes.find(({ address }) => typeof leader === 'string' && leader.startsWith(`${address}:`));
    if (found) return found.name;
  }
  return undefined;
}

interface Autopilot {
  readonly Healthy: boolean;
  readonly FailureTolerance: number;
  readonly Voters: readonly string[] | null;
}

interface Member {
  readonly name: string;
  readonly role: string;
  readonly state: string;
  readonly timeline?: number;
  readonly lag?: number | string;
}

/** What is not well yet in Consul, seen from one of its servers. */
async function consulProblems(lab: Lab, nodes: readonly Node[], server: string): Promise<string[]> {
  const servers = nodes.filter((node) => node.server).length;
  const state = (await get(lab, server, `${api}/operator/autopilot/state`)) as Autopilot | undefined;
  const members = (await get(lab, server, `${api}/agent/members`)) as
    | { Name: string; Status: number }[]
    | undefined;
  if (!state || !members) return [`${server} does not answer`];
  const alive = nodes.filter(({ name }) => members.some(({ Name, Status }) => Name === name && Status === 1));
  return [
    ...(state.Healthy ? [] : [`${server}: autopilot is not healthy`]),
    ...(state.FailureTolerance >= Math.floor((servers - 1) / 2)
      ? []
      : [`failure tolerance ${state.FailureTolerance}`]),
    ...((state.Voters ?? []).length === servers ? [] : [`${(state.Voters ?? []).length} voters`]),
    ...(alive.length === nodes.length ? [] : [`${alive.length} members alive of ${nodes.length}`]),
  ];
}

/** What is not well yet in Patroni, seen from one of its members. */
async function patroniProblems(
  lab: Lab,
  nodes: readonly Node[],
  { name: host, address }: Node,
): Promise<string[]> {
  const cluster = (await get(lab, host, `http://${address}:8008/cluster`)) as
    | { readonly members?: readonly Member[]; readonly pause?: boolean }
    | undefined;
  const members = cluster?.members ?? [];
  const leaders = members.filter(({ role }) => role === 'leader');
  const timeline = leaders[0]?.timeline;
  const expected = nodes.filter(({ database }) => database).length;
  const bad = members.filter(
    (member) => !['running', 'streaming'].includes(member.state) || member.timeline !== timeline,
  );
  const standby = members.filter(({ role }) => role !== 'leader');
  return [
    ...(leaders.length === 1 && members.length === expected
      ? []
      : [`${host}: ${members.length} members, ${leaders.length} leaders`]),
    ...bad.map(({ name, state }) => `${name} is ${state}`),
    ...(standby.every(({ state }) => state === 'streaming') ? [] : ['a standby does not stream']),
    ...(cluster?.pause ? ['paused'] : []),
  ];
}

async function allProblems(lab: Lab, nodes: readonly Node[]): Promise<string[]> {
  const lists = await Promise.all(
    nodes.flatMap((node) => [
      ...(node.server ? [consulProblems(lab, nodes, node.name)] : []),
      ...(node.database ? [patroniProblems(lab, nodes, node)] : []),
    ]),
  );
  return [...new Set(lists.flat())];
}

export const isHealthy = async (lab: Lab, nodes: readonly Node[]): Promise<boolean> =>
  (await allProblems(lab, nodes)).length === 0;

export const problems = async (lab: Lab, nodes: readonly Node[]): Promise<string> =>
  (await allProblems(lab, nodes)).join('; ');

/**
 * Whether no member keeps to a primary that asked it during an outage of Consul: it does so for ttl, and a primary that
 * gives up its key meanwhile is followed only afterwards.
 */
export async function isFailsafeOver(lab: Lab, nodes: readonly Node[]): Promise<boolean> {
  const members = nodes.filter(({ database }) => database);
  const states = await Promise.all(
    members.map(({ name, address }) => get(lab, name, `http://${address}:8008/patroni`)),
  );
  return states.every((state) => !(state as { failsafe_mode_is_active?: boolean })?.failsafe_mode_is_active);
}
