import { rule } from '../rule.ts';

export const manifestHostPath = rule({
  id: 'manifest/host-path',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A path on the hosts is absolute and stays where it points: no `..`, no line breaks.',
  },
});
