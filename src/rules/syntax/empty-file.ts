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
      'The agent passes over a file without a single byte. That is seldom meant: a download or a template went wrong, and ' +
      'what should stand there is missing.',
    bad: { 'consul.hcl': '' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n' },
  },
  run({ source }, report) {
    if (source.text !== '') return;
    report({
      at: source.span(0, 0),
      message: 'this file is empty, and the agent passes over it; remove it, or fill it',
    });
  },
});
