/**
 * The store behind Patroni. Patroni's leader key is bound to a session of the node, so it is lost when the node leaves
 * or is removed as dead. Measured after SIGTERM of the leader's local server: the key was gone after
 * 0.6 s when the agent leaves, after 15 s when it stays but may be cleaned up, and still held after 35 s with both.
 */
import type { Setting } from '../key.ts';
import type { Profile } from './profile.ts';

const stays: Setting = {
  path: 'leave_on_terminate',
  value: false,
  why: 'an agent that leaves on SIGTERM invalidates its sessions, and with them the leader key of Patroni',
};

export const patroni: Profile = {
  docs: 'The store behind Patroni: stopping an agent must not cost the leader key.',
  settings: ({ role, servers }) =>
    role === 'client' || servers === 0
      ? [stays]
      : [
          stays,
          {
            path: 'autopilot.min_quorum',
            value: servers,
            why: 'otherwise autopilot removes a stopped server at once, and the sessions of its node with it',
          },
        ],
};
