import { rule } from '../rule.ts';

export const manifestReference = rule({
  id: 'manifest/reference',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A reference to a secret that says neither or more than one of where the secret is.',
  },
});
