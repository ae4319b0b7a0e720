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
  docs: 'Long-lived clusters: quick elections, no silent shrinking of the quorum, no calls to the Internet.',
  settings: ({ role, servers }) =>
    role === 'client' || servers === 0
      ? always
      : [
          ...always,
          {
            path: 'performance.raft_multiplier',
            value: 1,
            why: 'the default of 5 is meant for tiny machines and makes a lost leader noticed five times later',
          },
          {
            path: 'autopilot.min_quorum',
            value: Math.floor(servers / 2) + 1,
            why: 'dead-server cleanup must not shrink the cluster below a majority of its intended size',
          },
        ],
};
