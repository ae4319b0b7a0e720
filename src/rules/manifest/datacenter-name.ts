import { rule } from '../rule.ts';

export const manifestDatacenterName = rule({
  id: 'manifest/datacenter-name',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'An agent takes letters, digits, dashes and underscores as the name of a datacenter, and lower-cases it.',
  },
});
