import { rule } from '../rule.ts';

export const filesPath = rule({
  id: 'files/path',
  scope: 'reader',
  source: 'consul',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'A path that is missing, cannot be read, or names a file that is neither .json nor .hcl: the agent exits.',
  },
});
