import { rule } from '../rule.ts';

export const importRefused = rule({
  id: 'import/refused',
  scope: 'reader',
  source: 'import',
  severity: 'warning',
  options: [],
  docs: {
    summary:
      'A value that is taken over as it is, and for which `render` refuses the manifest until it is changed.',
  },
});
