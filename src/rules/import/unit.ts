import { rule } from '../rule.ts';

export const importUnit = rule({
  id: 'import/unit',
  scope: 'reader',
  source: 'import',
  severity: 'info',
  options: [],
  docs: {
    summary: 'What the unit of a host says that the rendered unit says in another way.',
  },
});
