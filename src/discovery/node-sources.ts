/** What of one machine's file tree makes its agent: the unit that starts it and the files that this names. */
import { dirname } from 'node:path';
import { listFiles, type PathProblem, unreadable } from '../model/load/directory.ts';
import type { ConfigFile, ConfigFormat } from '../model/load/file.ts';
import type { FileSystem } from '../model/load/files.ts';
import { defaultVersion } from '../options/releases/versions.ts';
import type { Reader } from '../sources/source.ts';
import type { Machine } from '../subjects/machine/machine.ts';
import { mayBePolicy } from '../subjects/policy/policy.ts';
import type { FileFacts, MachineTree } from '../subjects/subjects.ts';
import type { Flags } from '../subjects/unit/flags.ts';
import type { Unit } from '../subjects/unit/unit.ts';
import { decodeBytes } from '../text/source/bytes.ts';
import { Source } from '../text/source/source.ts';
import { type Selection, select } from './directory/selection.ts';
import { unitsIn } from './directory/units.ts';
import { hasKeyOfAgent } from './kinds/evidence.ts';
import type { PassedOver } from './kinds/passed-over.ts';
import { isLoaderDirectory, isNamedAfterConsul, isTemplateName, join, plain } from './paths.ts';

export interface LoadContext {
  readonly fs: FileSystem;
  /** Reads and decodes one file; undefined where it cannot be read. */
  readonly load: (path: string, format: ConfigFormat, version: string) => ConfigFile | undefined;
  /** The Consul release to lint for; undefined where none is given. */
  readonly version: string | undefined;
  /** The release where none is given for a node. */
  readonly assumed?: string | undefined;
  /** Of files that start agents; absent: none is read. */
  readonly readers?: readonly Reader[];
  /** Absent where nothing is known of files but their content. */
  readonly facts?: (path: string) => FileFacts;
  /** Present where the files are those of this machine, and it may be looked at. */
  readonly machine?: Machine;
}

/** A run over files: it notes paths that cannot be read, and files that are not an agent's. */
export interface LoadSession extends LoadContext {
  readonly report: (problem: PathProblem) => void;
  readonly passedOver: PassedOver;
}

export interface NodeSource {
  readonly files: readonly ConfigFile[];
  /** Config entries among them, which no agent reads. */
  readonly entries: readonly ConfigFile[];
  /** Files of other programs among them, at which the agent stops. */
  readonly misplaced: readonly ConfigFile[];
  readonly skipped: readonly string[];
  readonly unit: Unit | undefined;
  /** Further units next to the files, which start other agents. */
  readonly otherUnits?: readonly Unit[];
  /** The release that its files were read for. */
  readonly version: string;
  /** Of the command line in the unit or in the settings. */
  readonly flags: Flags | undefined;
  readonly tree: MachineTree | undefined;
  readonly why: string;
}

/** Where configuration is kept below a machine's root. */
const configDirectories = [
  'etc/consul.d',
  'etc/consul',
  'usr/local/etc/consul.d',
  'usr/local/etc/consul',
  'consul.d',
];

const unitDirectories = ['etc/systemd/system', 'lib/systemd/system', 'usr/lib/systemd/system'];

/** The agents of a machine whose tree begins at `root`: one for each unit; none where there is no configuration. */
export function nodeSourcesBelow(root: string, session: LoadSession): readonly NodeSource[] {
  const { fs } = session;
  const usual = configDirectories
    .map((inner) => join(root, inner))
    .find((path) => fs.stat(path) === 'directory');
  const units = machineUnits(root, fs);
  const sources = units.flatMap((unit) => {
    const named = configPathsBelow(root, unit);
    const present = named.filter((path) => isPresent(path, fs));
    if (present.length > 0) return machineSource(root, present, unit, session) ?? [];
    const likely = [...named.flatMap((path) => directoryOfMissing(path, fs)), usual];
    const meant = likely.find((path) => path !== undefined);
    return meant === undefined ? [] : (machineSource(root, [meant], unit, session) ?? []);
  });
  if (units.length > 0 || usual === undefined) return sources;
  return [machineSource(root, [usual], undefined, session) ?? []].flat();
}

const isPresent = (path: string, fs: FileSystem): boolean => /^(file|directory)$/.test(fs.stat(path));

/** Where a file is missing that a unit names, those next to it may be what is meant. */
const directoryOfMissing = (path: string, fs: FileSystem): readonly string[] =>
  /\.(?:hcl|json)$/.test(path) && isNamedAfterConsul(dirname(path)) && fs.stat(dirname(path)) === 'directory'
    ? [dirname(path)]
    : [];

const machineUnits = (root: string, fs: FileSystem): readonly Unit[] =>
  unitsIn(
    unitDirectories.map((inner) => join(root, inner)),
    fs,
    root,
  );

const configPathsBelow = (root: string, unit: Unit): readonly string[] =>
  unit.flags.configPaths.flatMap(({ text }) =>
    text.startsWith('/') ? [join(root, text.replace(/^\/+|\/+$/g, ''))] : [],
  );

