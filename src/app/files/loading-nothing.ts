/** Paths without configuration. */
import { listFiles } from '../../model/load/directory.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import type { FileSystem } from '../../model/load/files.ts';

/** The paths, of those that an agent is given, of which it would load nothing. */
export function loadingNothing(
  paths: readonly string[],
  files: FileSystem,
  format: ConfigFormat | undefined,
): readonly string[] {
  return paths.filter(
    (path) => files.stat(path) === 'directory' && listFiles([path], files, format).files.length === 0,
  );
}
