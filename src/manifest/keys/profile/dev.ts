/** To try things out: not meant for a cluster in use. */
import type { Profile } from './profile.ts';

export const dev: Profile = {
  docs: 'To try things out: the UI, and a detailed log.',
  settings: () => [
    { path: 'ui_config.enabled', value: true, why: 'to see the state of the cluster' },
    { path: 'log_level', value: 'DEBUG', why: 'to read what happens' },
    { path: 'disable_update_check', value: true, why: 'a trial needs no requests to the Internet' },
  ],
};
