/** The files that a manifest in an editor names: unsaved texts go before what is on the disk. */
import { join } from 'node:path';
import type { EditedFiles } from '../../lsp/session.ts';
import type { Library } from '../../manifest/extend.ts';
import { folderOf } from '../../manifest/library.ts';
import { Source } from '../../text/source.ts';

export function editorLibrary(files: EditedFiles): Library {
  return {
    open: (path, from) => {
      const near = join(folderOf(from), path);
      const opened = files.opened(near);
      if (opened) return { source: opened, id: near };
      const kind = files.stat(near);
      if (kind === 'missing') return { trouble: 'does not exist' };
      const bytes = kind === 'file' ? files.read(near) : undefined;
      if (!bytes) return { trouble: kind === 'directory' ? 'is a directory' : 'cannot be read' };
      return { source: Source.fromBytes(near, bytes), id: files.realpath(near) ?? near };
    },
  };
}
