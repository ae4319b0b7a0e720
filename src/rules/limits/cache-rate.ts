import { numbers } from '../forms/values.ts';

export const limitsCacheRate = numbers({
  id: 'limits/cache-rate',
  options: ['cache.entry_fetch_rate'],
  docs: {
    summary: 'cache.entry_fetch_rate is 0, which would stop the cache.',
    rationale:
      'It is the number of fetches of one cache entry per second. A negative number lifts the limit; ' +
      'the agent refuses 0.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncache {\n  entry_fetch_rate = 0\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncache {\n  entry_fetch_rate = -1\n}\n',
    },
  },
  wants: 'above 0, or negative for no limit',
  accepts: (rate) => rate !== 0,
});
