/** What of one machine's file tree makes its agent: the unit that starts it and the files that this names. */

import { listFiles, type PathProblem } from '../model/load/directory.ts';
import type { ConfigFile, ConfigFormat } from '../model/load/file.ts';
import type { FileSystem } from '../model/load/files.ts';
import { defaultVersion } from '../options/versions.ts';
import type { Machine } from '../subjects/machine/machine.ts';
import type { FileFacts, MachineTree } from '../subjects/subjects.ts';
import type { Flags } from '../subjects/unit/flags.ts';
import { readUnit, type Unit } from '../subjects/unit/unit.ts';
import { Source } from '../text/source/source.ts';
import {
  isForeign,
  isForeignFile,
  isLoaderDirectory,
  isOfAnotherProgram,
  isSurelyConsul,
  looksLikeConsul,
} from './grouping.ts';

export interface LoadContext {
  readonly fs: FileSystem;
  /** Reads and decodes one file; undefined where it cannot be read. */
  readonly load: (path: string, format: ConfigFormat, version: string) => ConfigFile | undefined;
  /** The Consul release to judge for; undefined where nobody said one. */
  readonly version: string | undefined;
  /** Absent where nothing is known of files but their content. */
  readonly facts?: (path: string) => FileFacts;
  /** Present where the files are those of this machine, and it may be looked at. */
  readonly machine?: Machine;
}

/** A reader at work: it tells of paths that cannot be had. */
export interface LoadSession extends LoadContext {
  readonly report: (problem: PathProblem) => void;
}

export interface NodeSource {
  readonly files: readonly ConfigFile[];
  readonly skipped: readonly string[];
  readonly unit: Unit | undefined;
  /** The release that its files were read for. */
  readonly version: string;
  /** Of the command line that the unit has, or that the settings tell. */
  readonly flags: Flags | undefined;
  readonly tree: MachineTree | undefined;
  readonly why: string;
}

/** Where configuration is kept below a machine's root. */
const configDirectories = ['etc/consul.d', 'etc/consul', 'consul.d'];

const unitDirectories = ['etc/systemd/system', 'lib/systemd/system', 'usr/lib/systemd/system'];

/** The agent of a machine whose tree begins at `root`; undefined where there is no configuration at a usual place. */
export function nodeSourceBelow(root: string, reading: LoadSession): NodeSource | undefined {
  const place = configDirectories
    .map((inner) => join(root, inner))
    .find((path) => reading.fs.stat(path) === 'directory');
  if (place === undefined) return undefined;
  const unit = unitIn(
    unitDirectories.map((inner) => join(root, inner)),
    reading.fs,
  );
  const named = (unit?.flags.configPaths ?? []).map(({ text }) => join(root, text.replace(/^\/+/, '')));
  const present = named.filter((path) => /^(file|directory)$/.test(reading.fs.stat(path)));
  const paths = present.length > 0 ? present : [place];
  const version = releaseFor(unit, reading);
  const loaded = loadAll(paths, version, reading);
  if (loaded.files.length === 0) return undefined;
  return {
    ...loaded,
    unit,
    version,
    flags: unit?.flags,
    tree: treeAt(root, reading.fs),
    why: `${paths.join(', ')} below ${root}`,
  };
}

/** The agent of the files that lie in a directory itself, with a unit beside them. */
export function nodeSourceOf(directory: string, reading: LoadSession): NodeSource {
  const wanted = isLoaderDirectory(directory) ? () => true : (path: string) => !isForeign(path);
  const unit = unitIn([directory], reading.fs);
  const version = releaseFor(unit, reading);
  const { files, skipped } = loadAll([directory], version, reading, wanted);
  const ours =
    isLoaderDirectory(directory) || !files.some(looksLikeConsul) ? files : withoutForeignFiles(files);
  return {
    files: ours,
    // Of any other directory nobody says that an agent reads it.
    skipped: isLoaderDirectory(directory) ? skipped : [],
    unit,
    version,
    flags: unit?.flags,
    tree: undefined,
    why: `the files of ${directory}`,
  };
}

/** Beside files of another program, one that might be either's is the other's. */
function withoutForeignFiles(files: readonly ConfigFile[]): readonly ConfigFile[] {
  const isShared = files.some(isOfAnotherProgram);
  return files.filter((file) => !isForeignFile(file) && (!isShared || isSurelyConsul(file)));
}

/** Somebody's word first; else what the unit says of its agent, as ours do; else the newest. */
export const releaseFor = (unit: Unit | undefined, { version }: LoadContext): string =>
  version ?? unit?.consul ?? defaultVersion;

export function loadAll(
  paths: readonly string[],
  version: string,
  { fs, load, report }: LoadSession,
  wanted: (path: string) => boolean = () => true,
): Pick<NodeSource, 'files' | 'skipped'> {
  const { files, skipped, problems } = listFiles(paths, fs);
  problems.forEach(report);
  const loaded = files.flatMap(({ path: listed, format }) => {
    const path = plain(listed);
    if (!wanted(path)) return [];
    const file = load(path, format, version);
    if (!file) report({ kind: 'unreadable', path });
    return file ?? [];
  });
  return { files: loaded, skipped: skipped.map(plain) };
}

/** `consul.hcl` for `./consul.hcl`. */
const plain = (path: string): string => path.replace(/^\.\//, '');

/** The first unit of these directories that starts an agent, with its drop-ins from all of them. */
function unitIn(directories: readonly string[], fs: FileSystem): Unit | undefined {
  const listed = directories.map((directory) => ({ directory, names: namesIn(directory, fs) }));
  for (const { directory, names } of listed) {
    for (const name of names.filter((entry) => entry.endsWith('.service'))) {
      const dropIns = listed
        .filter((other) => other.names.includes(`${name}.d`))
        .flatMap((other) => {
          const below = join(other.directory, `${name}.d`);
          return namesIn(below, fs)
            .filter((entry) => entry.endsWith('.conf'))
            .map((entry) => join(below, entry));
        });
      const unit = unitOf([join(directory, name), ...dropIns], fs);
      if (unit) return unit;
    }
  }
  return undefined;
}

/** A unit of its file and its drop-ins; undefined where it starts no agent. */
export function unitOf(paths: readonly string[], fs: FileSystem): Unit | undefined {
  const sources = paths.flatMap((path) => {
    const bytes = fs.read(path);
    return bytes ? Source.fromBytes(path, bytes) : [];
  });
  return sources.length > 0 ? readUnit(sources) : undefined;
}

function namesIn(directory: string, fs: FileSystem): string[] {
  if (fs.stat(directory) !== 'directory') return [];
  return (fs.list(directory) ?? []).map(({ name }) => name).sort();
}

function treeAt(root: string, fs: FileSystem): MachineTree {
  const below = (path: string): string => join(root, path.replace(/^\/+/, ''));
  return {
    root,
    has: (path) => fs.stat(below(path)) !== 'missing',
    read: (path) => {
      const bytes = fs.stat(below(path)) === 'file' ? fs.read(below(path)) : undefined;
      return bytes && Source.fromBytes(below(path), bytes);
    },
  };
}

export const join = (directory: string, name: string): string =>
  directory === '.' ? name : `${directory.replace(/\/$/, '')}/${name}`;
