import { bootstrapExpect, isServer, isVoter } from '../../subjects/agent/predicates.ts';
import { type HostTarget, joinEntries, joinsOtherwise } from '../../subjects/cluster/join.ts';
import { isSelf, serfPort } from '../../subjects/cluster/peers.ts';
import { meetsSharedAddress } from '../../subjects/cluster/shared-address.ts';
import type { Cluster, Node } from '../../subjects/subjects.ts';
import { ipFamily, isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const tooFewTargets = rule({
  id: 'join/too-few-targets',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['retry_join', 'bootstrap_expect'],
  docs: {
    summary: 'A join list names fewer servers than bootstrap_expect waits for.',
    rationale:
      'Joining one reachable server is enough, so a short list works while that one is up. While it is down, ' +
      'a new server joins no others, although they are running.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 5\nretry_join = ["srv2"]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 5\n' +
        'retry_join = ["srv2", "srv3", "srv4", "srv5"]\n',
    },
  },
  run(node, report, cluster) {
    if (!isServer(node) || meetsSharedAddress(node, cluster)) return;
    const { config } = node;
    const voters = cluster?.complete ? cluster.servers.filter(isVoter).length : Number.POSITIVE_INFINITY;
    const wanted = Math.min(bootstrapExpect(config), voters);
    const entries = joinEntries(config);
    if (wanted < 2 || entries.length === 0 || joinsOtherwise(config)) return;
    const others = new Set<Node | string>();
    for (const { target } of entries) {
      if (target.kind === 'invalid') continue;
      const peer = target.kind === 'host' ? cluster?.peers.find(target, node) : undefined;
      if (target.kind === 'dynamic' || mayBeSeveral(target, peer, node, cluster)) return;
      if (!isSelf(target, node) && !isOwnLoopback(target, node)) others.add(peer ?? keyOf(target));
    }
    others.delete(node);
    // A list that leads to no other node is reported by join/self-only or join/loopback-target.
    if (others.size + 1 >= wanted || others.size === 0) return;
    report({
      at: config.at(entries[0]!.path.replace(/\[\d+\]$/, '')),
      path: 'retry_join',
      message:
        `bootstrap_expect is ${bootstrapExpect(config)}, but with itself this list names only ${others.size + 1} ` +
        `servers: while the listed ones are down it cannot join; list all ${wanted} servers (a name that resolves ` +
        'to all of them serves as well)',
    });
  },
});

/** One name may resolve to all servers; in a whole cluster the names of single nodes are known. */
const mayBeSeveral = (
  { host }: HostTarget,
  peer: Node | undefined,
  { container }: Node,
  cluster: Cluster | undefined,
): boolean =>
  container?.sharedNames.includes(host) === true || (cluster !== undefined && !peer && !ipFamily(host));

const isOwnLoopback = ({ host, port }: HostTarget, node: Node): boolean =>
  isLoopback(host) && (port ?? serfPort(node)) === serfPort(node);

/** Agents on one machine differ in their ports. */
const keyOf = ({ host, port }: HostTarget): string => (isLoopback(host) ? `${host}:${port ?? ''}` : host);
