import { rule } from '../rule.ts';

export const importSecret = rule({
  id: 'import/secret',
  scope: 'reader',
  source: 'import',
  severity: 'info',
  options: [],
  docs: {
    summary: 'Where a secret was found, and the file from which the manifest takes it from now on.',
  },
});
