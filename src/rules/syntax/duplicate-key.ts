import { rule } from '../rule.ts';

export const duplicateKey = rule({
  id: 'syntax/duplicate-key',
  scope: 'reader',
  source: 'consul',
  severity: { default: 'error', warning: 'in `validate`, since the agent accepts it' },
  options: [],
  docs: {
    summary: 'The same key is in one object twice.',
    rationale:
      'The last one is used or, for lists, both are merged, in both formats and without a warning: the first value, which is read first, is not the one that runs. ' +
      'Repeated blocks where a list is meant, such as services, are fine.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_level = "INFO"\nlog_level = "DEBUG"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_level = "DEBUG"\n' },
  },
});
