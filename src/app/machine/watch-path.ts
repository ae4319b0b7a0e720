/** Changes of a file or below a directory. */
import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { disk } from '../../model/load/disk.ts';

/**
 * A file is watched through its directory: editors replace it, and a watch on the replaced file reports nothing more.
 *
 * @throws Error where the path cannot be watched
 */
export function watchPath(path: string, onChange: () => void): FSWatcher {
  const isDirectory = disk.stat(path) === 'directory';
  const directory = isDirectory ? path : dirname(path);
  const name = isDirectory ? undefined : basename(path);
  try {
    return watch(directory, { recursive: isDirectory }, (_event, changed) => {
      if (name === undefined || changed === name) onChange();
    }).on('error', onChange);
  } catch (error) {
    throw new Error(`${path} cannot be watched: ${(error as Error).message}`);
  }
}
