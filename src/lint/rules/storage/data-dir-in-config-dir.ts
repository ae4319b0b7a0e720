import { posix } from 'node:path';
import { rule } from '../../rule.ts';

export const dataDirInConfigDir = rule({
  id: 'storage/data-dir-in-config-dir',
  scope: 'agent',
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
  check({ config, files }, report) {
    const directory = posix.normalize(config.string('data_dir') || '.');
    if (!directory.startsWith('/')) return;
    const holder = files
      .map(({ source }) => posix.dirname(source.file))
      .find((from) => holds(from, directory));
    if (holder === undefined) return;
    report({
      at: config.at('data_dir'),
      path: 'data_dir',
      message: `data_dir ${directory} lies in the configuration directory: the agent could overwrite its own configuration; write a directory of its own such as /var/lib/consul`,
    });
  },
});

/** `from` may be the directory itself, or its copy in a tree that is rendered or kept elsewhere. */
function holds(from: string, directory: string): boolean {
  for (let above = directory; above !== '/'; above = posix.dirname(above)) {
    if (from === above) return true;
    const depth = above.split('/').length - 1;
    if (depth >= 2 && `/${from}`.endsWith(above)) return true;
  }
  return false;
}
