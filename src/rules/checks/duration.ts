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
  supersedes: ['checks/type'],
  options: everyPlace.flatMap((place) => durationKeys.map((key) => `${place}.${key}`)),
  docs: { summary: 'A duration is numbers with units. An empty string is none: leave the key out.' },
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
