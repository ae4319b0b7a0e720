/** To try things out: nothing here is for a cluster that somebody depends on. */
import type { Preset } from './preset.ts';

export const dev: Preset = {
  docs: 'To try things out: the UI, and a log that tells everything.',
  settings: () => [
    { path: 'ui_config.enabled', value: true, why: 'to look at what happens' },
    { path: 'log_level', value: 'DEBUG', why: 'to read what happens' },
    { path: 'disable_update_check', value: true, why: 'a trial needs no call to the Internet' },
  ],
};
