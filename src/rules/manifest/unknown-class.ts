import { rule } from '../rule.ts';

export const manifestUnknownClass = rule({
  id: 'manifest/unknown-class',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A node belongs to a class that the manifest does not describe.',
  },
});
