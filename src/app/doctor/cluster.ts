/** What is wrong with a running cluster, next to what the files say of it. */
import type { Finding } from '../../finding.ts';
import type { Answer } from '../../live/answer.ts';
import { majority, named } from '../../subjects/cluster/groups.ts';
import { plural } from '../../util/text.ts';
import { failing, isRefusal } from './agents.ts';
import { type Expected, isNamed, isServer, placeOf } from './expected.ts';
import { type ClusterAnswers, type Observed, type ObservedCluster, questions } from './observe.ts';
import { type ClusterState, isPartial, type Member, stateOf } from './state.ts';

/** A cluster, the nodes that the files have of it, and the state that it reports. */
interface Look {
  readonly cluster: ObservedCluster;
  readonly nodes: readonly Expected[];
  readonly state: ClusterState;
}

export function clusterFindings(cluster: ObservedCluster, nodes: readonly Expected[]): readonly Finding[] {
  const look: Look = { cluster, nodes, state: stateOf(cluster.answers) };
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
  ];
}

/** Where a finding about the whole cluster is: at its first server. */
const clusterAt = ({ nodes, cluster }: Look): Finding['at'] =>
  (nodes.find(isServer) ?? nodes[0])?.at ?? placeOf(cluster.answers.from);

const nodeAt = (look: Look, name: string): Finding['at'] =>
  look.nodes.find(isNamed(name))?.at ?? clusterAt(look);

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

function refusals(look: Look): readonly Finding[] {
  const { answers } = look.cluster;
  const at = clusterAt(look);
  const asked = (['peers', 'health', 'members', 'keyring'] as const).map(
    (name) => [name, answers[name]] as const,
  );
  const refused = asked.filter(([, answer]) => isRefusal(answer)).map(([name]) => rightsTo[name]);
  const filtered = isPartial(answers) ? [rightsTo.members] : [];
  const all = [...new Set([...refused, ...filtered])];
  const broken = asked.flatMap(([name, answer]) => brokenAnswer(answers, name, answer));
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
  { from }: ClusterAnswers,
  name: keyof typeof rightsTo,
  answer: Answer,
): readonly Omit<Finding, 'at'>[] {
  if (answer.kind === 'json' || isRefusal(answer)) return [];
  // Without encryption there is no ring; clients of old releases are asked for what only servers have.
  // The question waits for members that have failed.
  if (name === 'keyring' && (answer.kind === 'status' || answer.kind === 'silent')) return [];
  if (answer.kind === 'status') return [failing(from, answer, questions[name])];
  const subject =
    answer.kind === 'silent' ? from.address : `the answer of ${from.address} to ${questions[name]}`;
  return [{ rule: 'live/answer', severity: 'error', message: `${subject} ${answer.reason}` }];
}

