import { rule } from '../rule.ts';

export const quorumBootstrapExpectEven = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-expect-even',
  severity: 'warning',
  options: ['bootstrap_expect'],
  docs: {
    summary: 'bootstrap_expect is an even number.',
    rationale:
      'The agent warns and starts. A cluster works as long as more than half of its servers do: 4 servers ' +
      'survive the loss of one, as 3 do, and 2 survive none.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 2\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
  run: ({ config, server }, report) => {
    const path = 'bootstrap_expect';
    const count = config.number(path) ?? 0;
    if (!server || config.bool('bootstrap') || count < 2 || count % 2 === 1) return;
    const message =
      count === 2
        ? `${path} = 2: a cluster of two servers stops when either fails; run three and write 3`
        : `${path} = ${count} is even: ${count} servers survive the loss of ${count / 2 - 1}, as ${count - 1} do; run ${count - 1} or ${count + 1}, and write that number`;
    report({ path, message });
  },
});
