import { isVoter } from '../../subjects/agent/predicates.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { type JoinEntry, joinsOtherwise } from '../../subjects/cluster/join.ts';
import { meetsSharedAddress } from '../../subjects/cluster/shared-address.ts';
import { appendItems } from '../../subjects/edits.ts';
import type { Node, Peers } from '../../subjects/subjects.ts';
import type { TextEdit } from '../../text/source/edit.ts';
import { isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const mismatchedLists = rule({
  id: 'join/mismatched-lists',
  scope: 'cluster',
  source: 'cluster',
  severity: {
    default: 'error',
    warning: 'where other agents, which are not in sight, may join both lists',
  },
  supersedes: ['join/too-few-targets'],
  unless: 'unless other agents, which are not here, join both',
  options: ['retry_join', 'start_join'],
  fix: 'unsafe',
  docs: {
    summary: 'Servers of one datacenter list different servers to join.',
    rationale:
      'A cluster whose lists differ but still connect elects a leader, so the fault shows only when the servers that a ' +
      'list names are down. Lists are compared after adding each node itself, with the name and the address of a node ' +
      'counted as one: comparing them as text was wrong in 24 of 25 public clusters.',
    bad: {
      'srv1/consul.hcl': server('"srv2", "srv3"'),
      'srv2/consul.hcl': server('"srv1", "srv3"'),
      'srv3/consul.hcl': server('"srv1", "srv9"'),
    },
    good: {
      'srv1/consul.hcl': server('"srv2", "srv3"'),
      'srv2/consul.hcl': server('"srv1:8301", "srv3"'),
      'srv3/consul.hcl': server('"srv1", "srv2", "srv3"'),
    },
  },
  run(cluster, report) {
    const { agents, servers, peers } = cluster;
    const voters = servers.filter((node) => isVoter(node) && !meetsSharedAddress(node, cluster));
    const lists = voters.flatMap((node) => listOf(node, agents, peers) ?? []);
    // Lists of all other servers are the same with each node added, lists of a few seeds are the same as written.
    const [shared, copied] = [mostShared(lists, sameWithItself), mostShared(lists, sameAsWritten)];
    if (!shared || !copied) return;
    const { list: reference, agree } = copied.agreeing > shared.agreeing ? copied : shared;
    for (const list of lists) {
      if (agree(list, reference)) continue;
      const asWritten = agree === sameAsWritten;
      const wanted = asWritten ? reference.raw : reference.all;
      const absent = without(wanted, list.all);
      const missing = [...absent.values()];
      const extra = [...without(asWritten ? list.raw : list.all, wanted).values()];
      if (missing.length + extra.length === 0 || isAddedServer(list, missing, extra)) continue;
      const edits = appended(list, textsOf(absent, [reference, ...lists]));
      report({
        at: list.node.config.at(list.key),
        path: list.key,
        message:
          `${list.node.name} and ${reference.node.name} list different servers: this list ` +
          [missing.length && `lacks ${named(missing)}`, extra.length && `has ${named(extra)}`]
            .filter(Boolean)
            .join(' and ') +
          `${extra.length ? `, which that of ${reference.node.name} does not have` : ''}. The cluster may still ` +
          'form, but a restart then depends on the few servers that both lists name; list the same servers on all of them',
        ...(edits && { fix: { title: `Add ${named(missing)}`, safe: false, edits } }),
        related: [
          {
            at: reference.node.config.at(reference.key),
            message: `${reference.node.name} lists ${named([...reference.raw.values()])}`,
          },
        ],
      });
    }
  },
});

/** A server that joins all the others and that none of them lists: nothing depends on it. */
const isAddedServer = ({ node }: List, missing: readonly string[], extra: readonly string[]): boolean =>
  missing.length === 0 && extra.length === 1 && extra[0] === node.name;

interface List {
  readonly node: Node;
  readonly key: string;
  /** What is written, and the same with the node itself: identity → name in messages. */
  readonly raw: Names;
  readonly all: Names;
  /** Identity → an entry that leads there. */
  readonly texts: Names;
}

type Names = ReadonlyMap<Node | string, string>;

/** Undefined where a list cannot be compared: empty, or known only at run time. */
function listOf(node: Node, agents: readonly Node[], peers: Peers): List | undefined {
  const entries = peers.entries(node);
  if (joinsOtherwise(node.config) || entries.some(({ target }) => target.kind === 'dynamic'))
    return undefined;
  const raw = new Map<Node | string, string>();
  const texts = new Map<Node | string, string>();
  for (const entry of entries) {
    const [identity, name] = identify(entry, node, peers) ?? [];
    // Nodes of other datacenters are reported by cluster/datacenter-differs.
    const isForeign = typeof identity === 'object' && !agents.includes(identity);
    if (identity === undefined || name === undefined || isForeign) continue;
    raw.set(identity, name);
    texts.set(identity, entry.text);
  }
  const [first] = entries;
  const all = new Map([...raw, [node, node.name] as const]);
  // A list that leads only to the node itself is reported by join/self-only.
  if (!first || all.size === 1) return undefined;
  return { node, key: first.path.replace(/\[\d+\]$/, ''), raw, all, texts };
}

function identify({ target }: JoinEntry, node: Node, peers: Peers): [Node | string, string] | undefined {
  if (target.kind !== 'host') return undefined;
  const peer = peers.find(target, node);
  // What is meant is the machine itself; with a port it may be another agent there.
  if (!peer && isLoopback(target.host) && target.port === undefined) return undefined;
  return peer ? [peer, peer.name] : [target.host, target.host];
}

type Agree = (a: List, b: List) => boolean;

/** The list that most others agree with; of equally shared ones that which names most known nodes. */
function mostShared(lists: readonly List[], agree: Agree) {
  let best: { list: List; agree: Agree; agreeing: number; known: number } | undefined;
  for (const list of lists) {
    const agreeing = lists.filter((other) => agree(other, list)).length;
    const known = [...list.all.keys()].filter((identity) => typeof identity !== 'string').length;
    if (!best || agreeing > best.agreeing || (agreeing === best.agreeing && known > best.known))
      best = { list, agree, agreeing, known };
  }
  return best;
}

const sameWithItself: Agree = (a, b) => equal(a.all, b.all);
const sameAsWritten: Agree = (a, b) => equal(a.raw, b.raw);

const equal = (a: Names, b: Names): boolean => a.size === b.size && [...a.keys()].every((key) => b.has(key));

const without = (names: Names, other: Names): Names =>
  new Map([...names].filter(([identity]) => !other.has(identity)));

/** The entries that lead to these, as the first list that has one writes it. */
const textsOf = (names: Names, lists: readonly List[]): string[] =>
  [...names].map(
    ([identity, name]) => lists.find(({ texts }) => texts.has(identity))?.texts.get(identity) ?? name,
  );

/** Undefined where there is nothing to add, or the list is not in a file, such as in flags. */
function appended({ node, key }: List, texts: readonly string[]): readonly TextEdit[] | undefined {
  const value = node.config.get(key);
  const last = value?.kind === 'list' ? value.items.at(-1) : undefined;
  const isInFile = node.files.some(({ source }) => source === last?.source);
  return last && isInFile && texts.length > 0 ? appendItems(last, texts) : undefined;
}

function server(list: string): string {
  return `data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\nretry_join = [${list}]\n`;
}
