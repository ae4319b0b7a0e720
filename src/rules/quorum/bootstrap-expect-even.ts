import { rule } from '../rule.ts';
export const quorumBootstrapExpectEven = rule({
  scope: 'agent',
  source: 'consul',
  id: 'quorum/bootstrap-expect-even',
  severity: 'warning',
  options: ['bootstrap_expect'],
  docs: {
    summary:
      'An even number of servers tolerates no more failures than the odd number below it; two tolerate none.',
  },
  run: ({ config, server }, report) => {
    const path = 'bootstrap_expect';
    const count = config.number(path) ?? 0;
    if (!server || config.bool('bootstrap') || count < 2 || count % 2 === 1) return;
    const message =
      count === 2
        ? `${path} = 2: a cluster of two servers stops when either fails. Use one or three`
        : `${path} = ${count} is even: ${count} servers tolerate ${count / 2 - 1} failed ones, as ${count - 1} do. Use ${count - 1} or ${count + 1}`;
    report({ path, message });
  },
});
