import { numberAt } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';

export const servicesWeights = ofServices({
  id: 'services/weights',
  keys: ['weights.passing', 'weights.warning'],
  sidecars: true,
  docs: {
    summary: 'A weight of a service is out of range.',
    rationale:
      'DNS weights must be from 1 to 65535 while passing, and from 0 to 65535 while warning. The agent ' +
      'refuses others.',
    bad: withService(`
      name = "web"
      weights {
        passing = 0
      }
    `),
    good: withService(`
      name = "web"
      weights {
        passing = 10
      }
    `),
  },
  run: ({ value, path }, report) => {
    for (const [key, least] of [
      ['passing', 1],
      ['warning', 0],
    ] as const) {
      const weight = numberAt(value, `weights.${key}`);
      if (weight === undefined || (weight >= least && weight <= 65535)) continue;
      report(`weights.${key}`, `${path}.weights.${key} must be from ${least} to 65535, not ${weight}`);
    }
  },
});
