/**
 * From paths to agents and clusters. A file is (part of) an agent; a directory with configuration files, or with
 * `etc/consul.d` below it, is a node; a directory of such directories is a cluster.
 */
import { basename, dirname } from 'node:path';
import type { PathProblem } from '../model/load/directory.ts';
import type { Estate } from '../subjects/cluster/clusters.ts';
import type { Node } from '../subjects/subjects.ts';
import type { Unit } from '../subjects/unit/unit.ts';
import { groupBy } from '../util/collections.ts';
import { areClustersEach, type Inner, starts, unite } from './cluster-detection.ts';
import { type Declarations, declaredNodes } from './declared.ts';
import { isLoaderDirectory, looksLikeConsul, splitAgents } from './grouping.ts';
import {
  join,
  type LoadContext,
  type LoadSession,
  loadAll,
  type NodeSource,
  nodeSourceBelow,
  nodeSourceOf,
  releaseFor,
  unitOf,
} from './node-sources.ts';
import { nodeOf } from './nodes.ts';

/** A directory in which nothing is Consul's, or one of the model's problems. */
export type DiscoveryProblem = PathProblem | { readonly kind: 'empty'; readonly path: string };

export interface Discovery {
  readonly estates: readonly Estate[];
  readonly problems: readonly DiscoveryProblem[];
  /** How the files were grouped and why, one line for each node. */
  readonly grouping: readonly string[];
}

export function discover(
  paths: readonly string[],
  reader: LoadContext,
  declarations?: Declarations,
): Discovery {
  const problems: DiscoveryProblem[] = [];
  const isWanted = (path: string): boolean => paths.some((wanted) => holds(wanted, path));
  const declared =
    declarations &&
    declaredNodes(declarations, { ...reader, report: (problem) => problems.push(problem) }, isWanted);
  const search = new Search(
    declared ? without(declared.claimed, reader) : reader,
    (declared?.estates.length ?? 0) > 0,
  );
  const isDirectory = (path: string): boolean => reader.fs.stat(path) === 'directory';
  search.pickedFiles(paths.filter((path) => !isDirectory(path) && !declared?.claimed.has(path)));
  search.directories(paths.filter(isDirectory));
  return {
    estates: [...(declared?.estates ?? []), ...search.estates],
    problems: [...problems, ...search.problems],
    grouping: [...(declared?.grouping ?? []), ...search.grouping],
  };
}

const holds = (wanted: string, path: string): boolean =>
  wanted === '.' || path === wanted || path.startsWith(`${wanted.replace(/\/$/, '')}/`);

/** The same files without some, as if they were not there. */
function without(claimed: ReadonlySet<string>, reader: LoadContext): LoadContext {
  const { fs } = reader;
  const list: typeof fs.list = (directory) =>
    fs.list(directory)?.filter(({ name }) => !claimed.has(join(directory, name)));
  return { ...reader, fs: { ...fs, list } };
}

const deepest = 8;

class Search {
  readonly estates: Estate[] = [];
  readonly problems: DiscoveryProblem[] = [];
  readonly grouping: string[] = [];
  readonly #reading: LoadSession;
  readonly #mayBeEmpty: boolean;

  constructor(reader: LoadContext, mayBeEmpty: boolean) {
    this.#reading = { ...reader, report: (problem) => this.problems.push(problem) };
    this.#mayBeEmpty = mayBeEmpty;
  }

