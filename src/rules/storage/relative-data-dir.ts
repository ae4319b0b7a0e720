import { rule } from '../rule.ts';

export const relativeDataDir = rule({
  id: 'storage/relative-data-dir',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['data_dir'],
  docs: {
    summary: 'Where the data goes depends on where the agent is started.',
    rationale:
      'A relative data_dir is taken from the working directory, which is / under systemd and anything in a shell: the ' +
      'same configuration starts with the data or without.',
    bad: { 'consul.hcl': 'data_dir = "data"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n' },
  },
  run({ config }, report) {
    const directory = config.string('data_dir') ?? '';
    if (directory === '' || /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(directory)) return;
    // A template or placeholder that is filled in later may well be absolute.
    if (/^[$<{%@]|^__/.test(directory)) return;
    report({
      at: config.at('data_dir'),
      path: 'data_dir',
      message: `data_dir is the relative path ${directory}: it is another directory wherever the agent is started; write an absolute path such as /var/lib/consul`,
    });
  },
});
