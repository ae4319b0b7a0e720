/** What is wrong with a running cluster, next to what the files say of it. */
import type { Finding } from '../../../finding.ts';
import type { Answer } from '../../../live/answer.ts';
import { keptFindings } from '../drift/kept.ts';
import { type Expected, placeOf } from '../expected.ts';
import type { Observed, ObservedCluster } from '../observe.ts';
import { stateOf } from '../state.ts';
import { clusterAt, type Look, nodeAt } from './look.ts';
import { memberFindings, unhealthyServers } from './members.ts';
import { missingPeers, unknownPeers } from './peers.ts';
import { releaseFindings } from './release.ts';
import { refusals } from './rights.ts';
import { ringFindings } from './ring.ts';
import { wanFindings } from './wan.ts';

/**
 * @param nodes those of its datacenter
 * @param all those of others too
 */
export function clusterFindings(
  cluster: ObservedCluster,
  nodes: readonly Expected[],
  all: readonly Expected[],
): readonly Finding[] {
  const look: Look = { cluster, nodes, all, state: stateOf(cluster.answers) };
  const leaderless = leaderFindings(look);
  // Without a leader peers and health are of the past.
  if (leaderless.length === cluster.agents.length) return leaderless.slice(0, 1);
  return [
    ...leaderless,
    ...refusals(look),
    ...missingPeers(look),
    ...unknownPeers(look),
    ...memberFindings(look),
    ...unhealthyServers(look),
    ...releaseFindings(look),
    ...ringFindings(look),
    ...wanFindings(look),
    ...keptFindings(look),
  ];
}

function leaderFindings(look: Look): readonly Finding[] {
  const { agents } = look.cluster;
  const without = agents.filter(({ leader }) => !knowsLeader(leader));
  if (without.length === agents.length) {
    const message =
      'the cluster has no leader: nothing can be written, and reads fail that are not stale; ' +
      'start servers until more than half of the Raft peers run and reach each other';
    return agents.map(() => ({ rule: 'live/no-leader', severity: 'error', message, at: clusterAt(look) }));
  }
  return without.map((agent) => ({
    rule: 'live/no-leader',
    severity: 'error',
    message: `${nameOf(agent)} knows no leader, while others do: it is cut off from the servers`,
    at: agent.node === undefined ? placeOf(agent) : nodeAt(look, agent.node),
  }));
}

const knowsLeader = (leader: Answer): boolean => leader.kind === 'json' && leader.json !== '';

const nameOf = ({ node, address }: Observed): string => node ?? address;
