/** Where the rest of the cluster of an open file is looked for. */
import { dirname } from 'node:path';
import type { FileSystem } from '../../model/load/files.ts';

/**
 * The directory whose agents are linted together with a file: the one that holds its machine's, but never outside of
 * the editor's folder. Undefined for a file that no folder of the editor holds: it is linted by itself.
 */
export function rootOf(file: string, folders: readonly string[]): string | undefined {
  const folder = folderOf(file, folders);
  if (folder === undefined) return undefined;
  const directory = dirname(file);
  const machine =
    /^(.*)\/(?:etc\/(?:consul(?:\.d)?|patroni)|(?:etc|(?:usr\/)?lib)\/systemd\/system(?:\/[^/]+\.service\.d)?|consul\.d|conf\.d|config\.d)$/.exec(
      directory,
    )?.[1] ?? directory;
  const cluster = dirname(machine);
  return cluster === folder || isBelow(cluster, folder) ? cluster : folder;
}

/** The folder of the editor that holds a file: the innermost where there are several. */
export const folderOf = (file: string, folders: readonly string[]): string | undefined =>
  folders
    .filter((path) => isBelow(file, path))
    .sort((a, b) => b.length - a.length)
    .at(0);

const isBelow = (path: string, directory: string): boolean =>
  path.startsWith(`${directory.replace(/\/$/, '')}/`);

/** How many directories are searched for the rest of a cluster, since a folder may be a whole disk. */
const mostDirectories = 2000;

export function bounded(fs: FileSystem): FileSystem {
  let left = mostDirectories;
  return { ...fs, list: (path) => (left-- > 0 ? fs.list(path) : undefined) };
}
