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
    summary: 'bootstrap or bootstrap_expect is set on a client.',
    rationale:
      'Only servers elect a leader, and the agent refuses both options without server = true. ' +
      'bootstrap_expect = 1 counts as bootstrap = true.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbootstrap_expect = 3\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
  run: ({ config, server }, report) => {
    if (server) return;
    const related = [{ path: 'server', message: 'this makes the agent a client' }];
    if (config.bool('bootstrap'))
      report({
        path: 'bootstrap',
        related,
        message: `bootstrap needs server = true: ${serverOnly}; remove it, or write server = true`,
      });
    if ((config.number('bootstrap_expect') ?? 0) > 0) {
      report({
        path: 'bootstrap_expect',
        related,
        message: `bootstrap_expect needs server = true: ${serverOnly}; remove it, or write server = true`,
      });
    }
  },
});
