import { sharedBy } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';

export const duplicateNodeId = rule({
  id: 'cluster/duplicate-node-id',
  scope: 'cluster',
  source: 'cluster',
  severity: 'error',
  options: ['node_id'],
  docs: {
    summary: 'Two agents of a datacenter have the same node ID.',
    rationale:
      'The second agent with the same ID is refused when it joins. The usual cause is a copied file.',
    bad: {
      'a/consul.hcl': node('10cc9a3d-2a5f-4f5e-9d5e-0a5a4f2f7d11'),
      'b/consul.hcl': node('10cc9a3d-2a5f-4f5e-9d5e-0a5a4f2f7d11'),
    },
    good: {
      'a/consul.hcl': node('10cc9a3d-2a5f-4f5e-9d5e-0a5a4f2f7d11'),
      'b/consul.hcl': node('7d2b3c80-58c6-4a1e-8f0a-5f4f0f6f2c22'),
    },
  },
  run({ agents }, report) {
    const ids = sharedBy(agents, ({ config }) => config.string('node_id')?.toLowerCase() || undefined);
    for (const [id, [first, ...others]] of ids) {
      for (const other of others) {
        report({
          at: other.config.at('node_id'),
          path: 'node_id',
          message: `node_id ${id} is that of ${first!.name} too: the second one is refused when it joins; remove node_id, and each agent generates its own`,
          related: [{ at: first!.config.at('node_id'), message: `${first!.name} has it here` }],
        });
      }
    }
  },
});

function node(id: string): string {
  return `node_id = "${id}"\ndata_dir = "/var/lib/consul"\n`;
}
