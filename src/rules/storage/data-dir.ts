import { rule } from '../rule.ts';

export const storageDataDir = rule({
  scope: 'agent',
  source: 'consul',
  id: 'storage/data-dir',
  runWhenUnset: true,
  severity: {
    default: 'error',
    info: 'in `lint`, where data_dir is not set at all: the files are then linted as part of a configuration',
  },
  options: ['data_dir'],
  docs: {
    summary: 'data_dir is missing or empty.',
    rationale:
      'Without a directory for its state the agent refuses to start; only `consul agent -dev` does without one.',
    bad: { 'consul.hcl': 'server = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n' },
  },
  run: ({ config }, report) => {
    if (config.string('data_dir')) return;
    const path = 'data_dir';
    report({
      path,
      message: `${path} is ${config.value(path) ? 'empty' : 'missing'}, and the agent does not start without a directory for its state; write one such as "/var/lib/consul"`,
    });
  },
});
