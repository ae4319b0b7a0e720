import { startupRule } from '../forms/startup.ts';

export const protocolVersion = startupRule({
  id: 'gossip/protocol',
  options: ['protocol'],
  summary: 'The agent speaks no such protocol version.',
  rationale:
    'Versions 2 and 3 exist. The agent exits with 1 or with 4 and more; zero and less count as not set.',
  bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nprotocol = 1\n' },
  good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nprotocol = 2\n' },
  ignores: ({ value }) => value.kind === 'number' && value.value <= 0,
});
