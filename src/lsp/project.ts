/** Which files are judged together with an open one, and what is wrong with them. */
import { dirname } from 'node:path';
import type { Finding } from '../finding.ts';
import { discover } from '../lint/discover.ts';
import type { Estate } from '../lint/estate.ts';
import { isForeign, isLoaderDirectory, looksLikeConsul } from '../lint/grouping.ts';
import { lint } from '../lint/run.ts';
import type { Settings } from '../lint/settings.ts';
import type { Check } from '../model/check/check.ts';
import type { ConfigFile, ConfigFormat } from '../model/file.ts';
import type { FileSystem } from '../model/files.ts';
import { decodeFile, parseFile } from '../model/load.ts';
import { Source } from '../text/source.ts';
import type { Overlay } from './overlay.ts';

export interface Judged {
  readonly findings: readonly Finding[];
  /** The files that were looked at. */
  readonly files: readonly string[];
}

export interface How {
  readonly version: string;
  readonly settings: Settings;
  /** Those of config entries. */
  readonly checks: readonly Check[];
}

/** Judges agent configurations; keeps what it has read of files that did not change. */
export class Project {
  readonly #fs: Overlay;
  readonly #decoded = new Map<string, { readonly source: Source; readonly file: ConfigFile }>();
  #version = '';

  constructor(fs: Overlay) {
    this.#fs = fs;
  }

  /** @param root see `rootOf` */
  judge(file: string, format: ConfigFormat, root: string | undefined, how: How): Judged {
    if (how.version !== this.#version) this.#decoded.clear();
    this.#version = how.version;
    const estates = root === undefined ? [] : this.#discover([root]);
    const together = estates.filter((estate) => filesOf([estate]).includes(file));
    if (together.length > 0) return judged(together, how);
    return this.#isOurs(file, format) ? judged(this.#discover([file]), how) : { findings: [], files: [file] };
  }

  #discover(paths: readonly string[]): readonly Estate[] {
    const load = (path: string, format: ConfigFormat) => this.#load(path, format);
    return discover(paths, { fs: bounded(this.#fs), load, version: this.#version }).estates;
  }

  #isOurs(file: string, format: ConfigFormat): boolean {
    if (isForeign(file)) return false;
    const loaded = this.#load(file, format);
    return isLoaderDirectory(dirname(file)) || (loaded !== undefined && looksLikeConsul(loaded));
  }

  #load(path: string, format: ConfigFormat): ConfigFile | undefined {
    const known = this.#decoded.get(path);
    const bytes = this.#fs.opened(path) ? undefined : this.#fs.read(path);
    const source = this.#fs.opened(path) ?? (bytes && sourceOf(path, bytes));
    if (!source) return undefined;
    if (known?.source === source) return known.file;
    const file = decodeFile(parseFile(source, format, this.#version), this.#version);
    this.#decoded.set(path, { source, file });
    return file;
  }
}

const sources = new WeakMap<Uint8Array, Source>();

/** One source for one reading of a file, so that what was decoded of it stays good. */
function sourceOf(path: string, bytes: Uint8Array): Source {
  const source = sources.get(bytes) ?? Source.fromBytes(path, bytes);
  sources.set(bytes, source);
  return source;
}

const judged = (estates: readonly Estate[], { settings, checks }: How): Judged => ({
  findings: lint(estates, settings, checks),
  files: filesOf(estates),
});

const filesOf = (estates: readonly Estate[]): string[] =>
  estates.flatMap(({ nodes }) => nodes.flatMap(({ files }) => files.map(({ source }) => source.file)));

/**
 * The directory whose agents are judged together with a file: the one that holds its machine's, but never outside of
 * the editor's folder. Undefined for a file that no folder of the editor holds: it is judged by itself.
 */
export function rootOf(file: string, folders: readonly string[]): string | undefined {
  const folder = folders
    .filter((path) => isBelow(file, path))
    .sort((a, b) => b.length - a.length)
    .at(0);
  if (folder === undefined) return undefined;
  const directory = dirname(file);
  const machine =
    /^(.*)\/(?:etc\/consul(?:\.d)?|consul\.d|conf\.d|config\.d)$/.exec(directory)?.[1] ?? directory;
  const cluster = dirname(machine);
  return cluster === folder || isBelow(cluster, folder) ? cluster : folder;
}

const isBelow = (path: string, directory: string): boolean =>
  path.startsWith(`${directory.replace(/\/$/, '')}/`);

/** How many directories are searched for the rest of a cluster: a folder may be a whole disk. */
const mostDirectories = 2000;

function bounded(fs: FileSystem): FileSystem {
  let left = mostDirectories;
  return { ...fs, list: (path) => (left-- > 0 ? fs.list(path) : undefined) };
}
