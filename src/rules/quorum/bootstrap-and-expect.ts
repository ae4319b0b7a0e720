import { rule } from '../rule.ts';
export const quorumBootstrapAndExpect = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-and-expect',
  severity: 'error',
  options: ['bootstrap', 'bootstrap_expect'],
  docs: {
    summary: 'A server either elects itself at once (bootstrap) or waits for others (bootstrap_expect).',
  },
  run: ({ config }, report) => {
    if (!config.bool('bootstrap') || (config.number('bootstrap_expect') ?? 0) < 2) return;
    report({
      path: 'bootstrap',
      message:
        'bootstrap and bootstrap_expect exclude each other: one elects itself at once, the other waits for its peers. Keep bootstrap_expect',
      related: [{ path: 'bootstrap_expect', message: 'and here it waits' }],
    });
  },
});
