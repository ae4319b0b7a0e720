import { rule } from '../rule.ts';
import { patroniExample } from './support/patroni-example.ts';

export const livePatroniSession = rule({
  id: 'live/patroni-session',
  scope: 'reader',
  source: 'live',
  severity: {
    default: 'error',
    warning: 'when it is the lock delay or the TTL',
  },
  options: [],
  docs: {
    summary: 'The session of a Patroni member ends too early, or leaves its key behind.',
    rationale:
      'Patroni 4.1.5 makes a session with the behaviour delete, no health checks, a lock delay of 0.001 s and half of its ttl as TTL (dcs/consul.py). A session that is made without these fields has serfHealth, the behaviour release and a lock delay of 15 s, as measured on 1.16, 1.20 and 1.23. With serfHealth two primaries accepted writes for 5.3 s when the link of the first was down.',
    bad: patroniExample({ session: { Behavior: 'release' } }),
    good: patroniExample(),
  },
});
