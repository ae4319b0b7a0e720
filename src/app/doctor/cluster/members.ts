/** The members of a cluster next to the nodes of the files, and whether its servers are healthy. */
import type { Finding } from '../../../finding.ts';
import { isNamed, isServer } from '../expected.ts';
import { type Look, nodeAt } from './look.ts';

/** Nodes that are not members, and members that the others do not reach. */
export const memberFindings = (look: Look): readonly Finding[] => [
  ...missingMembers(look),
  ...failedMembers(look),
];

function missingMembers({ nodes, state }: Look): readonly Finding[] {
  const { members, peers, areMembersComplete } = state;
  if (!members) return [];
  const missing = nodes.filter(({ name }) => !members.some(isNamed(name)));
  return missing.flatMap((node): readonly Finding[] => {
    // A server that is not a peer either is reported as that.
    if (isServer(node) && peers && !peers.some(isNamed(node.name))) return [];
    return [{ rule: 'live/member-missing', at: node.at, ...absence(node.name, areMembersComplete) }];
  });
}

const absence = (name: string, isCertain: boolean): Pick<Finding, 'severity' | 'message'> =>
  isCertain
    ? {
        severity: 'error',
        message: `${name} is not a member of the cluster; start its agent, and let it join (retry_join)`,
      }
    : {
        severity: 'warning',
        message:
          `${name} is not among the members that the agent shows; ACLs may hide it, which an agent reports only where a token is sent; ` +
          'look again with a token that has node_prefix "" = "read"; if it is still not there, start its agent, and let it join (retry_join)',
      };

function failedMembers(look: Look): readonly Finding[] {
  const { nodes, state } = look;
  const failed = (state.members ?? []).filter(({ status }) => status === 'failed' || status === 'left');
  return failed.flatMap((member): readonly Finding[] => {
    const isNode = nodes.some(isNamed(member.name));
    const isExpected = isNode || nodes.every(({ isAlone }) => isAlone);
    if (!isExpected || (!isNode && member.status === 'left')) return [];
    const how =
      member.status === 'left' ? 'has left the cluster' : 'has failed: the other members do not reach it';
    const message = `${member.name} ${how}; start its agent, or look into its log and the firewall`;
    const severity = member.isServer ? 'error' : 'warning';
    return [{ rule: 'live/member-failed', severity, message, at: nodeAt(look, member.name) }];
  });
}

/** Those that nothing else explains. */
export function unhealthyServers(look: Look): readonly Finding[] {
  const { state } = look;
  const isExplained = (name: string): boolean =>
    state.members?.find(isNamed(name))?.status === 'failed' ||
    state.members?.find(isNamed(name))?.status === 'left' ||
    (look.nodes.some((node) => isServer(node) && !node.isAlone) && !look.nodes.some(isNamed(name)));
  return state.unhealthy
    .filter(({ name }) => !isExplained(name))
    .map(({ name }) => ({
      rule: 'live/unhealthy' as const,
      severity: 'warning' as const,
      message: `autopilot calls ${name} unhealthy: it has no contact with the leader, or its log is behind; wait, and look into its log if that stays`,
      at: nodeAt(look, name),
    }));
}
