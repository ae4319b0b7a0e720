import { texts } from '../forms/values.ts';

export const gossipSegment = texts({
  id: 'gossip/segment',
  edition: 'community',
  options: ['segment'],
  docs: {
    summary: 'The agent is assigned to a network segment, which only Consul Enterprise has.',
    rationale: 'The community edition refuses every value but the empty one.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nsegment = "alpha"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n' },
  },
  wants: 'empty or absent',
  why: 'network segments exist in Consul Enterprise only, so remove it',
  accepts: (text) => text === '',
});
