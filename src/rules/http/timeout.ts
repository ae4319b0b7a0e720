import { parseDuration, second } from '../../model/grammar/duration.ts';
import { texts } from '../forms/values.ts';

export const httpTimeout = texts({
  id: 'http/timeout',
  since: '1.22.5',
  options: ['http_config.read_timeout', 'http_config.write_timeout', 'http_config.read_header_timeout'],
  docs: {
    summary: 'A timeout of the HTTP server is below one second.',
    rationale:
      'From 1.22.5 on the agent refuses http_config.read_timeout, write_timeout and ' +
      'read_header_timeout below 1s.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nhttp_config {\n  read_timeout = "500ms"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nhttp_config {\n  read_timeout = "30s"\n}\n',
    },
  },
  wants: 'a duration of 1s or more',
  accepts: (text) => (parseDuration(text) ?? second) >= second,
});
