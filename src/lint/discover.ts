/**
 * From paths to agents and clusters. A file is (part of) an agent; a directory with configuration files, or with
 * `etc/consul.d` below it, is a node; a directory of such directories is a cluster.
 */
import { basename, dirname } from 'node:path';
import { type Found, listFiles, type PathTrouble } from '../model/directory.ts';
import type { ConfigFile, ConfigFormat } from '../model/file.ts';
import type { FileSystem } from '../model/files.ts';
import { makeAgent } from '../model/load.ts';
import type { Estate } from './estate.ts';
import { isForeign, isLoaderDirectory, looksLikeConsul, splitAgents } from './grouping.ts';
import { groupBy } from './groups.ts';
import type { Node } from './subjects.ts';

export interface Reader {
  readonly fs: FileSystem;
  /** Reads and decodes one file; undefined where it cannot be read. */
  readonly load: (path: string, format: ConfigFormat) => ConfigFile | undefined;
  /** The Consul release to judge for. */
  readonly version: string;
}

export interface Discovery {
  readonly estates: readonly Estate[];
  readonly troubles: readonly Trouble[];
  /** How the files were grouped and why, one line for each node. */
  readonly grouping: readonly string[];
}

/** A directory in which nothing is Consul's, or one of the model's troubles. */
export type Trouble = PathTrouble | { readonly kind: 'empty'; readonly path: string };

export function discover(paths: readonly string[], reader: Reader): Discovery {
  const search = new Search(reader);
  const files = paths.filter((path) => reader.fs.stat(path) !== 'directory');
  const directories = paths.filter((path) => !files.includes(path));
  search.pickedFiles(files);
  search.directories(directories);
  return search;
}

/** Directories that configuration is found in below a machine's root. */
const configDirectories = ['etc/consul.d', 'etc/consul', 'consul.d'];

const deepest = 8;

class Search implements Discovery {
  readonly estates: Estate[] = [];
  readonly troubles: Trouble[] = [];
  readonly grouping: string[] = [];
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Files named one by one: those of one directory are one agent unless they say otherwise; others may exist. */
  pickedFiles(paths: readonly string[]): void {
    const { files, troubles } = listFiles(paths, this.#reader.fs);
    this.troubles.push(...troubles);
    const nodes = [...groupBy(files, ({ path }) => dirname(path)).values()].flatMap((found) =>
      this.#agents(this.#load(found), undefined, 'named on the command line'),
    );
    if (nodes.length > 0) this.estates.push({ nodes, complete: false });
  }

  /** Several directories that are one node each are the nodes of one cluster. */
  directories(paths: readonly string[]): void {
    const nodes = paths.flatMap((path) => this.#explicit(path));
    if (nodes.length > 0) this.estates.push({ nodes, complete: nodes.length > 1 });
  }

  /** The node or nodes that a named directory is; clusters below it are added to the estates. */
  #explicit(path: string): Node[] {
    const rooted = this.#rooted(path);
    if (rooted) return rooted;
    const own = this.#own(path);
    const found = this.estates.length;
    const isConsul = own.some(looksLikeConsul);
    if (!isLoaderDirectory(path)) this.#below(path, 0);
    if (isConsul || (own.length > 0 && this.estates.length === found)) {
      return this.#agents(own, hostOf(path), `the files of ${path}`);
    }
    if (this.estates.length === found) this.troubles.push({ kind: 'empty', path });
    return [];
  }

  /** What `etc/consul.d` below a directory says; undefined where there is none. */
  #rooted(path: string): Node[] | undefined {
    for (const inner of configDirectories) {
      const directory = join(path, inner);
      if (this.#reader.fs.stat(directory) !== 'directory') continue;
      const files = this.#load(this.#list(directory));
      if (files.length > 0)
        return [this.#agent(files, hostOf(path), `${directory} is its configuration directory`)];
    }
    return undefined;
  }

  /** Children that are nodes form a cluster; other children are searched in turn. */
  #below(path: string, depth: number): void {
    if (depth > deepest) return;
    const nodes: Node[] = [];
    for (const child of this.#children(path)) {
      const directory = join(path, child);
      const rooted = this.#rooted(directory);
      const own = rooted ? [] : this.#own(directory);
      if (rooted) nodes.push(...rooted);
      else if (own.some(looksLikeConsul))
        nodes.push(...this.#agents(own, hostOf(directory), `the files of ${directory}`));
      else this.#below(directory, depth + 1);
    }
    if (nodes.length > 0) this.estates.push({ nodes, complete: nodes.length > 1 });
  }

  #children(path: string): string[] {
    const entries = this.#reader.fs.list(path) ?? [];
    return entries
      .filter(
        ({ kind, symlink, name }) => kind === 'directory' && !symlink && !/^\.|^node_modules$/.test(name),
      )
      .map(({ name }) => name)
      .sort();
  }

  #own(path: string): ConfigFile[] {
    const found = this.#list(path);
    return this.#load(isLoaderDirectory(path) ? found : found.filter((file) => !isForeign(file.path)));
  }

  #list(path: string): readonly Found[] {
    const { files, troubles } = listFiles([path], this.#reader.fs);
    this.troubles.push(...troubles);
    return files;
  }

  #load(found: readonly Found[]): ConfigFile[] {
    return found.flatMap(({ path, format }) => {
      const file = this.#reader.load(path, format);
      if (!file) this.troubles.push({ kind: 'unreadable', path });
      return file ?? [];
    });
  }

  /** One agent of all files, or several where the files of one directory are those of several machines. */
  #agents(files: readonly ConfigFile[], host: string | undefined, why: string): Node[] {
    const groups = splitAgents(files);
    if (groups.length === 1) return [this.#agent(files, host, why)];
    return groups.map(({ files: own, name }) =>
      this.#agent(own, name, 'several files of its directory each name a node of their own'),
    );
  }

  #agent(files: readonly ConfigFile[], host: string | undefined, why: string): Node {
    const name = host ?? basename(files[0]!.source.file).replace(/\.(json|hcl)$/, '');
    const agent = makeAgent(files, { version: this.#reader.version, name });
    this.grouping.push(`${agent.name}: ${files.map(({ source }) => source.file).join(', ')} (${why})`);
    return { ...agent, ...(host !== undefined && { host }) };
  }
}

/** What a directory says of the machine; nothing where its name is that of a configuration directory. */
function hostOf(path: string): string | undefined {
  const machine = /(?:^|\/)([^/]+)\/etc\/consul(?:\.d)?\/?$/.exec(path)?.[1];
  if (machine) return machine;
  const name = basename(path);
  return name === '' || name === '.' || name === '..' || isLoaderDirectory(path) ? undefined : name;
}

const join = (directory: string, name: string): string =>
  directory === '.' ? name : `${directory.replace(/\/$/, '')}/${name}`;
