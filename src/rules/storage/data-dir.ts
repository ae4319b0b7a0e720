import { rule } from '../rule.ts';
export const storageDataDir = rule({
  scope: 'agent',
  source: 'consul',
  id: 'storage/data-dir',
  runWhenUnset: true,
  severity: 'error',
  options: ['data_dir'],
  docs: { summary: 'Every agent needs a directory for its state; only -dev does without.' },
  run: ({ config }, report) => {
    if (config.string('data_dir')) return;
    const path = 'data_dir';
    report({
      path,
      message: `${path} is ${config.value(path) ? 'empty' : 'missing'}, and the agent does not start without a directory for its state; write one, such as "/var/lib/consul"`,
    });
  },
});
