import { rule } from '../rule.ts';
export const optionFeatureGates = rule({
  scope: 'agent',
  source: 'consul',
  id: 'option/feature-gates',
  severity: 'error',
  since: '2.1',
  needsWholeConfig: true,
  options: ['feature_gates.bootstrap', 'server'],
  docs: { summary: 'Feature gates are opened by the servers that form the cluster.' },
  run: ({ config, server }, report) => {
    const gates = config.value('feature_gates.bootstrap');
    if (server || gates?.kind !== 'object' || gates.members.size === 0) return;
    report({
      path: 'feature_gates.bootstrap',
      message: 'feature_gates.bootstrap needs server = true; clients take the gates of their servers',
    });
  },
});
