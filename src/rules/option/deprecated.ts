import type { Fix } from '../../finding.ts';
import { collectSetOptions } from '../../subjects/agent/set-options.ts';
import { rule } from '../rule.ts';
import { migrate } from './support/migrate.ts';

export const deprecatedOption = rule({
  id: 'option/deprecated',
  scope: 'file',
  source: 'runtime',
  severity: {
    default: 'warning',
    info: 'where only the documentation calls the option deprecated and the agent does not warn',
  },
  supersedes: ['option/enterprise', 'option/deprecated-key'],
  options: [],
  fix: 'safe',
  docs: {
    summary: 'An option is deprecated, or no longer has an effect.',
    rationale:
      'The agent translates deprecated keys file by file, and a new key in the same file takes precedence without a ' +
      'warning. 132 of 214 public repositories use some, and each release may remove them.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nui = true\nstart_join = ["srv1"]\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\n\nui_config {\n  enabled = true\n}\n',
    },
  },
  run(file, report) {
    if (!file.value) return;
    let fix: Fix | undefined;
    for (const { path, option, member } of collectSetOptions(file.value).options) {
      const { deprecated } = option;
      if (!deprecated || option.ignoredWithWarning) continue;
      // One fix for the whole file, made for the first finding.
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
