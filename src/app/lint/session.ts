/** The files, nodes and clusters below some paths, read once; fixing reads them again with other texts. */
import { posix } from 'node:path';
import type { Discovery, DiscoveryProblem } from '../../discovery/discover.ts';
import { listedOnce } from '../../discovery/listed-once.ts';
import { discoverMachines } from '../../discovery/machine/machines.ts';
import { isPatronis } from '../../discovery/machine/patroni.ts';
import type { LoadContext } from '../../discovery/node-sources.ts';
import { neededRules } from '../../engine/lint.ts';
import type { Finding, Fix } from '../../finding.ts';
import type { FixRun } from '../../fix/fix.ts';
import type { Library } from '../../manifest/extend.ts';
import { loadFile } from '../../model/load/load.ts';
import { nearestModelled } from '../../options/releases/older.ts';
import { readTogether } from '../../secrets/run/run.ts';
import { readersFor, worldsBelow } from '../../sources/candidates.ts';
import { kinds } from '../../sources/registry.ts';
import type { Kind, Reader } from '../../sources/source.ts';
import type { Machine } from '../../subjects/machine/machine.ts';
import type { Node } from '../../subjects/subjects.ts';
import { Source } from '../../text/source/source.ts';
import type { Failed } from '../failure.ts';
import type { UserFiles } from '../files/user-files.ts';
import type { LoadedSettings } from '../settings/load.ts';
import { fixWith, type Replaced } from './fix.ts';
import { type StatedReleases, statedReleases } from './release.ts';
import { filesOf, sourcesOf } from './sources.ts';

export interface SessionInput {
  /** Files, directories of nodes, trees of nodes, units, manifests. */
  readonly paths: readonly string[];
  readonly files: UserFiles;
  readonly loaded: LoadedSettings;
  /**
   * The release of Consul to lint for; undefined leaves it to the unit of each node, else to files near it, else to
   * the newest.
   */
  readonly release?: string | undefined;
  /** Who states that release, such as `--consul`. */
  readonly releaseFrom?: string | undefined;
  /** What git and the disk record about files; absent: nothing is known. */
  readonly facts?: LoadContext['facts'];
  /** Present where the files are those of this machine, and rules may look at it. */
  readonly machine?: Machine | undefined;
  /** The files that manifests name; absent: those of `files`. */
  readonly library?: (manifests: readonly string[]) => Promise<Library>;
  /** Files that must not be changed; absent: none. */
  readonly isOutside?: (file: string) => boolean;
  /** Called at the start of every pass over the files. */
  readonly observe?: () => Observer;
}

/** Follows a pass over many files. */
export interface Observer {
  /** Before each file, with the number of files so far. */
  readonly file: (count: number) => void;
  readonly end: () => void;
}

export interface OpenedInput extends SessionInput {
  readonly readers: readonly Reader[];
  /** What files near the paths state. */
  readonly stated: StatedReleases | undefined;
}

export interface Session {
  readonly input: OpenedInput;
  /** The paths of agents. */
  readonly configs: readonly string[];
  readonly found: Discovery;
  /** Paths of manifests, which are not read yet. */
  readonly manifests: readonly string[];
}

/** Reads all agents; fails when a path cannot be read, since a clean result must mean that everything was. */
export async function openSession(given: SessionInput): Promise<Session | Failed> {
  const files = listedOnce(given.files);
  const plain = given.paths.map((path) => posix.normalize(path).replace(/(?<=.)\/$/, ''));
  const input = { ...given, files, readers: await readersFor(plain, files, kindsOf(given.loaded)) };
  const isManifest = (path: string): boolean =>
    isYaml(path) && !isPatronis(path, files) && worldsBelow([path], files, input.readers).length === 0;
  const configs = plain.filter((path) => !isManifest(path));
  const stated = input.release ? undefined : statedReleases(configs, input.files);
  const found = discoverWith(new Map(), { ...input, stated }, configs);
  if (found.problems.length > 0) return { failures: found.problems, grouping: found.grouping };
  return { input: { ...input, stated }, configs, found, manifests: plain.filter(isManifest) };
}

/** All but those that the settings switch off. */
const kindsOf = ({ sources = {} }: LoadedSettings): readonly Kind[] =>
  kinds.filter(({ name }) => sources[name] !== false);

/** No agent reads YAML, so a YAML file is the manifest of a cluster, unless it is Patroni's. */
const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);

export const nodesIn = ({ estates }: Discovery): readonly Node[] => estates.flatMap(({ nodes }) => nodes);

function discoverWith(replaced: Replaced, input: OpenedInput, configs: readonly string[]): Discovery {
  const observer = input.observe?.();
  const found = discoverMachines(configs, readerWith(replaced, input, observer), input.loaded.declarations);
  observer?.end();
  readTogether([
    ...sourcesOf(found.estates),
    ...wholeFiles(found, (path) => replaced.get(path) ?? input.files.read(path)),
  ]);
  return found;
}

/** Files of which a reader gives a part, with the rest of their text: that may show the secrets of the part. */
function wholeFiles({ estates }: Discovery, read: (path: string) => Uint8Array | undefined): Source[] {
  const others = [...filesOf(estates)].filter((file) => !/\.(?:hcl|json|service)$/.test(file));
  return others.flatMap((file) => {
    const bytes = read(file);
    return bytes ? [Source.fromBytes(file, bytes)] : [];
  });
}

function readerWith(replaced: Replaced, input: OpenedInput, observer: Observer | undefined): LoadContext {
  const { files, release, stated, facts, machine, readers } = input;
  const read: typeof files.read = (path) => replaced.get(path) ?? files.read(path);
  let count = 0;
  return {
    fs: { ...files, read },
    readers,
    version: release && nearestModelled(release),
    assumed: stated && nearestModelled(stated.newest.release),
    ...(facts && { facts }),
    ...(machine && { machine }),
    load: (path, format, version) => {
      observer?.file(++count);
      const bytes = read(path);
      return bytes && loadFile(path, bytes, format, version);
    },
  };
}

/** All fixes of one kind, without those that would do harm; nothing is written. */
export async function fixSession(
  { found, input, configs }: Session,
  lintFound: (found: Discovery) => readonly Finding[],
  wanted: (fix: Fix) => boolean,
): Promise<FixRun | Failed> {
  let problems: readonly DiscoveryProblem[] = [];
  const run = fixWith<Discovery>({
    readWith: (replaced) => {
      if (replaced.size === 0) return found;
      const again = discoverWith(replaced, input, configs);
      if (again.problems.length > 0) problems = again.problems;
      return again;
    },
    findingsOf: lintFound,
    nodesOf: nodesIn,
    wanted: (fix) => wanted(fix) && !fix.edits.some(({ source }) => input.isOutside?.(source.file)),
    entryRules: await neededRules(found.estates),
  });
  // A file that went away meanwhile: what was read without it is not a basis for changes.
  return problems.length > 0 ? { failures: problems } : run;
}
