import { rule } from '../rule.ts';

export const manifestInvalid = rule({
  id: 'manifest/invalid',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'The manifest is no YAML, or has a key or a value that no manifest has.',
  },
});
