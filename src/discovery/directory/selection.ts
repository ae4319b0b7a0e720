/** Which files of a directory are an agent's, by what each says and by what is around it. */
import type { ConfigFile } from '../../model/load/file.ts';
import { kindOf, saysMuch } from '../kinds/evidence.ts';
import { isNamedAfterConsul, isNamedAfterOther } from '../paths.ts';

export interface Selection {
  readonly ours: readonly ConfigFile[];
  readonly entries: readonly ConfigFile[];
  readonly foreign: readonly ConfigFile[];
  readonly templates: readonly ConfigFile[];
  /** Of other programs, in a directory from which an agent reads them too. */
  readonly misplaced: readonly ConfigFile[];
}

export interface Surroundings {
  /** An agent is pointed at the directory, and reads all that is in it. */
  readonly isLoaded: boolean;
  /** The directory or the file was named by the caller, or a unit is next to it: what may be Consul's is. */
  readonly isExpected: boolean;
}

export function select(files: readonly ConfigFile[], around: Surroundings): Selection {
  const chosen = {
    ours: [] as ConfigFile[],
    entries: [] as ConfigFile[],
    foreign: [] as ConfigFile[],
    templates: [] as ConfigFile[],
    misplaced: [] as ConfigFile[],
  };
  const isOurs = belongsToAgent(files, around);
  const isRead = around.isLoaded && files.some((file) => kindOf(file) !== 'other' && isOurs(file));
  for (const file of files) {
    const kind = kindOf(file);
    if (kind === 'entry') chosen.entries.push(file);
    else if (kind === 'template') chosen.templates.push(file);
    else if (kind === 'other') chosen[isRead ? 'misplaced' : 'foreign'].push(file);
    else chosen[isOurs(file) ? 'ours' : 'foreign'].push(file);
  }
  return chosen;
}

/** Next to files of another program, a file that could belong to either belongs to the other. */
function belongsToAgent(
  files: readonly ConfigFile[],
  { isLoaded, isExpected }: Surroundings,
): (file: ConfigFile) => boolean {
  const kinds = new Set(files.map(kindOf));
  const isLikely = (file: ConfigFile): boolean =>
    isNamedAfterConsul(file.source.file) || (isExpected && saysMuch(file));
  const hasAgent =
    kinds.has('agent') ||
    kinds.has('definition') ||
    files.some((file) => kindOf(file) === 'unclear' && isLikely(file));
  const hasOther = kinds.has('other');
  return (file) => {
    const kind = kindOf(file);
    const isNamed = isNamedAfterConsul(file.source.file);
    if (kind === 'agent' || kind === 'definition') return true;
    if (isLoaded) return true;
    if (kind === 'foreign') return false;
    return isNamed || (!hasOther && hasAgent && !isNamedAfterOther(file.source.file));
  };
}

/** Nothing rules out a file that the caller named: nothing in it could be read, or all of it is options. */
export function isExpectedToBeOurs(file: ConfigFile): boolean {
  if (!/^(?:foreign|unclear)$/.test(kindOf(file))) return false;
  const keys = file.raw?.members.size ?? 0;
  return (file.refused === true && keys < 2) || (keys > 0 && file.value?.members.size === keys);
}
