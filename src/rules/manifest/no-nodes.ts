import { rule } from '../rule.ts';

export const manifestNoNodes = rule({
  id: 'manifest/no-nodes',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A manifest without servers and clients describes nothing that could be rendered.',
  },
});
