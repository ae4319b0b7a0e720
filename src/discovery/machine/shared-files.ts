/**
 * Files of several machines that lie above the directories of these: `consul.hcl` next to `srv1.d/` and `srv2.d/`. What a
 * script copies to each machine is set on each, so that none of it is missing there.
 */
import { basename, dirname } from 'node:path';
import type { ConfigFile } from '../../model/load/file.ts';
import type { Deployment } from '../../subjects/subjects.ts';
import { isDialable } from '../../util/addresses.ts';
import { groupBy } from '../../util/collections.ts';
import type { Located } from '../located.ts';
import { ancestorsOf } from '../paths.ts';

export interface SharedFiles {
  /** What the files above a node set on its machine too; of files above others, what is set below. */
  readonly around: (node: Located) => readonly Deployment[];
  /** True for files that are parts of other nodes, and no agent of their own. */
  readonly areParts: (node: Located) => boolean;
}

/** The files above nodes of which a deployment near them names the file, or which call themselves common. */
export function sharedFiles(
  located: readonly Located[],
  deploymentsNear: (directories: readonly string[]) => readonly Deployment[],
): SharedFiles {
  const holders = holdersOf(located);
  const byDirectory = groupBy(
    [...holders.keys()].filter((file) => !isOfOneMachine(file)),
    ({ source }) => dirname(source.file),
  );
  const shared = new Set<ConfigFile>();
  const around = new Map<Located, Deployment[]>(located.map((one) => [one, []]));
  for (const one of located) {
    const { files } = one.node;
    const higher = directoriesAbove(files).flatMap((directory) => byDirectory.get(directory) ?? []);
    if (higher.length === 0) continue;
    const deployments = deploymentsNear([one.path]);
    const found = higher.filter(({ source }) => {
      const name = basename(source.file);
      return isCommon.test(name) || deployments.some(({ names }) => names(name));
    });
    for (const file of found) shared.add(file);
    around.get(one)!.push(...found.map(deploymentOf));
    const below = files.map(deploymentOf);
    for (const part of new Set(found.flatMap((file) => holders.get(file)!))) around.get(part)!.push(...below);
  }
  return {
    around: (node) => around.get(node) ?? [],
    areParts: ({ node: { files } }) => files.length > 0 && files.every((file) => shared.has(file)),
  };
}

const isCommon = /^(?:.*[-_.])?(?:common|shared|global|base|all|defaults?)(?:[-_.].*)?\.(?:hcl|json)$/i;

/** The nodes by their files. */
function holdersOf(located: readonly Located[]): Map<ConfigFile, Located[]> {
  const holders = new Map<ConfigFile, Located[]>();
  for (const one of located) {
    for (const file of new Set(one.node.files)) {
      const others = holders.get(file);
      if (others) others.push(one);
      else holders.set(file, [one]);
    }
  }
  return holders;
}

/** The directories that hold those of the files. */
function directoriesAbove(files: readonly ConfigFile[]): readonly string[] {
  const directories = new Set(files.map(({ source }) => dirname(source.file)));
  return [...new Set([...directories].flatMap((directory) => [...ancestorsOf(directory)].slice(1)))];
}

const isOfOneMachine = ({ value }: ConfigFile): boolean =>
  ['node_name', 'bind_addr', 'advertise_addr'].some((key) => {
    const found = value?.members.get(key)?.value;
    return found?.kind === 'string' && (key === 'node_name' ? found.value !== '' : isDialable(found.value));
  });

const deploymentOf = ({ source, value }: ConfigFile): Deployment => ({
  path: source.file,
  isTemplate: false,
  maySet: (option) => value?.members.has(option.split('.')[0]!) === true,
  names: (file) => basename(file) === basename(source.file),
});
