import { rule } from '../rule.ts';

export const retryMax = rule({
  id: 'join/retry-max',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  options: ['retry_max', 'retry_interval'],
  docs: {
    summary: 'The agent gives up and exits when its join attempts run out.',
    rationale:
      'With retry_max above zero the agent exits with status 1 after that many failed rounds. Without it, it retries ' +
      'without end, as a machine needs that boots before the others.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1", "srv2"]\nretry_max = 3\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1", "srv2"]\n' },
  },
  run({ config }, report) {
    const attempts = config.number('retry_max') ?? 0;
    if (attempts <= 0) return;
    report({
      at: config.at('retry_max'),
      path: 'retry_max',
      message: `after ${attempts} failed ${attempts === 1 ? 'attempt' : 'attempts'} to join the agent exits; make sure that something starts it again, or remove retry_max`,
    });
  },
});
