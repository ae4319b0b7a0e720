/** What version control keeps of an estate, and what is missing in a clone of it. */
import { join } from 'node:path';
import { trackedFiles } from '../../../files/git/tracked.ts';
import type { OutFile } from '../../../manifest/file.ts';
import { directory } from '../../../write/disk/directory.ts';
import { wasMade } from '../../../write/ignored.ts';
import { parseLedger } from '../../../write/ledger.ts';
import { readLedger } from '../../../write/plan.ts';
import type { LoadedManifest } from './manifest.ts';

/**
 * The paths of keys and tokens that this run made, though an earlier run made them: it is a clone of the repository, or they
 * were removed. Agents that run have those of the earlier run.
 *
 * @param out where the estate is rendered
 */
export function madeBefore(
  { generated }: Pick<LoadedManifest, 'generated'>,
  out?: string,
): readonly string[] {
  if (generated.length === 0) return [];
  const isClone = out !== undefined && isCloned(out);
  return generated.map(({ path }) => path).filter((path) => isClone || wasMade(path));
}

/** The hashes of secrets stay on the machine that rendered; that there are secrets is in version control. */
function isCloned(out: string): boolean {
  const texts = readLedger(directory(out));
  return texts.secret === undefined && parseLedger(texts).secrets.size > 0;
}

/** The files with secrets that git keeps, below the directory. */
export function trackedSecrets(files: readonly OutFile[], out: string): readonly string[] {
  const isTracked = trackedFiles();
  return files.flatMap(({ path, secret }) => (secret && isTracked(join(out, path)) ? [path] : []));
}
