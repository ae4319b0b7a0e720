import { rule } from '../rule.ts';

export const importFlag = rule({
  id: 'import/flag',
  scope: 'reader',
  source: 'import',
  severity: 'warning',
  options: [],
  docs: {
    summary:
      'A flag of the command line that no option stands for: the rendered unit starts the agent without it.',
  },
});