function machineSource(
  root: string,
  paths: readonly string[],
  unit: Unit | undefined,
  session: LoadSession,
): NodeSource | undefined {
  const version = releaseFor(unit, session);
  const { files, skipped } = loadAll(paths, version, session);
  const { ours, entries, misplaced } = chosen(files, { isLoaded: true, isExpected: true }, session);
  if (ours.length === 0) return undefined;
  return {
    files: ours,
    entries,
    misplaced,
    skipped,
    unit,
    version,
    flags: unit?.flags,
    tree: treeAt(root, session.fs),
    why: `${paths.join(', ')} below ${root}`,
  };
}

/** The root of the machine that a path is a part of: a unit in its tree names the path, or it is `etc/consul.d`. */
export function rootOf(path: string, fs: FileSystem): string | undefined {
  const usual = /^(.*?)\/?(?:usr\/local\/)?etc\/consul(?:\.d)?\/?$/.exec(path)?.[1];
  if (usual !== undefined) return usual || (path.startsWith('/') ? '/' : '.');
  const steps = path.split('/');
  for (let count = steps.length - 1; count > 0; count--) {
    const root = steps.slice(0, count).join('/') || '/';
    const isNamed = machineUnits(root, fs).some((unit) => configPathsBelow(root, unit).includes(path));
    if (isNamed) return root;
  }
  return undefined;
}

/** The agents of the files directly in a directory, with the units next to them. */
export function nodeSourceOf(directory: string, session: LoadSession, isNamed: boolean): NodeSource {
  const isLoaded = isLoaderDirectory(directory);
  const units = unitsIn([directory], session.fs);
  const [unit] = units;
  const version = releaseFor(unit, session);
  const wanted = (path: string): boolean =>
    isLoaded || (!session.passedOver.byName(path) && isWorthReading(path, session));
  const isExpected = units.length > 0 || isNamed;
  // An agent refuses a directory with a link to nothing; of this one nothing says that an agent loads it.
  const isRefused = ({ kind }: PathProblem): boolean => kind !== 'dangling' || isLoaded || isExpected;
  const report = (problem: PathProblem): void => (isRefused(problem) ? session.report(problem) : undefined);
  const { files, skipped } = loadAll([directory], version, { ...session, report }, wanted);
  const { ours, entries, misplaced } = chosen(files, { isLoaded, isExpected }, session);
  return {
    files: ours,
    entries,
    misplaced,
    // Of any other directory nothing says that an agent reads it.
    skipped: isLoaded ? skipped : [],
    unit,
    otherUnits: units.slice(1),
    version,
    flags: unit?.flags,
    tree: undefined,
    why: `the files of ${directory}`,
  };
}

/** A text without a key of an agent or of an ACL policy is not parsed: of a repository that is most files. */
function isWorthReading(path: string, { fs, passedOver }: LoadSession): boolean {
  if (isNamedAfterConsul(path)) return true;
  const bytes = fs.read(path);
  const text = bytes && decodeBytes(bytes);
  if (text === undefined || hasKeyOfAgent(text) || mayBePolicy(text)) return true;
  passedOver.file(path);
  return false;
}

/** Files of a directory by whose they are; what is not an agent's is noted. */
export function chosen(
  files: readonly ConfigFile[],
  around: Parameters<typeof select>[1],
  { passedOver }: LoadSession,
): Selection {
  const selection = select(files, around);
  passedOver.add(selection);
  return selection;
}

/** What the caller says; else what the unit says of its agent, as ours do; else what is assumed, or the newest. */
export const releaseFor = (unit: Unit | undefined, { version, assumed }: LoadContext): string =>
  version ?? unit?.consul ?? assumed ?? defaultVersion;

export function loadAll(
  paths: readonly string[],
  version: string,
  { fs, load, report, passedOver }: LoadSession,
  wanted: (path: string) => boolean = () => true,
): Pick<NodeSource, 'files' | 'skipped'> {
  const { files, skipped, problems } = listFiles(paths, fs);
  problems.forEach(report);
  for (const path of skipped) if (isTemplateName(path)) passedOver.template(plain(path));
  const loaded = files.flatMap(({ path: listed, format }) => {
    const path = plain(listed);
    if (!wanted(path)) return [];
    const file = load(path, format, version);
    if (!file) report(unreadable(path, fs));
    return file ?? [];
  });
  return { files: loaded, skipped: skipped.map(plain) };
}

function treeAt(root: string, fs: FileSystem): MachineTree {
  const below = (path: string): string => join(root, path.replace(/^\/+/, ''));
  return {
    root,
    has: (path) => fs.stat(below(path.replace(/(?<=.)\/+$/, ''))) !== 'missing',
    read: (path) => {
      const bytes = fs.stat(below(path)) === 'file' ? fs.read(below(path)) : undefined;
      return bytes && Source.fromBytes(below(path), bytes);
    },
  };
}
