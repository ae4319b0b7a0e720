import { startupRule } from '../forms/startup.ts';

export const protocolVersion = startupRule({
  id: 'gossip/protocol',
  options: ['protocol'],
  summary: 'The protocol version is not one that the agent supports.',
  rationale:
    'The agent supports versions 2 and 3. It exits with 1 and with 4 or more; 0 and less count as not set.',
  bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nprotocol = 1\n' },
  good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nprotocol = 2\n' },
  ignores: ({ value }) => value.kind === 'number' && value.value <= 0,
});
