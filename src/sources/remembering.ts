/** Readers for an editor, which reads everything again at each key: a file is read again where it, or one that it names, has changed. */

import type { Source } from '../text/source/source.ts';
import type { Reader, SourceFiles, World } from './source.ts';

interface Kept {
  readonly world: World | undefined;
  /** Whether what it looked at is as it was. */
  readonly holds: (files: SourceFiles) => boolean;
}

export function rememberingReader(reader: Reader): Reader {
  const known = new WeakMap<Source, Kept>();
  return {
    ...reader,
    read: (source, files) => {
      const kept = known.get(source);
      if (kept?.holds(files)) return kept.world;
      const { noting, holds } = notingFiles(files);
      const world = reader.read(source, noting);
      known.set(source, { world, holds });
      return world;
    },
  };
}

function notingFiles(files: SourceFiles) {
  const looks: ((now: SourceFiles) => boolean)[] = [];
  const noting: SourceFiles = {
    read: (path) => {
      const found = files.read(path);
      looks.push((now) => now.read(path) === found);
      return found;
    },
    stat: (path) => {
      const found = files.stat(path);
      looks.push((now) => now.stat(path) === found);
      return found;
    },
  };
  return { noting, holds: (now: SourceFiles): boolean => looks.every((isSame) => isSame(now)) };
}
