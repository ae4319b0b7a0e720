/** A rendered tree of which version control keeps all but the files with secrets. */
import type { FileSystem } from '../../model/load/files.ts';
import { findOption } from '../../options/lookup.ts';
import type { Deployment } from '../../subjects/subjects.ts';
import { decodeBytes } from '../../text/source/bytes.ts';
import { join } from '../paths.ts';

const ledger = '.consul-cfg.sha256';

/** Where the list of rendered files names such files that are not there: any secret may be in them. */
export function absentSecrets(directory: string, fs: FileSystem): readonly Deployment[] {
  const path = join(directory, ledger);
  const bytes = fs.read(path);
  const listed = [...(bytes ? decodeBytes(bytes) : '').matchAll(/^# secret {2}(.+)$/gm)];
  if (listed.every(([, file]) => fs.stat(join(directory, file!)) === 'file')) return [];
  return [{ path, isTemplate: false, holdsOnlySecrets: true, maySet: isSecret, names: () => false }];
}

const isSecret = (path: string): boolean => findOption(path)?.option.secret === true;
