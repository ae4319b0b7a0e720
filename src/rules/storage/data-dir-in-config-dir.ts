import { posix } from 'node:path';
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
    const directory = posix.normalize(config.string('data_dir') || '.');
    if (!directory.startsWith('/')) return;
    const above = aboveOf(directory);
    if (!files.some(({ source }) => holds(posix.dirname(source.file), above))) return;
    report({
      at: config.at('data_dir'),
      path: 'data_dir',
      message: `data_dir ${directory} is in the configuration directory: the agent could overwrite its own configuration; write a directory of its own such as /var/lib/consul`,
    });
  },
});

/** `from` may be the directory itself, or its copy in a tree that is rendered or kept elsewhere. */
const holds = (from: string, { above, copied }: Above): boolean =>
  above.includes(from) || copied.some((path) => `/${from}`.endsWith(path));

/** A directory with its parents, and those of them that are specific enough to recognise a copy by. */
interface Above {
  readonly above: readonly string[];
  readonly copied: readonly string[];
}

const known = new Map<string, Above>();

/** The same few for all agents of an estate. */
function aboveOf(directory: string): Above {
  const found = known.get(directory);
  if (found) return found;
  const above: string[] = [];
  for (let path = directory; path !== '/'; path = posix.dirname(path)) above.push(path);
  const result = { above, copied: above.filter((path) => path.split('/').length > 2) };
  known.set(directory, result);
  return result;
}
