import { rule } from '../rule.ts';

export const quorumBootstrapAndExpect = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-and-expect',
  severity: 'error',
  options: ['bootstrap', 'bootstrap_expect'],
  docs: {
    summary: 'bootstrap and bootstrap_expect are both set.',
    rationale:
      'With bootstrap = true a server elects itself at once; with bootstrap_expect of 2 or more it waits ' +
      'for that many servers. The agent refuses the two together. It accepts bootstrap_expect = 1 next to ' +
      'bootstrap = true, which means the same.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap = true\nbootstrap_expect = 3\n',
    },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
  run: ({ config }, report) => {
    if (!config.bool('bootstrap') || (config.number('bootstrap_expect') ?? 0) < 2) return;
    report({
      path: 'bootstrap',
      message:
        'bootstrap and bootstrap_expect exclude each other: with one a server elects itself at once, with the other it ' +
        'waits for others; remove bootstrap',
      related: [{ path: 'bootstrap_expect', message: 'the server waits for others because of this' }],
    });
  },
});
