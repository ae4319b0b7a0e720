/** The configuration files that use cases take one by one: those named, and those of nodes below directories. */
import { dirname, normalize } from 'node:path';
import { type Found, listFiles } from '../../model/load/directory.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import type { FileSystem } from '../../model/load/files.ts';
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
export async function configFiles(input: ConfigFilesInput): Promise<readonly Found[] | Failed> {
  const found = new Map<string, Found>();
  for (const path of input.paths) {
    const isTree = input.format === undefined && input.files.stat(path) === 'directory';
    const files = isTree ? await inDirectory(path, input) : listed(path, input);
    if (isFailed(files)) return files;
    if (files.length === 0) return failed({ kind: 'empty', path });
    for (const file of files) {
      const name = normalize(file.path);
      if (!found.has(name)) found.set(name, file);
    }
  }
  return [...found.values()];
}

/**
 * The files of the nodes in a directory and below it. A directory that is a node itself, or has no node below it, has
 * those that an agent would load. The search for nodes is loaded only where there is a directory.
 */
async function inDirectory(directory: string, input: ConfigFilesInput): Promise<readonly Found[] | Failed> {
  const { nodeFilesIn } = await import('./node-files.ts');
  const { files, version, loaded } = input;
  const ofNodes = nodeFilesIn(directory, { files, version, declarations: loaded.declarations });
  if (isFailed(ofNodes)) return ofNodes;
  const own = normalize(`${directory}/.`);
  const isNode = ofNodes.length === 0 || ofNodes.some(({ path }) => dirname(normalize(path)) === own);
  if (!isNode) return ofNodes;
  const listing = listed(directory, input);
  return isFailed(listing) ? listing : [...listing, ...ofNodes];
}

function listed(path: string, { files, format }: ConfigFilesInput): readonly Found[] | Failed {
  const listing = listFiles([path], files, format);
  return listing.problems.length > 0 ? { failures: listing.problems } : listing.files;
}
