import { rule } from '../rule.ts';
import { patroniExample } from './support/patroni-example.ts';

export const livePatroniLeader = rule({
  id: 'live/patroni-leader',
  scope: 'reader',
  source: 'live',
  severity: {
    default: 'error',
    warning: 'when Patroni is paused',
    info: 'when Patroni has no keys there',
  },
  options: [],
  docs: {
    summary: 'No member holds the leader key of a Patroni cluster as it should be held.',
    rationale:
      'The member that holds service/<scope>/leader is the primary; without a holder none is, but for one that goes on by failsafe_mode. Patroni takes a key that names a member for held, whether it has a session or not (dcs/__init__.py of 4.1.5), and without a session nothing deletes it.',
    bad: patroniExample({ leader: { Session: undefined } }),
    good: patroniExample(),
  },
});
