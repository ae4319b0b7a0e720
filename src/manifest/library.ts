/**
 * The files that manifests name: read from the disk, each beside the manifest that names it, and only where the manifests
 * of the command line belong. What is wrong with a file is shown with its lines, and whoever has a stranger's manifest
 * judged means to show none of their own files.
 */
import { dirname, join, normalize, resolve } from 'node:path';
import { realPathOf, strayFrom, territoryOf } from '../files/inside.ts';
import { readRegular } from '../files/read.ts';
import { Source } from '../text/source/source.ts';
import { folderOf, type Library, type Opened } from './extend.ts';

/** No text that a person writes is larger. */
const largest = 16 * 1024 * 1024;

export interface Place {
  /** Where the paths of the first manifests begin; those that are no files stand there too. */
  readonly cwd: string;
  /** The first manifests; none where there is no file. */
  readonly named?: readonly string[];
  /** Told of every file, by absolute path, before it is read. */
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
      const trouble = strayFrom(territories, real);
      if (trouble) return { trouble };
      opens?.(resolve(cwd, near));
      return open(near, real);
    },
  };
}

function open(near: string, real: string): Opened {
  const { bytes, trouble } = readRegular(real, largest);
  return bytes ? { source: Source.fromBytes(normalize(near), bytes), id: real } : { trouble };
}
