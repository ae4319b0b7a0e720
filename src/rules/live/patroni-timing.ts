import { rule } from '../rule.ts';
import { patroniExample } from './support/patroni-example.ts';

export const livePatroniTiming = rule({
  id: 'live/patroni-timing',
  scope: 'reader',
  source: 'live',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'Patroni runs with other times than the files say, or with times that do not fit together.',
    rationale:
      'bootstrap.dcs is read once, when the Patroni cluster is made; afterwards the key service/<scope>/config counts, which patronictl edit-config writes. loop_wait and twice retry_timeout must fit into ttl.',
    bad: patroniExample({ config: { retry_timeout: 15 } }),
    good: patroniExample(),
  },
});
