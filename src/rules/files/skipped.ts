import { rule } from '../rule.ts';

export const filesSkipped = rule({
  id: 'files/skipped',
  scope: 'reader',
  source: 'consul',
  severity: 'warning',
  options: [],
  docs: {
    summary:
      'The agent reads the files of a directory that end in .json or .hcl, in lower case, and no others.',
  },
});
