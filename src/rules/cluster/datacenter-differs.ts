import { isFragment } from '../../subjects/agent/predicates.ts';
import { datacenterOf } from '../../subjects/cluster/clusters.ts';
import { named } from '../../subjects/cluster/groups.ts';
import type { Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

export const datacenterDiffers = rule({
  id: 'cluster/datacenter-differs',
  scope: 'cluster',
  source: 'cluster',
  severity: { default: 'error', warning: 'of a join entry that names a node of another datacenter' },
  options: ['datacenter', 'retry_join', 'retry_join_wan'],
  docs: {
    summary: 'A node joins the nodes of another datacenter over the LAN.',
    rationale:
      'Agents refuse to join a LAN member of another datacenter ("part of wrong datacenter" in the log). Several ' +
      'datacenters are fine; their servers join each other through retry_join_wan.',
    bad: {
      'srv1/consul.hcl': node('east', '"srv2", "srv3"'),
      'srv2/consul.hcl': node('east', '"srv1", "srv3"'),
      'srv3/consul.hcl': node('esat', '"srv1", "srv2"'),
    },
    good: {
      'srv1/consul.hcl': node('east', '"srv2"'),
      'srv2/consul.hcl': node('east', '"srv1"'),
      'srv3/consul.hcl': node('west', '"srv4"'),
      'srv4/consul.hcl': node('west', '"srv3"'),
    },
  },
  run({ agents, datacenter, peers }, report) {
    const home = agents.filter((agent) => datacenterOf(agent) === datacenter);
    for (const agent of agents) {
      if (datacenterOf(agent) === datacenter) {
        for (const { target, at, path } of peers.entries(agent)) {
          const peer = target.kind === 'host' ? peers.find(target, agent) : undefined;
          // A node of this cluster with another datacenter is reported at its own datacenter.
          if (!peer || datacenterOf(peer) === datacenter || agents.includes(peer)) continue;
          report({
            at,
            path,
            severity: 'warning',
            message:
              `${agent.name} of datacenter ${datacenter} joins ${peer.name} of ${datacenterOf(peer)}: that join is ` +
              'always refused; list servers of other datacenters in retry_join_wan',
            related: [
              { at: peer.config.at('datacenter'), message: `${peer.name} belongs to ${datacenterOf(peer)}` },
            ],
          });
        }
        continue;
      }
      if (!isInSight(agent) || !home.some(isInSight)) continue;
      report({
        at: agent.config.at('datacenter'),
        path: 'datacenter',
        message:
          `${agent.name} has datacenter ${datacenterOf(agent)}, but belongs with ` +
          `${named(home.map(({ name }) => name))} of ${datacenter}: they refuse to join each other; write the same ` +
          'datacenter on all of them',
        related: home.slice(0, 1).map((other) => ({
          at: other.config.at('datacenter'),
          message: `${other.name} has ${datacenter}`,
        })),
      });
    }
  },
});

/** False where what sets the datacenter may be in a file that is not in sight. */
const isInSight = (node: Node): boolean => node.config.get('datacenter') !== undefined || !isFragment(node);

function node(datacenter: string, list: string): string {
  return `datacenter = "${datacenter}"\ndata_dir = "/var/lib/consul"\nserver = true\nretry_join = [${list}]\n`;
}
