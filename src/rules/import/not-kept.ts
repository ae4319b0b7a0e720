import { rule } from '../rule.ts';

export const importNotKept = rule({
  id: 'import/not-kept',
  scope: 'reader',
  source: 'import',
  severity: 'warning',
  options: [],
  docs: {
    summary:
      'A value that no manifest gives the node, or a secret where a manifest understands no reference.',
  },
});
