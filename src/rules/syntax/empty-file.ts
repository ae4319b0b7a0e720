import { rule } from '../rule.ts';

export const emptyFile = rule({
  id: 'syntax/empty-file',
  scope: 'file',
  source: 'consul',
  severity: 'info',
  options: [],
  docs: {
    summary: 'The file has no content.',
    rationale:
      'The agent skips a file of zero bytes. That is rarely intended: a download or a template has failed, and ' +
      'its options are missing.',
    bad: { 'consul.hcl': '' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n' },
  },
  run({ source }, report) {
    if (source.text !== '') return;
    report({
      at: source.span(0, 0),
      message: 'this file is empty, and the agent skips it; remove the file, or write its options',
    });
  },
});
