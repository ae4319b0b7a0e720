import { numbers } from '../forms/values.ts';

export const limitsCacheBurst = numbers({
  id: 'limits/cache-burst',
  options: ['cache.entry_fetch_max_burst'],
  docs: {
    summary: 'cache.entry_fetch_max_burst is below 1.',
    rationale:
      'It is the number of fetches of one cache entry that can happen at once; with 0 none could. The ' +
      'agent refuses 0 and less.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncache {\n  entry_fetch_max_burst = 0\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncache {\n  entry_fetch_max_burst = 2\n}\n',
    },
  },
  wants: '1 or more',
  accepts: (burst) => burst > 0,
});
