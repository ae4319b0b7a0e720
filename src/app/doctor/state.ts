/** The state of a cluster as one of its agents reports it. */
import type { Answer } from '../../live/answer.ts';
import { isAtLeast } from '../../options/releases/versions.ts';
import { entriesOf, fieldOf, listOf, memberOf, textOf } from './json.ts';
import type { ClusterAnswers } from './observe.ts';

export interface Peer {
  readonly name: string;
  readonly address: string;
  readonly isVoter: boolean;
}

export type MemberStatus = 'alive' | 'leaving' | 'left' | 'failed' | 'unknown';

export interface Member {
  readonly name: string;
  readonly status: MemberStatus;
  readonly isServer: boolean;
  /** Whether it has a port for the WAN pool. */
  readonly joinsWan: boolean;
  /** `1.20.2`; undefined where it is not known. */
  readonly release: string | undefined;
}

/** A server in the WAN pool. */
export interface WanMember {
  /** The name of the node, without the datacenter. */
  readonly node: string;
  /** Lower-cased. */
  readonly datacenter: string;
  readonly address: string;
  readonly status: MemberStatus;
}

export interface Unhealthy {
  readonly name: string;
  readonly serf: string;
}

export interface Ring {
  readonly isWan: boolean;
  /** `WAN`, or `LAN` with the datacenter. */
  readonly name: string;
  readonly keys: number;
  /** Keys that not every node of the pool has. */
  readonly incomplete: number;
  /** Those that are encrypted with; never shown. */
  readonly primary: readonly string[];
}

export interface ClusterState {
  /** Undefined where it is not known, as in the others. */
  readonly peers: readonly Peer[] | undefined;
  readonly members: readonly Member[] | undefined;
  /** The servers of the WAN pool. */
  readonly wan: readonly WanMember[] | undefined;
  /** Whether ACLs certainly hide none of them. */
  readonly areMembersComplete: boolean;
  readonly unhealthy: readonly Unhealthy[];
  readonly rings: readonly Ring[];
  /** No key is in use: gossip is not encrypted. */
  readonly isRingEmpty: boolean;
}

export function stateOf(answers: ClusterAnswers): ClusterState {
  const { peers, members, health, keyring, wan } = answers;
  return {
    peers: peers.kind === 'json' ? listOf(memberOf(peers.json, 'Servers')).flatMap(peerOf) : undefined,
    members:
      members.kind === 'json' && !isPartial(answers) ? listOf(members.json).flatMap(memberIn) : undefined,
    wan: wan?.kind === 'json' && wan.filtered !== true ? listOf(wan.json).flatMap(wanMemberIn) : undefined,
    areMembersComplete: isComplete(answers),
    unhealthy: health.kind === 'json' ? listOf(memberOf(health.json, 'Servers')).flatMap(unhealthyOf) : [],
    rings: keyring.kind === 'json' ? listOf(keyring.json).flatMap(ringOf) : [],
    isRingEmpty: isEmptyRing(keyring),
  };
}

/** ACLs leave out members: all of them, or those that the token has no right to. */
export const isPartial = ({ members }: ClusterAnswers): boolean =>
  members.kind === 'json' && (members.filtered === true || listOf(members.json).length === 0);

/** An agent reports that it has left out members from 1.11 on, and only to those who send a token. */
function isComplete(answers: ClusterAnswers): boolean {
  const { from, members } = answers;
  if (members.kind !== 'json' || isPartial(answers)) return false;
  const self = from.self.kind === 'json' ? from.self.json : undefined;
  if (fieldOf(self, 'DebugConfig.ACLsEnabled') === false) return true;
  const release = releaseIn(textOf(memberOf(self, 'Config'), 'Version'));
  return from.hasToken === true && release !== undefined && isAtLeast(release, '1.11');
}

const isEmptyRing = (keyring: Answer): boolean =>
  keyring.kind === 'status' && keyring.status === 500 && keyring.text.includes('Keyring is empty');

function peerOf(json: unknown): readonly Peer[] {
  const name = textOf(json, 'Node');
  if (name === undefined) return [];
  return [{ name, address: textOf(json, 'Address') ?? '', isVoter: memberOf(json, 'Voter') === true }];
}

/** As Serf numbers them. */
const statuses: readonly MemberStatus[] = ['unknown', 'alive', 'leaving', 'left', 'failed'];

function memberIn(json: unknown): readonly Member[] {
  const name = textOf(json, 'Name');
  const status = memberOf(json, 'Status');
  const tags = memberOf(json, 'Tags');
  if (name === undefined) return [];
  return [
    {
      name,
      status: statuses[typeof status === 'number' ? status : 0] ?? 'unknown',
      isServer: textOf(tags, 'role') === 'consul',
      joinsWan: textOf(tags, 'wan_join_port') !== undefined,
      release: releaseIn(textOf(tags, 'build')),
    },
  ];
}

/** Servers are in the pool as `NODE.DATACENTER`. */
function wanMemberIn(json: unknown): readonly WanMember[] {
  const name = textOf(json, 'Name');
  const datacenter = textOf(memberOf(json, 'Tags'), 'dc');
  const status = memberOf(json, 'Status');
  if (name === undefined || datacenter === undefined) return [];
  const node = name.endsWith(`.${datacenter}`) ? name.slice(0, -datacenter.length - 1) : name;
  return [
    {
      node,
      datacenter: datacenter.toLowerCase(),
      address: textOf(json, 'Addr') ?? '',
      status: statuses[typeof status === 'number' ? status : 0] ?? 'unknown',
    },
  ];
}

/** `1.20.2` of `1.20.2:9ab0f2c1` and of `1.23.0dev:`. */
export const releaseIn = (text: string | undefined): string | undefined =>
  /^v?(\d+\.\d+\.\d+)/.exec(text ?? '')?.[1];

function unhealthyOf(json: unknown): readonly Unhealthy[] {
  const name = textOf(json, 'Name');
  if (name === undefined || memberOf(json, 'Healthy') !== false) return [];
  return [{ name, serf: textOf(json, 'SerfStatus') ?? '' }];
}

function ringOf(json: unknown): readonly Ring[] {
  const nodes = memberOf(json, 'NumNodes');
  const counts = entriesOf(memberOf(json, 'Keys')).map(([, count]) => count);
  const isWan = memberOf(json, 'WAN') === true;
  const datacenter = textOf(json, 'Datacenter') ?? '';
  return [
    {
      isWan,
      primary: entriesOf(memberOf(json, 'PrimaryKeys')).map(([key]) => key),
      name: isWan ? 'WAN' : `LAN of ${datacenter}`,
      keys: counts.length,
      incomplete: counts.filter(
        (count) => typeof count === 'number' && typeof nodes === 'number' && count < nodes,
      ).length,
    },
  ];
}
