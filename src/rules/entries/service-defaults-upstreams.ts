import { find, itemsAt, numberAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { kinds } from './support/service-defaults.ts';

function healthFaults(upstream: Value | undefined, at: string, report: ReportKey): void {
  const base = 'passive_health_check';
  for (const key of ['interval', 'base_ejection_time']) {
    if ((numberAt(upstream, `${base}.${key}`) ?? 0) < 0)
      report(`${at}.${base}.${key}`, 'must not be negative');
  }
  for (const key of ['enforcing_consecutive_5xx', 'max_ejection_percent']) {
    if ((numberAt(upstream, `${base}.${key}`) ?? 0) > 100)
      report(`${at}.${base}.${key}`, 'is a percentage, so it must be at most 100');
  }
}

export const entriesServiceDefaultsUpstreams = ofEntries({
  id: 'entries/service-defaults-upstreams',
  kinds,
  keys: ['upstream_config', 'destination'],
  docs: {
    summary: 'Settings for upstreams name the wrong upstream, or conflict with a destination.',
    rationale:
      'Each override names one upstream, defaults name none, and neither can be combined with ' +
      'destination. In health checks, durations must not be negative and percentages not above 100. The ' +
      'agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      upstream_config {
        overrides {
          name = "*"
          connect_timeout_ms = 500
        }
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      upstream_config {
        overrides {
          name = "db"
          connect_timeout_ms = 500
        }
      }
    `),
  },
  run: ({ value }, report) => {
    const base = 'upstream_config';
    if (find(value, base) && find(value, 'destination')) {
      report(
        'destination',
        'cannot be combined with upstream_config, since a destination is outside the mesh and has no upstreams; remove one',
      );
      return;
    }
    for (const [i, override] of itemsAt(value, `${base}.overrides`).entries()) {
      const given = textAt(override, 'name');
      if (given === '' || given === '*')
        report(
          `${base}.overrides[${i}]`,
          'needs the name of one upstream; for all upstreams, write defaults',
        );
      healthFaults(override, `${base}.overrides[${i}]`, report);
    }
    if (textAt(value, `${base}.defaults.name`) !== '')
      report(`${base}.defaults.name`, 'must not be set; the defaults are for all upstreams');
    healthFaults(find(value, `${base}.defaults`), `${base}.defaults`, report);
  },
});
