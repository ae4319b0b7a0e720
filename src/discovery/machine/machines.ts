/** Agents, and what else of their machines lint reads: Patroni, and files that no agent reads. */
import { dirname } from 'node:path';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import type { PatroniFiles } from '../../subjects/patroni/files.ts';
import type { Node } from '../../subjects/subjects.ts';
import { groupBy } from '../../util/collections.ts';
import { isSearched } from '../../util/searched.ts';
import type { Declarations } from '../declared.ts';
import { type Discovery, discover } from '../discover.ts';
import type { LoadContext } from '../node-sources.ts';
import { isPatronis, patroniBelow, patroniNamed, patroniNextTo, rootOfPatroni } from './patroni.ts';
import { filesBelow } from './subdirectories.ts';

export function discoverMachines(
  paths: readonly string[],
  context: LoadContext,
  declarations?: Declarations,
): Discovery {
  const { fs } = context;
  const isDirectory = (path: string): boolean => fs.stat(path) === 'directory';
  const named = paths.filter((path) => !isDirectory(path) && isPatronis(path, fs));
  const found = discover(
    paths.filter((path) => !named.includes(path)),
    context,
    declarations,
  );
  const search = new PatroniSearch(context, named);
  const estates = found.estates.map((estate) => ({
    ...estate,
    nodes: search.attachAll(estate.nodes),
  }));
  for (const path of paths.filter(isDirectory)) search.rest(path);
  const rest = search.restEstate();
  return {
    ...found,
    estates: rest ? [...estates, rest] : estates,
    problems: found.problems.filter(({ kind, path }) => kind !== 'empty' || !search.isIn(path)),
  };
}

const deepest = 8;

class PatroniSearch {
  readonly #context: LoadContext;
  /** Files that the caller named, by their directory. */
  readonly #named: Map<string, string[]>;
  readonly #seen = new Set<string>();
  readonly #rest: PatroniFiles[] = [];
  /** Directories of agents, in which there is nothing left to look for. */
  readonly #agents = new Set<string>();

  constructor(context: LoadContext, named: readonly string[]) {
    this.#context = context;
    this.#named = groupBy(named, dirname);
  }

  attachAll(nodes: readonly Node[]): Node[] {
    const byDirectory = groupBy(nodes, directoryOf);
    return nodes.map((node) => {
      const directory = directoryOf(node);
      return this.#attach(node, directory, byDirectory.get(directory)?.length === 1);
    });
  }

  /** Files side by side belong to an agent where no other one lies there. */
  #attach(node: Node, directory: string, isAlone: boolean): Node {
    const { fs } = this.#context;
    const named = isAlone && this.#named.get(directory);
    if (named) this.#named.delete(directory);
    if (node.tree) this.#agents.add(node.tree.root);
    const besides = (): PatroniFiles | undefined => (isAlone ? patroniNextTo(directory, fs) : undefined);
    const patroni = named
      ? patroniNamed(named, fs)
      : node.tree
        ? patroniBelow(node.tree.root, this.#context)
        : besides();
    const below = filesBelow(node, this.#context);
    if (patroni) this.#see(patroni);
    return { ...node, ...(patroni && { patroni }), ...(below.length > 0 && { below }) };
  }

  /** Machines without an agent below a directory. */
  rest(path: string, depth = 0): void {
    const { fs } = this.#context;
    const root = rootOfPatroni(path);
    if (depth > deepest || this.#agents.has(path)) return;
    this.#add(patroniBelow(root === undefined ? path : root || rootOf(path), this.#context));
    this.#add(patroniNextTo(path, fs));
    for (const entry of fs.list(path) ?? [])
      if (isSearched(path, entry))
        this.rest(path === '.' ? entry.name : `${path.replace(/\/$/, '')}/${entry.name}`, depth + 1);
  }

  restEstate(): Estate | undefined {
    for (const paths of this.#named.values()) this.#add(patroniNamed(paths, this.#context.fs));
    return this.#rest.length === 0 ? undefined : { nodes: [], complete: false, patroni: this.#rest };
  }

  /** True where something of Patroni was found at a path or below it. */
  isIn(path: string): boolean {
    const start = path === '.' ? '' : `${path.replace(/\/$/, '')}/`;
    return [...this.#seen].some((file) => file.startsWith(start));
  }

  #add(files: PatroniFiles | undefined): void {
    if (!files || sourcesOf(files).every((file) => this.#seen.has(file))) return;
    this.#see(files);
    this.#rest.push(files);
  }

  #see(files: PatroniFiles): void {
    for (const file of sourcesOf(files)) this.#seen.add(file);
  }
}

/** Of files without any of its own, those of its environment. */
function sourcesOf({ configs, services, environments }: PatroniFiles): readonly string[] {
  const own = [...configs, ...services.flatMap(({ texts }) => texts.map(({ source }) => source))];
  return (own.length > 0 ? own : environments).map(({ file }) => file);
}

const directoryOf = ({ files, unit }: Node): string =>
  dirname((files[0]?.source ?? unit?.start.at.source)?.file ?? '');

const rootOf = (path: string): string => (path.startsWith('/') ? '/' : '.');
