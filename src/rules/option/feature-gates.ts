import { withOptions } from '../forms/examples.ts';
import { rule } from '../rule.ts';
export const optionFeatureGates = rule({
  scope: 'agent',
  source: 'consul',
  id: 'option/feature-gates',
  severity: 'error',
  since: '2.1',
  needsWholeConfig: true,
  options: ['feature_gates.bootstrap', 'server'],
  docs: {
    summary: 'Feature gates are set on a client.',
    rationale:
      'Feature gates are set by the servers that form a cluster. An agent of 2.1 refuses ' +
      'feature_gates.bootstrap without server = true.',
    bad: withOptions(`
      feature_gates {
        bootstrap {
          example = true
        }
      }
    `),
    good: withOptions(`
      server = true
      feature_gates {
        bootstrap {
          example = true
        }
      }
    `),
  },
  run: ({ config, server }, report) => {
    const gates = config.value('feature_gates.bootstrap');
    if (server || gates?.kind !== 'object' || gates.members.size === 0) return;
    report({
      path: 'feature_gates.bootstrap',
      message:
        'feature_gates.bootstrap is only for servers, from which clients take the gates; remove it, or set server = true',
    });
  },
});
