/** The files that a manifest in an editor names: unsaved texts go before what is on the disk. */
import { dirname, join } from 'node:path';
import { territoryOf } from '../../files/inside.ts';
import type { EditedFiles } from '../../lsp/session.ts';
import type { Library } from '../../manifest/extend.ts';
import { folderOf, strayFrom } from '../../manifest/library.ts';
import { Source } from '../../text/source/source.ts';

/** @param manifest the absolute path of the manifest that is judged */
export function editorLibrary(manifest: string, files: EditedFiles): Library {
  const territories = [territoryOf(dirname(manifest))];
  return {
    open: (path, from) => {
      const near = join(folderOf(from), path);
      const problem = strayFrom(territories, files.realpath(near) ?? near);
      if (problem) return { problem };
      const opened = files.opened(near);
      if (opened) return { source: opened, id: near };
      const kind = files.stat(near);
      if (kind === 'missing') return { problem: 'does not exist' };
      const bytes = kind === 'file' ? files.read(near) : undefined;
      if (!bytes) return { problem: kind === 'directory' ? 'is a directory' : 'cannot be read' };
      return { source: Source.fromBytes(near, bytes), id: files.realpath(near) ?? near };
    },
  };
}
