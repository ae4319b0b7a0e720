import { texts } from '../forms/values.ts';

export const gossipSegment = texts({
  id: 'gossip/segment',
  options: ['segment'],
  docs: { summary: 'Network segments are a matter of Consul Enterprise; the community agent refuses them.' },
  wants: 'empty or absent',
  why: 'network segments exist in Consul Enterprise only',
  accepts: (text) => text === '',
});
