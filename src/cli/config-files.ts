/** Paths to the files that a command takes one by one: those named, and those of nodes in directories, as lint finds them. */
import { dirname, normalize } from 'node:path';
import { type Discovery, discover, type Trouble } from '../discovery/discover.ts';
import { type Found, formatOf, listFiles } from '../model/load/directory.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import type { FileSystem } from '../model/load/files.ts';
import { loadFile } from '../model/load/load.ts';
import { filesFrom } from './files.ts';
import { CommandError, type Io } from './io.ts';
import { loadSettings } from './lint/settings.ts';

export interface Wanted {
  readonly version: string;
  /** What the files hold, whatever they are called: then every file of a directory is meant, and no node is looked for. */
  readonly format?: ConfigFormat | undefined;
  /** How to go on where a file is called otherwise. */
  readonly otherName: string;
}

/** @throws CommandError where a path is not there, or holds nothing: a clean result must mean that something was read */
export async function configFiles(paths: readonly string[], wanted: Wanted, io: Io): Promise<Found[]> {
  const fs = filesFrom(io.cwd);
  const files = new Map<string, Found>();
  for (const path of paths) {
    const found =
      wanted.format === undefined && fs.stat(path) === 'directory'
        ? await inDirectory(path, wanted, fs, io)
        : listed(path, wanted, fs);
    if (found.length === 0) throw holdsNothing(path);
    for (const file of found) {
      const name = normalize(file.path);
      if (!files.has(name)) files.set(name, file);
    }
  }
  return [...files.values()];
}

const holdsNothing = (path: string): CommandError =>
  new CommandError(`${path} holds no Consul configuration (*.json, *.hcl), so nothing of it was looked at`);

/** Of paths that an agent is given: those of which it would load nothing, and what to give it instead. */
export function loadingNothing(
  paths: readonly string[],
  fs: FileSystem,
  format: ConfigFormat | undefined,
): readonly string[] {
  return paths
    .filter((path) => fs.stat(path) === 'directory' && listFiles([path], fs, format).files.length === 0)
    .map(
      (path) =>
        `${path} holds no Consul configuration (*.json, *.hcl); an agent reads no directory below the one that it is ` +
        'given, so name that of one node',
    );
}

function listed(path: string, { format, otherName }: Wanted, fs: FileSystem): readonly Found[] {
  const { files, troubles } = listFiles([path], fs, format);
  refuse(troubles, otherName);
  return files;
}

/** The files of its nodes. One that is a node itself, or holds no node at all, is what an agent would load from it. */
async function inDirectory(directory: string, wanted: Wanted, fs: FileSystem, io: Io): Promise<Found[]> {
  const { version, otherName } = wanted;
  const load = (path: string, format: ConfigFormat) => {
    const bytes = fs.read(path);
    return bytes && loadFile(path, bytes, format, version);
  };
  const { declarations } = await loadSettings({}, io);
  const found = discover(
    [normalize(directory).replace(/(?<=.)\/$/, '')],
    { fs, load, version },
    declarations,
  );
  refuse(
    found.troubles.filter(({ kind }) => kind !== 'empty'),
    otherName,
  );
  const ofNodes = filesOf(found);
  const own = normalize(`${directory}/.`);
  const isNode = ofNodes.length === 0 || ofNodes.some(({ path }) => dirname(normalize(path)) === own);
  return [...(isNode ? listed(directory, wanted, fs) : []), ...ofNodes];
}

function filesOf({ estates }: Discovery): readonly Found[] {
  const files = estates.flatMap(({ nodes }) => nodes.flatMap((node) => node.files));
  return files.flatMap(({ source }) => {
    const format = formatOf(source.file);
    return format ? { path: source.file, format } : [];
  });
}

function refuse(troubles: readonly Trouble[], otherName: string): void {
  const [first] = troubles;
  if (!first) return;
  if (first.kind === 'empty') throw holdsNothing(first.path);
  throw new CommandError(`${first.path} ${first.kind === 'extension' ? otherName : saidOf[first.kind]}`);
}

const saidOf = {
  missing: 'does not exist',
  unreadable: 'cannot be read',
  dangling: 'is a symlink to nothing',
} as const;
