/** What is said of `consul-cfg.yaml` and of the ignores in it and in comments. */
import type { Severity } from '../../finding.ts';

interface SettingsRule {
  readonly severity: Severity;
  readonly docs: string;
}

export const settingsRules: Readonly<Record<string, SettingsRule>> = {
  'settings/ignore-without-reason': {
    severity: 'warning',
    docs: 'An ignore says why, after a colon: whoever reads it later must be able to tell whether it still holds.',
  },
  'settings/invalid': {
    severity: 'error',
    docs: 'The settings have a key, a rule or a value that means nothing, so what they were for does not happen.',
  },
  'settings/unused-ignore': {
    severity: 'warning',
    docs: 'An ignore that silences nothing: the reason for it has gone, or it names the wrong rule or place.',
  },
};
