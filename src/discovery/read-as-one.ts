/** Whether something says that one agent reads all files of a directory, rather than that they only lie side by side. */
import type { FileSystem } from '../model/load/files.ts';
import type { Unit } from '../subjects/unit/unit.ts';
import type { NodeSource } from './node-sources.ts';
import { ancestorsOf, join } from './paths.ts';

/**
 * A unit names the directory, it is that of a machine, it was rendered, or the caller named it: a directory or files, but not a
 * whole repository.
 */
export function isReadAsOne(
  { unit }: Pick<NodeSource, 'unit'>,
  directory: string,
  base: string,
  fs: FileSystem,
): boolean {
  if (isRead(directory, unit)) return true;
  const has = (path: string, name: string): boolean => fs.stat(join(path, name)) !== 'missing';
  if (directory === base) return !isRepository(base, fs);
  return [...ancestorsOf(directory)].some((path) => has(path, '.consul-cfg.sha256'));
}

/** Something starts an agent with the directory, or it is where a machine has its configuration. */
export const isRead = (directory: string, unit: Unit | undefined): boolean =>
  (unit?.flags.configPaths.length ?? 0) > 0 || /(?:^|\/)etc\/consul(?:\.d)?\/?$/.test(directory);

/** What a repository has at its top, and a directory of configuration has not. */
const marks =
  /^(?:\.git|\.gitignore|\.gitattributes|\.github|\.gitlab-ci\.yml|\.travis\.yml|\.circleci|README(?:\.\w+)?|LICEN[CS]E(?:\.\w+)?|Makefile|Jenkinsfile|Vagrantfile)$/i;

/** The root of a repository: its files are for whatever, and may be of several machines. */
export const isRepository = (path: string, fs: FileSystem): boolean =>
  fs.list(path)?.some(({ name }) => marks.test(name)) === true;
