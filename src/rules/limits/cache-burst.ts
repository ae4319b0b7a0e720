import { numbers } from '../forms/values.ts';

export const limitsCacheBurst = numbers({
  id: 'limits/cache-burst',
  options: ['cache.entry_fetch_max_burst'],
  docs: { summary: 'How many fetches of one cache entry may come at once; at least 1.' },
  wants: '1 or more',
  accepts: (burst) => burst > 0,
});
