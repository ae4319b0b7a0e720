/** Whether a path of a host is in the directory that an agent reads its configuration from. */
import { posix } from 'node:path';
import type { ConfigFile } from '../../model/load/file.ts';

/** @param files what the agent reads, be it in a tree that is rendered or kept elsewhere */
export function configDirectoryHolds(path: string, files: readonly Pick<ConfigFile, 'source'>[]): boolean {
  const full = posix.normalize(path || '.').replace(/(?<=.)\/$/, '');
  if (!full.startsWith('/')) return false;
  const above = aboveOf(full);
  return files.some(({ source }) => holds(posix.dirname(source.file), above));
}

/** `from` may be the directory itself, or its copy in a tree that is rendered or kept elsewhere. */
const holds = (from: string, { above, copied }: Above): boolean =>
  above.includes(from) || copied.some((path) => `/${from}`.endsWith(path));

/** A directory with its parents, and those of them that are specific enough to recognise a copy by. */
interface Above {
  readonly above: readonly string[];
  readonly copied: readonly string[];
}

const known = new Map<string, Above>();

/** All agents of an estate share few paths. */
function aboveOf(directory: string): Above {
  const found = known.get(directory);
  if (found) return found;
  const above: string[] = [];
  for (let path = directory; path !== '/'; path = posix.dirname(path)) above.push(path);
  const result = { above, copied: above.filter((path) => path.split('/').length > 2) };
  known.set(directory, result);
  return result;
}
