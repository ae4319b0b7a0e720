/** Which files of a directory are an agent's, by what each says and by what is around it. */
import type { ConfigFile } from '../model/load/file.ts';
import { kindOf } from './evidence.ts';
import { isNamedAfterConsul } from './paths.ts';

export interface Selection {
  readonly ours: readonly ConfigFile[];
  readonly entries: readonly ConfigFile[];
  readonly foreign: readonly ConfigFile[];
  readonly templates: readonly ConfigFile[];
}

export interface Surroundings {
  /** An agent is pointed at the directory, and reads all that is in it. */
  readonly isLoaded: boolean;
  /** The directory or the file was named by the caller, or a unit is beside it: what may be Consul's is. */
  readonly isExpected: boolean;
}

export function select(files: readonly ConfigFile[], around: Surroundings): Selection {
  const chosen = {
    ours: [] as ConfigFile[],
    entries: [] as ConfigFile[],
    foreign: [] as ConfigFile[],
    templates: [] as ConfigFile[],
  };
  const isOurs = belongsToAgent(files, around);
  for (const file of files) {
    const kind = kindOf(file);
    if (kind === 'entry') chosen.entries.push(file);
    else if (kind === 'template') chosen.templates.push(file);
    else chosen[isOurs(file) ? 'ours' : 'foreign'].push(file);
  }
  return chosen;
}

/** Beside files of another program, one that might be either's is the other's. */
function belongsToAgent(
  files: readonly ConfigFile[],
  { isLoaded, isExpected }: Surroundings,
): (file: ConfigFile) => boolean {
  const kinds = new Set(files.map(kindOf));
  const hasAgent = kinds.has('agent') || kinds.has('definition');
  const hasOther = kinds.has('other');
  return (file) => {
    const kind = kindOf(file);
    const isNamed = isNamedAfterConsul(file.source.file);
    if (kind === 'agent' || kind === 'definition') return true;
    if (kind === 'other') return isLoaded && hasAgent;
    if (isLoaded) return true;
    if (kind === 'foreign') return false;
    return isNamed || (!hasOther && (hasAgent || isExpected));
  };
}

/** A file named by the caller of which nothing could be read says nothing against its being an agent's. */
export const isExpectedToBeOurs = (file: ConfigFile): boolean =>
  kindOf(file) === 'foreign' && file.refused === true && (file.raw?.members.size ?? 0) < 2;
