import { rule } from '../rule.ts';

export const syntaxInvalid = rule({
  id: 'syntax/invalid',
  scope: 'reader',
  source: 'consul',
  severity: {
    default: 'error',
    warning: 'behind the first fault of a file, and in a text with marks of a template',
  },
  options: [],
  docs: {
    summary: 'The agent cannot read the file.',
    rationale:
      'The agent reports the first error only, for JSON without a line. Here reading goes on after it, so that one run shows ' +
      'every error of the file.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul\nserver = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n' },
  },
});
