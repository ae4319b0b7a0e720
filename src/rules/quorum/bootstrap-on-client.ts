import { rule } from '../rule.ts';

const serverOnly = 'a client takes no part in elections';

export const quorumBootstrapOnClient = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-on-client',
  severity: 'error',
  needsWholeConfig: true,
  options: ['bootstrap', 'bootstrap_expect', 'server'],
  docs: {
    summary:
      'Only servers elect a leader, so that bootstrap and bootstrap_expect need server = true. An expectation of 1 counts as bootstrap.',
  },
  run: ({ config, server }, report) => {
    if (server) return;
    const related = [{ path: 'server', message: 'the agent is made a client here' }];
    if (config.bool('bootstrap'))
      report({
        path: 'bootstrap',
        related,
        message: `bootstrap needs server = true; ${serverOnly}. Remove it, or make this a server`,
      });
    if ((config.number('bootstrap_expect') ?? 0) > 0) {
      report({
        path: 'bootstrap_expect',
        related,
        message: `bootstrap_expect needs server = true; ${serverOnly}. Remove it, or make this a server`,
      });
    }
  },
});
