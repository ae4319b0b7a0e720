/** The Raft peers next to the servers of the files. */
import type { Finding } from '../../../finding.ts';
import { isNamed, isServer } from '../expected.ts';
import type { ClusterState, Member } from '../state.ts';
import { clusterAt, type Look } from './look.ts';

export function missingPeers({ nodes, state: { peers, members } }: Look): readonly Finding[] {
  if (!peers) return [];
  return nodes.filter(isServer).flatMap((server): readonly Finding[] => {
    const peer = peers.find(isNamed(server.name));
    const status = members?.find(isNamed(server.name))?.status;
    // Autopilot removes a server that has failed, which is reported as that.
    if (peer?.isVoter || (!peer && (status === 'failed' || status === 'left'))) return [];
    const message = peer
      ? `${server.name} is a Raft peer without a vote: it does not count for the quorum; autopilot gives it one when it has been healthy for server_stabilization_time`
      : `${server.name} is not among the Raft peers, so it neither votes nor keeps the data; let it join (retry_join), and look into its log`;
    return [{ rule: 'live/peer-missing', severity: peer ? 'warning' : 'error', message, at: server.at }];
  });
}

export function unknownPeers(look: Look): readonly Finding[] {
  const { nodes, state } = look;
  if (!nodes.some((node) => isServer(node) && !node.isAlone)) return [];
  const strange = (state.peers ?? []).filter(({ name }) => !nodes.some(isNamed(name)));
  return strange.map(({ name, address }) => ({
    rule: 'live/peer-unknown',
    severity: 'warning',
    message: `${name} (${address}) is a Raft peer that the files do not have${fateOf(name, address, state)}`,
    at: clusterAt(look),
  }));
}

/** What is known of a peer that the files do not have, and what to do with it. */
function fateOf(name: string, address: string, { members, areMembersComplete }: ClusterState): string {
  const status = members?.find(isNamed(name))?.status;
  const add = 'add it to the files, or let it leave: `consul leave` on that machine';
  const remove = `\`consul operator raft remove-peer -address=${address}\``;
  if (status === 'alive') return `; it counts for the quorum; ${add}`;
  if (status === undefined && !areMembersComplete)
    return `; it counts for the quorum; ${add}, and where that is gone: ${remove}`;
  return `, and it is ${words[status ?? 'unknown']}; it counts for the quorum; remove it: ${remove}`;
}

const words: Readonly<Record<Member['status'], string>> = {
  alive: 'alive',
  leaving: 'leaving',
  left: 'gone, since it has left',
  failed: 'not reachable',
  unknown: 'not a member',
};
