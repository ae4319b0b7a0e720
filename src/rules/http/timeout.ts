import { parseDuration, second } from '../../model/grammar/duration.ts';
import { texts } from '../forms/values.ts';

export const httpTimeout = texts({
  id: 'http/timeout',
  since: '1.22.5',
  options: ['http_config.read_timeout', 'http_config.write_timeout', 'http_config.read_header_timeout'],
  docs: { summary: 'Timeouts of the HTTP server below a second are refused.' },
  wants: 'a duration of 1s or more',
  accepts: (text) => (parseDuration(text) ?? second) >= second,
});
