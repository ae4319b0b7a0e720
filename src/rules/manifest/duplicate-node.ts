import { rule } from '../rule.ts';

export const manifestDuplicateNode = rule({
  id: 'manifest/duplicate-node',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'Two nodes of one name would write the same files, and Consul itself refuses the second member of a name.',
  },
});
