import { hour, parseDuration } from '../../model/grammar/duration.ts';
import { texts } from '../forms/values.ts';

export const storageRejoinAge = texts({
  id: 'storage/rejoin-age',
  options: ['server_rejoin_age_max'],
  docs: {
    summary: 'server_rejoin_age_max is below six hours.',
    rationale:
      'A server that was stopped for longer than server_rejoin_age_max does not start again, so that old ' +
      'data does not return. The agent refuses a limit below 6h; the default is 168h.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nserver_rejoin_age_max = "1h"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nserver_rejoin_age_max = "24h"\n' },
  },
  wants: 'a duration of 6h or more',
  accepts: (text) => (parseDuration(text) ?? 6n * hour) >= 6n * hour,
});
