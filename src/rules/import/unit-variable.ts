import { rule } from '../rule.ts';

export const importUnitVariable = rule({
  id: 'import/unit-variable',
  scope: 'reader',
  source: 'import',
  severity: 'warning',
  options: [],
  docs: {
    summary:
      'A value that systemd fills in when the agent starts, such as %H, so that it is not known from the files.',
  },
});
