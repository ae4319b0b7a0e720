import { parseDuration } from '../../model/grammar/duration.ts';
import { each, stringAt } from '../../model/value-path.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { places } from './support/checks.ts';

const sidecarPlaces = [
  'services[].connect.sidecar_service.checks[]',
  'services[].connect.sidecar_service.check',
];

const everyPlace = [...places, ...sidecarPlaces];

const durationKeys = ['interval', 'timeout', 'ttl', 'deregister_critical_service_after'];

export const checksDuration = rule({
  scope: 'agent',
  source: 'consul',
  id: 'checks/duration',
  severity: 'error',
  // A ttl that cannot be read counts as none.
  supersedes: ['checks/type'],
  options: everyPlace.flatMap((place) => durationKeys.map((key) => `${place}.${key}`)),
  docs: {
    summary: 'A time of a check is not a Go duration.',
    rationale:
      'interval, timeout, ttl and deregister_critical_service_after are numbers with the units ns, us, ' +
      'ms, s, m and h. The agent refuses days, numbers without a unit and the empty string.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  http = "http://localhost/health"\n  interval = "1d"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  http = "http://localhost/health"\n  interval = "24h"\n}\n',
    },
  },
  run: ({ config }, report) => {
    for (const place of everyPlace) {
      each(config.resolved, place, (check, at) => {
        for (const key of durationKeys) {
          const value = stringAt(check, key);
          if (!value || parseDuration(value.value) !== undefined) continue;
          const path = `${at}.${key}`;
          report({
            path,
            value,
            message: `${path} must be a Go duration such as "10s", not ${quote(value.value)}; units are ns, us, ms, s, m and h`,
          });
        }
      });
    }
  },
});
