import { configDirectoryHolds } from '../../subjects/agent/config-directory.ts';
import { rule } from '../rule.ts';

export const dataDirInConfigDir = rule({
  id: 'storage/data-dir-in-config-dir',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['data_dir'],
  docs: {
    summary: 'The agent keeps its data in the directory that it reads configuration from.',
    rationale:
      'The agent must be able to write its data, so it can write its own configuration too; and a file of the data ' +
      'that ends in .json would be loaded as configuration.',
    bad: { 'etc/consul.d/consul.hcl': 'data_dir = "/etc/consul.d/data"\n' },
    good: { 'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n' },
  },
  run({ config, files }, report) {
    const directory = config.string('data_dir') ?? '';
    if (!configDirectoryHolds(directory, files)) return;
    report({
      at: config.at('data_dir'),
      path: 'data_dir',
      message: `data_dir ${directory} is in the configuration directory: the agent could overwrite its own configuration; write a separate directory such as /var/lib/consul`,
    });
  },
});
