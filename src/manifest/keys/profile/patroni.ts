/**
 * The store behind Patroni. Each value is what was measured to keep PostgreSQL writable, and never writable twice:
 * docs/measurements.md has the figures, docs/cookbook/patroni.md what happens without each of them.
 */
import type { Setting } from '../key.ts';
import type { Profile } from './profile.ts';

const stays: Setting = {
  path: 'leave_on_terminate',
  value: false,
  why: 'an agent that leaves on SIGTERM invalidates its sessions, and with them the leader key of Patroni',
};

const staysOnInterrupt: Setting = {
  path: 'skip_leave_on_interrupt',
  value: true,
  why: 'a client leaves on SIGINT by default, and the sessions of its node end with it',
};

const quickElection: Setting = {
  path: 'performance.raft_multiplier',
  value: 1,
  why: 'with the default of 5 the loss of a leader takes longer than the 10 s after which Patroni demotes the primary',
};

const keepsServers = (servers: number): Setting => ({
  path: 'autopilot.min_quorum',
  value: servers,
  why: 'otherwise autopilot removes a server that is stopped or cut off, and the sessions of its node with it',
});

export const patroni: Profile = {
  docs: 'The store behind Patroni: no stop of an agent or a server costs the leader key, and no cut makes two primaries.',
  settings: ({ role, servers }) => {
    if (role === 'client') return [stays, staysOnInterrupt];
    return [stays, quickElection, ...(servers === 0 ? [] : [keepsServers(servers)])];
  },
};