  /** Files named one by one: those of one directory are one agent unless they say otherwise; others may exist. */
  pickedFiles(paths: readonly string[]): void {
    const nodes = [...groupBy(paths, dirname).values()].flatMap((group) => {
      const units = group.filter((path) => path.endsWith('.service'));
      const unit = units.map((path) => this.#unit(path)).find((found) => found !== undefined);
      const version = releaseFor(unit, this.#reading);
      const loaded = loadAll(
        group.filter((path) => !units.includes(path)),
        version,
        this.#reading,
      );
      const why = 'named on the command line';
      return this.#nodes({ ...loaded, unit, version, flags: unit?.flags, tree: undefined, why }, undefined);
    });
    if (nodes.length > 0) this.estates.push({ nodes, complete: false });
  }

  #unit(path: string): Unit | undefined {
    const unit = unitOf([path], this.#reading.fs);
    const missing = this.#reading.fs.stat(path) === 'missing';
    if (!unit) this.problems.push({ kind: missing ? 'missing' : 'empty', path });
    return unit;
  }

  /** Several directories that are one node each are the nodes of one cluster. */
  directories(paths: readonly string[]): void {
    const nodes = paths.flatMap((path) => this.#explicit(path));
    if (nodes.length > 0) this.estates.push({ nodes, complete: nodes.length > 1 });
  }

  /** The node or nodes that a named directory is; clusters below it are added to the estates. */
  #explicit(path: string): Node[] {
    // `/etc/consul.d` is a part of a machine, whose unit counts too.
    const root = /^(.*?)\/?etc\/consul(?:\.d)?\/?$/.exec(path)?.[1];
    const rooted = nodeSourceBelow(root === undefined ? path : root || rootOf(path), this.#reading);
    if (rooted) return [this.#node(rooted, hostOf(path))];
    const own = nodeSourceOf(path, this.#reading);
    const before = this.estates.length;
    if (!isLoaderDirectory(path)) this.#below(path, 0);
    const foundBelow = this.estates.length > before;
    if (isConsul(own) || (own.files.length > 0 && !foundBelow)) return this.#nodes(own, hostOf(path));
    if (!foundBelow && !this.#mayBeEmpty) this.problems.push({ kind: 'empty', path });
    return [];
  }

  /** Children that are nodes form a cluster; other children are searched in turn. */
  #below(path: string, depth: number): void {
    if (depth > deepest) return;
    const found: Node[][] = [];
    const inner: Inner[] = [];
    for (const child of this.#children(path)) {
      const directory = join(path, child);
      const rooted = nodeSourceBelow(directory, this.#reading);
      const own = rooted ?? nodeSourceOf(directory, this.#reading);
      if (rooted) found.push([this.#node(rooted, hostOf(directory))]);
      else if (isConsul(own)) found.push(this.#nodes(own, hostOf(directory)));
      else {
        const before = this.estates.length;
        this.#below(directory, depth + 1);
        const [only, ...others] = this.estates.slice(before);
        if (only?.nodes.length === 1 && others.length === 0) inner.push({ child, directory, estate: only });
      }
    }
    for (const { nodes, from } of unite(inner)) {
      for (const estate of from) this.estates.splice(this.estates.indexOf(estate), 1);
      this.estates.push({ nodes, complete: true });
    }
    for (const nodes of areClustersEach(found) ? found : [found.flat()])
      if (nodes.length > 0) this.estates.push({ nodes, complete: nodes.length > 1 });
  }

  #children(path: string): string[] {
    const entries = this.#reading.fs.list(path) ?? [];
    return entries
      .filter(
        ({ kind, symlink, name }) => kind === 'directory' && !symlink && !/^\.|^node_modules$/.test(name),
      )
      .map(({ name }) => name)
      .sort();
  }

  /**
   * One agent of all files, or several where the files of one directory are those of several machines. Those to choose
   * from are not the nodes of one cluster, and are judged alone.
   */
  #nodes(site: NodeSource, host: string | undefined): Node[] {
    if (site.files.length === 0) return site.unit ? [this.#node(site, host)] : [];
    const groups = splitAgents(site.files);
    if (groups.length === 1) return [this.#node(site, host)];
    const why = 'several files of its directory each name a node of their own';
    const nodes = groups.map(({ files, name }) => {
      const unit = starts(site.unit, files, site.files) ? site.unit : undefined;
      return this.#node({ ...site, files, unit, flags: unit?.flags, why }, name);
    });
    if (!groups[0]!.isChoice) return nodes;
    for (const node of nodes) this.estates.push({ nodes: [node], complete: false });
    return [];
  }

  #node(site: NodeSource, host: string | undefined): Node {
    const node = nodeOf(site, this.#reading, { host });
    const files = site.files.map(({ source }) => source.file).join(', ');
    const told = this.#reading.version === undefined ? site.unit?.consul : undefined;
    const release = told ? `; for Consul ${told}, as its unit says` : '';
    this.grouping.push(`${node.name}: ${files || 'a unit alone'} (${site.why}${release})`);
    return node;
  }
}

const isConsul = ({ files, unit }: NodeSource): boolean => unit !== undefined || files.some(looksLikeConsul);

/** What a directory says of the machine; nothing where its name is that of a configuration directory. */
function hostOf(path: string): string | undefined {
  const machine = /(?:^|\/)([^/]+)\/etc\/consul(?:\.d)?\/?$/.exec(path)?.[1];
  if (machine) return machine;
  const name = basename(path);
  return name === '' || name === '.' || name === '..' || isLoaderDirectory(path) ? undefined : name;
}

const rootOf = (path: string): string => (path.startsWith('/') ? '/' : '.');
