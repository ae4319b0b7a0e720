import { startupRule } from '../forms/startup.ts';

export const nodeId = startupRule({
  id: 'node/id',
  options: ['node_id'],
  summary: 'The node ID is not a UUID.',
  rationale:
    'A node ID must be 8-4-4-4-12 hexadecimal digits, and the agent does not start with another one. If unset, the agent creates one and keeps it.',
  bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nnode_id = "srv1"\n' },
  good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nnode_id = "10cc9a3d-2a5f-4f5e-9d5e-0a5a4f2f7d11"\n' },
});
