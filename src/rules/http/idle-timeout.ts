import { minute, parseDuration, second } from '../../model/grammar/duration.ts';
import { texts } from '../forms/values.ts';

export const httpIdleTimeout = texts({
  id: 'http/idle-timeout',
  since: '1.22.5',
  options: ['http_config.idle_timeout'],
  docs: { summary: 'Idle connections may be closed after 10 seconds at the earliest.' },
  wants: 'a duration of 10s or more',
  accepts: (text) => (parseDuration(text) ?? minute) >= 10n * second,
});
