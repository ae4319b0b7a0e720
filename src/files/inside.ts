/** Whether a path stays inside of a directory, symbolic links included; and which directory belongs to a manifest. */
import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The path without symbolic links, as far as it exists. */
export function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : resolve(realPathOf(parent), relative(parent, path));
  }
}

/** Both without symbolic links; a directory is inside of itself. */
export function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The nearest directory, this one or above it, that is the work tree of a git repository, as its `.git` says. */
export function repositoryAbove(directory: string): string | undefined {
  for (let at = directory; ; at = dirname(at)) {
    // In a linked work tree and in a submodule it is a file.
    if (isFileOrDirectory(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}

function isFileOrDirectory(path: string): boolean {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats !== undefined && (stats.isFile() || stats.isDirectory());
  } catch {
    return false;
  }
}

/** Where a file of `directory` may name other files: anywhere in its repository or, outside of one, in the directory. */
export function territoryOf(directory: string): string {
  const real = realPathOf(resolve(directory));
  return repositoryAbove(real) ?? real;
}

/** The path, if it is a directory, or the directory of it; a link to a file is where it is, not where it leads. */
export function nearestDirectory(path: string): string {
  try {
    return statSync(path).isDirectory() ? path : dirname(path);
  } catch {
    return dirname(path);
  }
}

/** What git keeps for itself, such as addresses with passwords. */
export const isOfGit = (path: string, directory: string): boolean =>
  relative(directory, path)
    .split(sep)
    .some((part) => part.toLowerCase() === '.git');

/** Why a path, free of symbolic links, is not read for manifests of these territories; completes "the file …". */
export function strayFrom(territories: readonly string[], real: string): string | undefined {
  const territory = territories.find((directory) => isInside(real, directory));
  if (territory === undefined) {
    return (
      'is not read, since it is outside the git repository of the manifest or, without one, of the ' +
      "manifest's directory; move it there, or name a manifest of its directory on the command line as well"
    );
  }
  return isOfGit(real, territory) ? 'is not read, since it belongs to git itself' : undefined;
}
