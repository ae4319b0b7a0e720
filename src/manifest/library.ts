/**
 * The files that manifests name: read from the disk, relative to the manifest that names them, and only inside the
 * repositories of the manifests on the command line. A finding shows lines of the file, and linting the file of another
 * manifest must not show other files of the user.
 */
import { dirname, join, normalize, resolve } from 'node:path';
import { realPathOf, strayFrom, territoryOf } from '../files/inside.ts';
import { readRegular } from '../files/read.ts';
import { Source } from '../text/source/source.ts';
import { folderOf, type Library, type Opened } from './extend.ts';

/** A text that a person writes is not larger. */
const largest = 16 * 1024 * 1024;

export interface Place {
  /** What the paths of the first manifests are relative to. Manifests that are not files belong here too. */
  readonly cwd: string;
  /** The first manifests; empty if they are not files. */
  readonly named?: readonly string[];
  /** Called with the absolute path of every file before it is read. */
  readonly opens?: (path: string) => void;
}

export function diskLibrary({ cwd, named = [], opens }: Place): Library {
  const folders = named.length === 0 ? [cwd] : named.map((path) => dirname(resolve(cwd, path)));
  let territories: readonly string[] | undefined;
  return {
    open: (path, from) => {
      territories ??= folders.map(territoryOf);
      const near = join(folderOf(from), path);
      const real = realPathOf(resolve(cwd, near));
      const problem = strayFrom(territories, real);
      if (problem) return { problem };
      opens?.(resolve(cwd, near));
      return open(near, real);
    },
  };
}

function open(near: string, real: string): Opened {
  const { bytes, problem } = readRegular(real, largest);
  return bytes ? { source: Source.fromBytes(normalize(near), bytes), id: real } : { problem };
}
