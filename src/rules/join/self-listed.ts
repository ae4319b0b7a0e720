import { isSelf } from '../../subjects/cluster/peers.ts';
import { meetsSharedAddress } from '../../subjects/cluster/shared-address.ts';
import { removeItem } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const selfListed = rule({
  id: 'join/self-listed',
  scope: 'cluster',
  source: 'cluster',
  severity: 'warning',
  options: ['retry_join'],
  fix: 'unsafe',
  docs: {
    summary: 'A node lists itself among the nodes to join.',
    rationale:
      'Joining itself counts as success and ends the retries. When the others are down at that moment, the node ' +
      'stays alone (measured on 1.20 and 1.23; hashicorp/consul#2868).',
    bad: {
      'srv1/consul.hcl': server('srv1', '"srv1", "srv2", "srv3"'),
      'srv2/consul.hcl': server('srv2', '"srv1", "srv3"'),
      'srv3/consul.hcl': server('srv3', '"srv1", "srv2"'),
    },
    good: {
      'srv1/consul.hcl': server('srv1', '"srv2", "srv3"'),
      'srv2/consul.hcl': server('srv2', '"srv1", "srv3"'),
      'srv3/consul.hcl': server('srv3', '"srv1", "srv2"'),
    },
  },
  run(cluster, report) {
    const { agents, peers } = cluster;
    if (agents.length < 2) return;
    for (const node of agents) {
      if (meetsSharedAddress(node, cluster)) continue;
      const entries = peers.entries(node);
      const own = entries.filter(
        ({ target }) =>
          target.kind === 'host' && isSelf(target, node) && (peers.find(target, node) ?? node) === node,
      );
      const [first] = own;
      if (!first || own.length === entries.length) continue;
      report({
        at: first.at,
        path: first.path,
        message:
          'this list names the node itself: joining itself counts as success and ends the retries, so if the others ' +
          'are down at that moment it stays alone; list only the other servers',
        fix: { title: 'Remove the node itself', safe: false, edits: [removeItem(first.at)] },
      });
    }
  },
});

function server(name: string, list: string): string {
  return `node_name = "${name}"\ndata_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\nretry_join = [${list}]\n`;
}
