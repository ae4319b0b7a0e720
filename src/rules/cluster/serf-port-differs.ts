import { majority, named } from '../../subjects/cluster/groups.ts';
import { ownAddresses, serfPort } from '../../subjects/cluster/peers.ts';
import type { Cluster, Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

export const serfPortDiffers = rule({
  id: 'cluster/serf-port-differs',
  scope: 'cluster',
  source: 'cluster',
  severity: {
    default: 'info',
    error: 'where a join entry without a port therefore misses the agent',
  },
  options: ['ports.serf_lan', 'retry_join'],
  docs: {
    summary: 'The gossip port of an agent differs from that of the others.',
    rationale:
      'A join entry without a port goes to the own Serf port. With one server moved and plain host names in the ' +
      'lists, no leader was elected. Several agents on one machine must have different ports.',
    bad: {
      'srv1/consul.hcl': node(8301, '"srv2", "srv3"'),
      'srv2/consul.hcl': node(8301, '"srv1", "srv3"'),
      'srv3/consul.hcl': node(9301, '"srv1", "srv2"'),
    },
    good: {
      'srv1/consul.hcl': node(9301, '"srv2", "srv3"'),
      'srv2/consul.hcl': node(9301, '"srv1", "srv3"'),
      'srv3/consul.hcl': node(9301, '"srv1", "srv2"'),
    },
  },
  run(cluster, report) {
    const most = majority(cluster.agents, serfPort);
    for (const agent of most?.others ?? []) {
      if (sharesMachine(agent, cluster)) continue;
      const unreachable = entriesWithoutPort(agent, cluster);
      report({
        at: agent.config.at('ports.serf_lan'),
        path: 'ports.serf_lan',
        ...(unreachable && { severity: 'error' }),
        message:
          `the gossip port here is ${serfPort(agent)}, that of ` +
          `${named(most!.members.map(({ name }) => name))} is ${most!.value}` +
          (unreachable
            ? ': join entries without a port go to the own gossip port and miss each other; write the same port on all agents'
            : '; write the same port on all agents, so that lists need no ports'),
        related: [
          {
            at: most!.members[0]!.config.at('ports.serf_lan'),
            message: `${most!.members[0]!.name} has ${most!.value}`,
          },
        ],
      });
    }
  },
});

/** True where a join entry without a port leads to this agent, or from it, at the wrong port. */
function entriesWithoutPort(agent: Node, { agents, peers }: Cluster): boolean {
  return agents.some((from) =>
    peers.entries(from).some(({ target }) => {
      if (target.kind !== 'host' || target.port !== undefined) return false;
      const to = peers.find(target, from);
      return (
        to !== undefined && to !== from && (to === agent || from === agent) && serfPort(to) !== serfPort(from)
      );
    }),
  );
}

function sharesMachine(agent: Node, { agents }: Cluster): boolean {
  const own = ownAddresses(agent);
  return agents.some(
    (other) => other !== agent && ownAddresses(other).some((address) => own.includes(address)),
  );
}

function node(port: number, list: string): string {
  return `data_dir = "/var/lib/consul"\nserver = true\nretry_join = [${list}]\n\nports {\n  serf_lan = ${port}\n}\n`;
}
