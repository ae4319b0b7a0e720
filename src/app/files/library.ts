/** The files that a manifest names, taken from a file system; open texts of an editor take precedence. */
import { dirname, join } from 'node:path';
import { folderOf, type Library } from '../../manifest/extend.ts';
import { Source } from '../../text/source/source.ts';
import { openFile, type UserFiles } from './user-files.ts';

export interface ManifestFiles extends UserFiles {
  /** The open text of a file. */
  readonly opened?: (path: string) => Source | undefined;
}

/** @param manifest the path of the first manifest, whose territory limits what may be read */
export function filesLibrary(manifest: string, files: ManifestFiles): Library {
  const refused = files.territory?.(dirname(manifest));
  return {
    open: (path, from) => {
      const near = join(folderOf(from), path);
      const real = files.realpath(near) ?? near;
      const problem = refused?.(real);
      if (problem !== undefined) return { problem };
      const opened = files.opened?.(near);
      if (opened) return { source: opened, id: near };
      const { bytes, problem: reason } = openFile(near, files);
      return bytes ? { source: Source.fromBytes(near, bytes), id: real } : { problem: reason };
    },
  };
}
