import { find, itemsAt, numberAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type Say } from '../forms/entries.ts';
import { kinds } from './support/service-defaults.ts';

function healthFaults(upstream: Value | undefined, at: string, say: Say): void {
  const base = 'passive_health_check';
  for (const key of ['interval', 'base_ejection_time']) {
    if ((numberAt(upstream, `${base}.${key}`) ?? 0) < 0) say(`${at}.${base}.${key}`, 'must not be negative');
  }
  for (const key of ['enforcing_consecutive_5xx', 'max_ejection_percent']) {
    if ((numberAt(upstream, `${base}.${key}`) ?? 0) > 100)
      say(`${at}.${base}.${key}`, 'is in percent, so 100 at most');
  }
}

export const entriesServiceDefaultsUpstreams = ofEntries({
  id: 'entries/service-defaults-upstreams',
  kinds,
  keys: ['upstream_config', 'destination'],
  docs: { summary: 'Overrides name one upstream each, the defaults none; neither goes with a destination.' },
  run: ({ value }, say) => {
    const base = 'upstream_config';
    if (find(value, base) && find(value, 'destination')) {
      say(
        'destination',
        'and upstream_config exclude each other: a destination lies outside of the mesh and calls nobody',
      );
      return;
    }
    for (const [i, override] of itemsAt(value, `${base}.overrides`).entries()) {
      const given = textAt(override, 'name');
      if (given === '' || given === '*') say(`${base}.overrides[${i}]`, 'needs the name of one upstream');
      healthFaults(override, `${base}.overrides[${i}]`, say);
    }
    if (textAt(value, `${base}.defaults.name`) !== '')
      say(`${base}.defaults.name`, 'must not be set; the defaults are for all upstreams');
    healthFaults(find(value, `${base}.defaults`), `${base}.defaults`, say);
  },
});
