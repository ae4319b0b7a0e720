import { rule } from '../rule.ts';

export const manifestNodeName = rule({
  id: 'manifest/node-name',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'The name of a node becomes a directory and a host name, so it is made of letters, digits and dashes.',
  },
});