function missingPeers({ nodes, state: { peers, members } }: Look): readonly Finding[] {
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

function unknownPeers(look: Look): readonly Finding[] {
  const { nodes, state } = look;
  if (!nodes.some(isServer)) return [];
  const strange = (state.peers ?? []).filter(({ name }) => !nodes.some(isNamed(name)));
  return strange.map(({ name, address }) => {
    const status = state.members?.find(isNamed(name))?.status ?? 'unknown';
    const advice =
      status === 'alive'
        ? 'add it to the files, or let it leave: `consul leave` on that machine'
        : 'remove it: `consul operator raft remove-peer -address=ADDRESS`'.replace('ADDRESS', address);
    return {
      rule: 'live/peer-unknown' as const,
      severity: 'warning' as const,
      message: `${name} (${address}) is a Raft peer that the files do not have${status === 'alive' ? '' : `, and it is ${words[status]}`}; it counts for the quorum; ${advice}`,
      at: clusterAt(look),
    };
  });
}

const words: Readonly<Record<Member['status'], string>> = {
  alive: 'alive',
  leaving: 'leaving',
  left: 'gone, since it has left',
  failed: 'not reachable',
  unknown: 'not a member',
};

function memberFindings(look: Look): readonly Finding[] {
  const { nodes, state } = look;
  const { members } = state;
  if (!members) return [];
  const missing = nodes.filter(({ name }) => !members.some(isNamed(name)));
  const failed = members.filter(({ status }) => status === 'failed' || status === 'left');
  return [
    ...missing.flatMap((node): readonly Finding[] => {
      // A server that is not a peer either is reported as that.
      if (isServer(node) && state.peers && !state.peers.some(isNamed(node.name))) return [];
      const message = `${node.name} is not a member of the cluster; start its agent, and let it join (retry_join)`;
      return [{ rule: 'live/member-missing', severity: 'error', message, at: node.at }];
    }),
    ...failed.flatMap((member): readonly Finding[] => {
      const isExpected = nodes.length === 0 || nodes.some(isNamed(member.name));
      if (!isExpected || (nodes.length === 0 && member.status === 'left')) return [];
      const how =
        member.status === 'left' ? 'has left the cluster' : 'has failed: the other members do not reach it';
      const message = `${member.name} ${how}; start its agent, or look into its log and the firewall`;
      const severity = member.isServer ? 'error' : 'warning';
      return [{ rule: 'live/member-failed', severity, message, at: nodeAt(look, member.name) }];
    }),
  ];
}

/** Those that nothing else explains. */
function unhealthyServers(look: Look): readonly Finding[] {
  const { state } = look;
  const isExplained = (name: string): boolean =>
    state.members?.find(isNamed(name))?.status === 'failed' ||
    state.members?.find(isNamed(name))?.status === 'left' ||
    (look.nodes.some(isServer) && !look.nodes.some(isNamed(name)));
  return state.unhealthy
    .filter(({ name }) => !isExplained(name))
    .map(({ name }) => ({
      rule: 'live/unhealthy' as const,
      severity: 'warning' as const,
      message: `autopilot calls ${name} unhealthy: it has no contact with the leader, or its log is behind; wait, and look into its log if that stays`,
      at: nodeAt(look, name),
    }));
}

function releaseFindings(look: Look): readonly Finding[] {
  const { nodes, state } = look;
  const alive = (state.members ?? []).filter(
    ({ status, release }) => status === 'alive' && release !== undefined,
  );
  const stated = alive.flatMap(({ name, release }): readonly (Finding & { readonly node: string })[] => {
    const node = nodes.find(isNamed(name));
    if (!node || node.release === undefined || isOf(release!, node.release)) return [];
    const message = `${name} runs Consul ${release}, and its files are for ${node.release}; install ${node.release}, or state ${minorOf(release!)}`;
    return [{ node: name, rule: 'live/release-differs', severity: 'warning', message, at: node.at }];
  });
  const reported = new Set(stated.map(({ node }) => node));
  const servers = alive.filter(({ isServer: is, name }) => is && !reported.has(name));
  const most = majority(servers, ({ release }) => release);
  const others = (most?.others ?? []).map(({ name, release }) => ({
    rule: 'live/release-differs' as const,
    severity: 'warning' as const,
    message: `${name} runs Consul ${release}, ${most!.members
      .map((one) => one.name)
      .slice(0, 3)
      .join(', ')} ${most!.value}; finish the upgrade: servers of one cluster run one release`,
    at: nodeAt(look, name),
  }));
  return [...stated.map(({ node: _, ...finding }) => finding), ...others];
}

/** `1.20` states every patch of it. */
const isOf = (release: string, stated: string): boolean =>
  release === stated || release.startsWith(`${stated}.`);

const minorOf = (release: string): string => release.split('.').slice(0, 2).join('.');

function ringFindings(look: Look): readonly Finding[] {
  const { nodes, state } = look;
  const at = clusterAt(look);
  const finding = (message: string, severity: Finding['severity']): Finding => ({
    rule: 'live/gossip-keys',
    severity,
    message,
    at,
  });
  const several = state.rings
    .filter(({ keys }) => keys > 1)
    .map(({ name, keys, incomplete }) =>
      finding(
        `${plural(keys, 'gossip key')} are in the keyring of the ${name}${incomplete > 0 ? `, ${incomplete} of them not on every node` : ''}; ` +
          'when every node uses the new one, remove the old: `consul keyring -list`, then `-remove=OLD`',
        'warning',
      ),
    );
  const encrypts = nodes.some(({ node }) => node.config.string('encrypt'));
  if (!state.isRingEmpty || !encrypts) return several;
  return [
    ...several,
    finding(
      'the files have a gossip key (encrypt), and the running cluster does not encrypt; restart the agents with it',
      'error',
    ),
  ];
}
