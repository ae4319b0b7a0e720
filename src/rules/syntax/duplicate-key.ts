import { rule } from '../rule.ts';

export const duplicateKey = rule({
  id: 'syntax/duplicate-key',
  scope: 'reader',
  source: 'consul',
  severity: { default: 'error', warning: 'in `validate`, since the agent accepts it' },
  options: [],
  docs: {
    summary: 'The same key stands twice in one object.',
    rationale:
      'The last one wins or, for lists, both are merged, without a word in both formats: what is read first is not what runs. ' +
      'Repeated blocks where a list is meant, such as services, are fine.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_level = "INFO"\nlog_level = "DEBUG"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nlog_level = "DEBUG"\n' },
  },
});
