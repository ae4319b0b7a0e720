import { rule } from '../rule.ts';

export const quorumBootstrapExpecting = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-expecting',
  severity: 'warning',
  validateOnly: true,
  options: ['bootstrap_expect'],
  docs: {
    summary: 'The cluster forms only when as many servers as bootstrap_expect have met.',
    rationale:
      'The agent prints this for every bootstrap_expect above 1, whatever the number. Nothing is wrong, ' +
      'so that `lint` does not report it; `validate` does, as the agent does.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n' },
  },
  run: ({ config, server }, report) => {
    const path = 'bootstrap_expect';
    const count = config.number(path) ?? 0;
    if (server && !config.bool('bootstrap') && count > 1)
      report({
        path,
        message: `The cluster forms when ${count} servers have met; until then there is no leader`,
      });
  },
});
