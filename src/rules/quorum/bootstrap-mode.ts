import { rule } from '../rule.ts';
export const quorumBootstrapMode = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-mode',
  severity: 'warning',
  validateOnly: true,
  options: ['bootstrap', 'bootstrap_expect'],
  docs: {
    summary:
      'A server with bootstrap = true (or an expectation of 1) elects itself without waiting for anyone.',
  },
  run: ({ config, server }, report) => {
    if (!server) return;
    const alone = config.number('bootstrap_expect') === 1;
    if (!alone && !(config.bool('bootstrap') && (config.number('bootstrap_expect') ?? 0) === 0)) return;
    const path = alone ? 'bootstrap_expect' : 'bootstrap';
    report({
      path,
      message:
        'This server makes itself leader without waiting for others; with several such servers there are several clusters. Fine for a single server, otherwise set bootstrap_expect to their number',
    });
  },
});
