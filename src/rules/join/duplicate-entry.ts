import { named } from '../../subjects/cluster/groups.ts';
import { gatewayEntries, type JoinEntry, joinEntries, wanEntries } from '../../subjects/cluster/join.ts';
import { serfPort, wanPort } from '../../subjects/cluster/peers.ts';
import { meetsSharedAddress } from '../../subjects/cluster/shared-address.ts';
import { removeItem } from '../../subjects/edits.ts';
import type { Cluster, Node } from '../../subjects/subjects.ts';
import { describesContent } from '../../text/placeholder.ts';
import { isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const duplicateEntry = rule({
  id: 'join/duplicate-entry',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['retry_join', 'start_join', 'retry_join_wan', 'start_join_wan', 'primary_gateways'],
  fix: 'safe',
  docs: {
    summary: 'A join list names the same target twice.',
    rationale:
      'Lists of several files are appended, and start_join is appended to retry_join, so the same host is often ' +
      'there twice. Harmless to the agent, but a later edit to one copy is easily missed in the other.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1", "srv2", "srv1:8301"]\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1", "srv2", "srv3"]\n' },
  },
  run(node, report, cluster) {
    const { config } = node;
    const repeated = [
      ...repeatedIn(joinEntries(config), (entry) => keyOf(entry, node, cluster)),
      ...repeatedIn(wanEntries(config), (entry) => textOf(entry, wanPort(node))),
      ...repeatedIn(gatewayEntries(config), (entry) => textOf(entry)),
    ];
    for (const { entry, first } of repeated.filter((pair) => !isOldList(pair) && hasName(pair.entry))) {
      report({
        at: entry.at,
        path: entry.path,
        message: `${entry.text} is already listed${first.text === entry.text ? '' : ` as ${first.text}`}; remove one of the two`,
        related: [{ at: first.at, message: 'listed first here' }],
        fix: { title: 'Remove the second entry', safe: true, edits: [removeItem(entry.at)] },
      });
    }
    // The agent appends start_join to retry_join; the fix there is to remove the whole key.
    const [old, ...more] = repeated.filter(isOldList);
    if (!old) return;
    report({
      at: config.at('start_join'),
      path: 'start_join',
      message: `start_join is appended to retry_join, which names ${named([old, ...more].map(({ entry }) => entry.text))} already; remove start_join`,
      related: [{ at: old.first.at, message: `${old.first.text} is listed here` }],
    });
  },
});

interface Repeated {
  readonly entry: JoinEntry;
  readonly first: JoinEntry;
}

function repeatedIn(
  entries: readonly JoinEntry[],
  identify: (entry: JoinEntry) => Node | string,
): readonly Repeated[] {
  const seen = new Map<Node | string, JoinEntry>();
  const repeated: Repeated[] = [];
  for (const entry of entries) {
    if (describesContent(entry.text)) continue;
    const key = identify(entry);
    const first = seen.get(key);
    // A list that a manifest derives has all its entries at one place.
    if (first?.at.start === entry.at.start) continue;
    if (first) repeated.push({ entry, first });
    else seen.set(key, entry);
  }
  return repeated;
}

const textOf = ({ target, text }: JoinEntry, usual?: number): string =>
  target.kind === 'host' ? `${target.host}:${target.port ?? usual}` : text;

const isOldList = ({ entry, first }: Repeated): boolean =>
  entry.path.startsWith('start_join[') && first.path.startsWith('retry_join[');

function keyOf(entry: JoinEntry, node: Node, cluster: Cluster | undefined): Node | string {
  const { target, text } = entry;
  if (target.kind !== 'host') return text;
  const peer = meetsSharedAddress(node, cluster) ? undefined : cluster?.peers.find(target, node);
  if (peer && !isLoopback(target.host)) return peer;
  return textOf(entry, serfPort(node));
}

/** What has no letter and no digit is to be filled in. */
const hasName = ({ text }: { readonly text: string }): boolean => /[\p{L}\p{N}]/u.test(text);
