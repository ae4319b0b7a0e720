/** The configuration files of the nodes in a directory and below it. */
import { normalize } from 'node:path';
import type { Declarations } from '../../discovery/declared.ts';
import { type Discovery, discover } from '../../discovery/discover.ts';
import { type Found, formatOf } from '../../model/load/directory.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { loadFile } from '../../model/load/load.ts';
import type { Failed } from '../failure.ts';

export interface NodeFilesInput {
  readonly files: FileSystem;
  readonly version: string;
  readonly declarations: Declarations | undefined;
}

export function nodeFilesIn(
  directory: string,
  { files, version, declarations }: NodeFilesInput,
): readonly Found[] | Failed {
  const load = (path: string, format: ConfigFormat) => {
    const bytes = files.read(path);
    return bytes && loadFile(path, bytes, format, version);
  };
  const plain = normalize(directory).replace(/(?<=.)\/$/, '');
  const found = discover([plain], { fs: files, load, version }, declarations);
  const failures = found.problems.filter(({ kind }) => kind !== 'empty');
  return failures.length > 0 ? { failures } : filesOf(found);
}

function filesOf({ estates }: Discovery): readonly Found[] {
  const files = estates.flatMap(({ nodes }) => nodes.flatMap((node) => node.files));
  return files.flatMap(({ source }) => {
    const format = formatOf(source.file);
    return format ? { path: source.file, format } : [];
  });
}
