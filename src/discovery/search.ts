/** From paths to nodes: a walk over directories that finds machines, directories of files, and files named one by one. */
import { basename, dirname } from 'node:path';
import type { PathProblem } from '../model/load/directory.ts';
import type { ConfigFile } from '../model/load/file.ts';
import type { EntryFile, ForeignFile } from '../subjects/cluster/clusters.ts';
import { isPolicyFile } from '../subjects/policy/policy.ts';
import type { Unit } from '../subjects/unit/unit.ts';
import { groupBy } from '../util/collections.ts';
import { isSearched } from '../util/searched.ts';
import { partsOf } from './directory/parts.ts';
import { isExpectedToBeOurs, select } from './directory/selection.ts';
import { unitOf } from './directory/units.ts';
import { PassedOver, type PassedOverPaths } from './kinds/passed-over.ts';
import type { Located } from './located.ts';
import { type Inner, sameMachines } from './machine/inner-machines.ts';
import {
  type LoadContext,
  type LoadSession,
  loadAll,
  type NodeSource,
  nodeSourceOf,
  nodeSourcesBelow,
  releaseFor,
  rootOf,
} from './node-sources.ts';
import { nodeOf } from './nodes.ts';
import { isLoaderDirectory, join } from './paths.ts';
import { isRead, isReadAsOne, isRepository } from './read-as-one.ts';

/** A directory in which nothing is Consul's, or one of the model's problems. */
export type DiscoveryProblem =
  | PathProblem
  | { readonly kind: 'empty'; readonly path: string; readonly saw?: PassedOverPaths };

const deepest = 8;

/** Nothing is known of where a node was found but its path. */
const somewhere = {
  isMachine: false,
  isPart: false,
  isChoice: false,
  isNamed: false,
  isPicked: false,
  together: undefined,
};

export class Search {
  readonly located: Located[] = [];
  readonly entries: EntryFile[] = [];
  /** Files named by the caller in which nothing is Consul's. */
  readonly foreignFiles: ForeignFile[] = [];
  readonly problems: DiscoveryProblem[] = [];
  readonly passedOver = new PassedOver();
  /** Why the files of a node are its files. */
  readonly reasons = new Map<Located['node'], string>();
  readonly session: LoadSession;
  readonly #mayBeEmpty: boolean;
  /** The path that the caller named, below which the search is. */
  #base = '.';

  constructor(context: LoadContext, mayBeEmpty: boolean) {
    this.session = {
      ...context,
      report: (problem) => this.problems.push(problem),
      passedOver: this.passedOver,
    };
    this.#mayBeEmpty = mayBeEmpty;
  }

  /** Files named one by one: those of one directory are one agent unless they say otherwise; others may exist. */
  pickedFiles(paths: readonly string[]): void {
    for (const [directory, files] of groupBy(paths, dirname)) {
      const services = files.filter((path) => path.endsWith('.service'));
      const units = services.flatMap((path) => this.#unit(path) ?? []);
      const version = releaseFor(units[0], this.session);
      const loaded = loadAll(
        files.filter((path) => !services.includes(path)),
        version,
        this.session,
      );
      const { ours, foreignFiles, entries } = this.#named(loaded.files, units.length > 0);
      for (const file of foreignFiles) {
        if (isPolicyFile(file)) this.passedOver.policies.add(file);
        else this.foreignFiles.push({ file, reader: undefined, isLoaded: false });
      }
      this.#keep({ entries, misplaced: [], version, files: [], unit: undefined });
      this.#base = directory;
      const source = {
        ...sourceOfUnits(units),
        files: ours,
        entries: [],
        misplaced: [],
        skipped: [],
        version,
      };
      const why = 'named on the command line';
      for (const one of this.#nodes({ ...source, tree: undefined, why }, undefined, directory))
        this.located.push({ ...one, isPicked: true });
    }
  }

  #named(files: readonly ConfigFile[], hasUnit: boolean) {
    const { ours, entries, foreign, templates } = select(files, { isLoaded: false, isExpected: true });
    const spared = foreign.filter((file) => hasUnit || isExpectedToBeOurs(file));
    return {
      ours: files.filter((file) => ours.includes(file) || spared.includes(file)),
      entries,
      foreignFiles: [...foreign.filter((file) => !spared.includes(file)), ...templates],
    };
  }

  #unit(path: string): Unit | undefined {
    const unit = unitOf([path], this.session.fs);
    const missing = this.session.fs.stat(path) === 'missing';
    if (!unit) this.problems.push({ kind: missing ? 'missing' : 'empty', path });
    return unit;
  }

