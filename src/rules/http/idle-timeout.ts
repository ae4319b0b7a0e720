import { minute, parseDuration, second } from '../../model/grammar/duration.ts';
import { texts } from '../forms/values.ts';

export const httpIdleTimeout = texts({
  id: 'http/idle-timeout',
  since: '1.22.5',
  options: ['http_config.idle_timeout'],
  docs: {
    summary: 'The idle timeout of the HTTP server is below 10 seconds.',
    rationale: 'From 1.22.5 on the agent refuses http_config.idle_timeout below 10s. The default is 120s.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nhttp_config {\n  idle_timeout = "5s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nhttp_config {\n  idle_timeout = "60s"\n}\n',
    },
  },
  wants: 'a duration of 10s or more',
  accepts: (text) => (parseDuration(text) ?? minute) >= 10n * second,
});
