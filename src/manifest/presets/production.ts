/** What operators of long-lived clusters agree on and the agent's defaults do not give. */
import type { Preset, Setting } from './preset.ts';

const always: readonly Setting[] = [
  {
    path: 'disable_update_check',
    value: true,
    why: 'otherwise every agent calls a service on the Internet at start and then daily',
  },
];

export const production: Preset = {
  docs: 'Long-lived clusters: quick elections, no calls to the Internet.',
  settings: ({ role }) =>
    role === 'client'
      ? always
      : [
          ...always,
          {
            path: 'performance.raft_multiplier',
            value: 1,
            why: 'the default of 5 is meant for tiny machines and makes a lost leader noticed five times later',
          },
        ],
};
