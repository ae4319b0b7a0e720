import { isOneMachine } from '../../subjects/agent/predicates.ts';
import { sharedBy } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';

export const duplicateNodeName = rule({
  id: 'cluster/duplicate-node-name',
  scope: 'cluster',
  source: 'cluster',
  severity: {
    default: 'error',
    warning: 'where files of a repository may be alternatives, of which one machine has one',
  },
  unless: 'unless they are alternatives, of which one machine has one',
  options: ['node_name'],
  docs: {
    summary: 'Two agents of a datacenter have the same node name.',
    rationale:
      'Gossip identifies members by name. Of three servers, two with one name, only two were visible and no leader was ' +
      'elected; with clients, the two take turns in the catalog.',
    bad: { 'a/consul.hcl': node('srv1'), 'b/consul.hcl': node('srv1') },
    good: { 'a/consul.hcl': node('srv1'), 'b/consul.hcl': node('srv2') },
  },
  run({ agents }, report) {
    for (const [name, [first, ...others]] of sharedBy(agents.filter(isOneMachine), ({ config }) =>
      config.string('node_name'),
    )) {
      for (const other of others) {
        report({
          at: other.config.at('node_name'),
          path: 'node_name',
          message: `two agents are called ${name}: they conflict, one of them is not seen, and servers elect no leader; give each its own name`,
          related: [{ at: first!.config.at('node_name'), message: `the first ${name}` }],
        });
      }
    }
  },
});

function node(name: string): string {
  return `node_name = "${name}"\ndata_dir = "/var/lib/consul"\n`;
}
