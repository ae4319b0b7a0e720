import { rule } from '../rule.ts';
import { checksSettings, root, settingsOf } from './support/ca.ts';

export const caConfigType = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ca/config-type',
  severity: 'error',
  options: [root],
  docs: {
    summary: 'Settings of the authority are read leniently, but a duration must be one, and a number one.',
  },
  run: (subject, report) => {
    if (!checksSettings(subject)) return;
    settingsOf(subject, (path) =>
      report({
        path,
        message: `${path} cannot be read as what it should be; durations are Go durations such as "72h", numbers whole`,
      }),
    );
  },
});
