/** The configuration files that use cases take one by one: those named, and those of nodes below directories. */
import { dirname, normalize } from 'node:path';
import { type Discovery, discover } from '../../discovery/discover.ts';
import { type Found, formatOf, listFiles } from '../../model/load/directory.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { loadFile } from '../../model/load/load.ts';
import { type Failed, failed, isFailed } from '../failure.ts';
import type { LoadedSettings } from '../settings/load.ts';

export interface ConfigFilesInput {
  readonly paths: readonly string[];
  readonly files: FileSystem;
  readonly version: string;
  /** The format of every file, whatever its name; then all files of a directory are meant, and no nodes are searched. */
  readonly format?: ConfigFormat | undefined;
  /** Settings may declare nodes. */
  readonly loaded: LoadedSettings;
}

/** Fails where a path does not exist or holds nothing: a clean result must mean that something was read. */
export function configFiles(input: ConfigFilesInput): readonly Found[] | Failed {
  const found = new Map<string, Found>();
  for (const path of input.paths) {
    const isTree = input.format === undefined && input.files.stat(path) === 'directory';
    const files = isTree ? inDirectory(path, input) : listed(path, input);
    if (isFailed(files)) return files;
    if (files.length === 0) return failed({ kind: 'empty', path });
    for (const file of files) {
      const name = normalize(file.path);
      if (!found.has(name)) found.set(name, file);
    }
  }
  return [...found.values()];
}

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

function listed(path: string, { files, format }: ConfigFilesInput): readonly Found[] | Failed {
  const listing = listFiles([path], files, format);
  return listing.problems.length > 0 ? { failures: listing.problems } : listing.files;
}

/** The files of its nodes. A directory that is a node itself, or has no node below it, has those that an agent would load. */
function inDirectory(directory: string, input: ConfigFilesInput): readonly Found[] | Failed {
  const { files, version, loaded } = input;
  const load = (path: string, format: ConfigFormat) => {
    const bytes = files.read(path);
    return bytes && loadFile(path, bytes, format, version);
  };
  const plain = normalize(directory).replace(/(?<=.)\/$/, '');
  const found = discover([plain], { fs: files, load, version }, loaded.declarations);
  const failures = found.problems.filter(({ kind }) => kind !== 'empty');
  if (failures.length > 0) return { failures };
  const ofNodes = filesOf(found);
  const own = normalize(`${directory}/.`);
  const isNode = ofNodes.length === 0 || ofNodes.some(({ path }) => dirname(normalize(path)) === own);
  if (!isNode) return ofNodes;
  const listing = listed(directory, input);
  return isFailed(listing) ? listing : [...listing, ...ofNodes];
}

function filesOf({ estates }: Discovery): readonly Found[] {
  const files = estates.flatMap(({ nodes }) => nodes.flatMap((node) => node.files));
  return files.flatMap(({ source }) => {
    const format = formatOf(source.file);
    return format ? { path: source.file, format } : [];
  });
}
