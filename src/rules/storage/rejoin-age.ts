import { hour, parseDuration } from '../../model/grammar/duration.ts';
import { texts } from '../forms/values.ts';

export const storageRejoinAge = texts({
  id: 'storage/rejoin-age',
  options: ['server_rejoin_age_max'],
  docs: { summary: 'A server that was away for longer refuses to come back; 6 hours at least.' },
  wants: 'a duration of 6h or more',
  accepts: (text) => (parseDuration(text) ?? 6n * hour) >= 6n * hour,
});
