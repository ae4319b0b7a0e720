import { rule } from '../rule.ts';

export const importDuplicateNode = rule({
  id: 'import/duplicate-node',
  scope: 'reader',
  source: 'import',
  severity: 'error',
  options: [],
  docs: {
    summary: 'Two of the hosts are called alike, and a manifest tells its nodes apart by name.',
  },
});
