import { rule } from '../rule.ts';

export const quorumBootstrapMode = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-mode',
  severity: 'warning',
  validateOnly: true,
  options: ['bootstrap', 'bootstrap_expect'],
  docs: {
    summary: 'A server elects itself leader without waiting for others.',
    rationale:
      'bootstrap = true and bootstrap_expect = 1 do that, and the agent warns: two servers of this kind ' +
      'form two clusters. It is right for a single server, so that `lint` reports only several of them ' +
      '(quorum/bootstrap-on-many); `validate` reports it, as the agent does.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
  run: ({ config, server }, report) => {
    if (!server) return;
    const alone = config.number('bootstrap_expect') === 1;
    if (!alone && !(config.bool('bootstrap') && (config.number('bootstrap_expect') ?? 0) === 0)) return;
    const path = alone ? 'bootstrap_expect' : 'bootstrap';
    report({
      path,
      message:
        'this server elects itself leader without waiting for others, and several such servers form several clusters; ' +
        'where it is not the only one, write bootstrap_expect = the number of servers instead',
    });
  },
});
