/** What operators of long-lived clusters agree on and the agent's defaults lack. */
import type { Setting } from '../key.ts';
import type { Profile } from './profile.ts';

const always: readonly Setting[] = [
  {
    path: 'disable_update_check',
    value: true,
    why: 'otherwise every agent sends a request to the Internet at start and then daily',
  },
];

export const production: Profile = {
  docs: 'Long-lived clusters: quick elections, no requests to the Internet.',
  settings: ({ role }) =>
    role === 'client'
      ? always
      : [
          ...always,
          {
            path: 'performance.raft_multiplier',
            value: 1,
            why: 'the default of 5 is meant for small machines; with it the loss of a leader is detected five times later',
          },
        ],
};
