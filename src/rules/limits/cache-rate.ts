import { numbers } from '../forms/values.ts';

export const limitsCacheRate = numbers({
  id: 'limits/cache-rate',
  options: ['cache.entry_fetch_rate'],
  docs: {
    summary: 'Fetches of one cache entry per second; negative lifts the limit, 0 would stop the cache.',
  },
  wants: 'above 0, or negative for no limit',
  accepts: (rate) => rate !== 0,
});