  /** Several directories that are one node each are the nodes of one cluster. */
  directories(paths: readonly string[]): void {
    for (const path of paths)
      for (const one of this.#explicit(path)) this.located.push({ ...one, isNamed: paths.length > 1 });
  }

  /** The nodes that a named directory is; those below it are added to what was found. */
  #explicit(path: string): Located[] {
    this.#base = path;
    const root = rootOf(path, this.session.fs) ?? path;
    const machines = nodeSourcesBelow(root, this.session);
    if (machines.length > 0) return this.#machine(machines, hostOf(path), root === '.' ? path : root);
    const before = this.#found;
    const own = nodeSourceOf(path, this.session, true);
    this.#keep(own);
    if (!isLoaderDirectory(path)) this.#below(path, 0);
    const foundBelow = this.#found > before;
    if (own.files.length > 0 || own.unit) return this.#nodes(own, hostOf(path), path);
    if (!foundBelow && !this.#mayBeEmpty) this.problems.push({ kind: 'empty', path });
    return [];
  }

  get #found(): number {
    return this.located.length + this.entries.length + this.passedOver.policies.size;
  }

  #below(path: string, depth: number): void {
    if (depth > deepest) return;
    const inner: Inner[] = [];
    for (const child of this.#children(path)) {
      const directory = join(path, child);
      const machines = nodeSourcesBelow(directory, this.session);
      const own = machines.length > 0 ? undefined : nodeSourceOf(directory, this.session, false);
      if (own) this.#keep(own);
      if (machines.length > 0) this.located.push(...this.#machine(machines, child, directory));
      else if (own && (own.files.length > 0 || own.unit))
        this.located.push(...this.#nodes(own, hostOf(directory), directory));
      else {
        const before = this.located.length;
        this.#below(directory, depth + 1);
        const [only, ...others] = this.located.slice(before);
        if (only && others.length === 0) inner.push({ child, directory, located: only });
      }
    }
    for (const { from, to } of sameMachines(inner)) {
      this.reasons.set(to.node, this.reasons.get(from.node) ?? '');
      this.located[this.located.indexOf(from)] = to;
    }
  }

  #children(path: string): string[] {
    const entries = this.session.fs.list(path) ?? [];
    return entries
      .filter((entry) => isSearched(path, entry))
      .map(({ name }) => name)
      .sort();
  }

  /** An agent reads all files of a machine's directory; several units there start an agent each. */
  #machine(sources: readonly NodeSource[], host: string | undefined, path: string): Located[] {
    return sources.flatMap((source) => {
      this.#keep(source);
      const isOne = source.unit !== undefined && this.session.machine !== undefined;
      const found = isOne
        ? [this.#node(source, host, path)]
        : this.#nodes(source, host, path).map((one) => ({ ...one, isMachine: one.path === path }));
      return sources.length > 1 ? found.map((one) => ({ ...one, isChoice: true })) : found;
    });
  }

  /** One agent of all files, or several where the files of one directory are those of several machines. */
  #nodes(source: NodeSource, host: string | undefined, path: string): Located[] {
    const parts = partsOf(source);
    if (parts.length === 1) return [this.#node({ ...source, ...parts[0]! }, host, path)];
    const why = 'several files or units of its directory are for different agents';
    return parts.map(({ name, isChoice, ...part }) => ({
      ...this.#node({ ...source, ...part, why }, name, join(path, name ?? '')),
      isPart: true,
      isChoice: isChoice === true,
    }));
  }

  #node(source: NodeSource, host: string | undefined, path: string): Located {
    const { fs } = this.session;
    const directory = dirname(source.files[0]?.source.file ?? path);
    const isLoose = !isReadAsOne(source, directory, this.#base, fs);
    const isAssembled = source.files.length > 1 && isLoose;
    const isUntied = isLoose && isRepository(this.#base, fs);
    const made = nodeOf(source, this.session, { host });
    const node = { ...made, ...(isAssembled && { isAssembled }), ...(isUntied && { isUntied }) };
    const stated = this.session.version === undefined ? source.unit?.consul : undefined;
    const release = stated ? `; for Consul ${stated}, as its unit says` : '';
    this.reasons.set(node, `${source.why}${release}`);
    return { ...somewhere, node, path };
  }

  /** What is not the agent's, and what the agent reads all the same. */
  #keep({
    entries,
    misplaced,
    version,
    files,
    unit,
  }: Pick<NodeSource, 'entries' | 'misplaced' | 'version' | 'files' | 'unit'>): void {
    const [reader] = files;
    const isLoaded = reader !== undefined && isRead(dirname(reader.source.file), unit);
    for (const file of entries) {
      const mayBeRead = isLoaderDirectory(dirname(file.source.file));
      this.entries.push({ file, version, reader: mayBeRead ? reader : undefined, isLoaded });
    }
    for (const file of misplaced) this.foreignFiles.push({ file, reader, isLoaded });
  }
}

const sourceOfUnits = ([unit, ...otherUnits]: readonly Unit[]) => ({ unit, otherUnits, flags: unit?.flags });

/** What a directory says of the machine; nothing where its name is that of a configuration directory. */
function hostOf(path: string): string | undefined {
  const machine = /(?:^|\/)([^/]+?)(?:\/usr\/local)?\/etc\/consul(?:\.d)?\/?$/.exec(path)?.[1];
  if (machine) return machine;
  const name = basename(path);
  return name === '' || name === '.' || name === '..' || isLoaderDirectory(path) ? undefined : name;
}
