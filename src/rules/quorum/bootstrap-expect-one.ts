import { rule } from '../rule.ts';

export const quorumBootstrapExpectOne = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-expect-one',
  severity: 'warning',
  validateOnly: true,
  options: ['bootstrap_expect'],
  docs: {
    summary: 'bootstrap_expect is 1, which means the same as bootstrap = true.',
    rationale:
      'The agent warns, and elects itself leader without waiting for other servers. That is right for a ' +
      'single server, so that `lint` does not report it; `validate` does, as the agent does.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
  run: ({ config, server }, report) => {
    const path = 'bootstrap_expect';
    if (server && config.number(path) === 1)
      report({
        path,
        message: `${path} = 1 is the same as bootstrap = true: the server does not wait for others; write bootstrap_expect = 3 where it is one of three`,
      });
  },
});
