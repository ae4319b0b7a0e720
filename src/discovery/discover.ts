/**
 * From paths to agents and clusters. A file is (part of) an agent; a directory with configuration files, or a machine's
 * tree with them, is a node; nodes side by side, or that join each other, are a cluster.
 */
import { dirname } from 'node:path';
import type { FileSystem } from '../model/load/files.ts';
import { worldsBelow } from '../sources/candidates.ts';
import type { Estate } from '../subjects/cluster/clusters.ts';
import type { Deployment } from '../subjects/subjects.ts';
import { group } from './clusters/estates.ts';
import { type Declarations, declaredNodes } from './declared.ts';
import { explain } from './explain.ts';
import { asideBelow } from './kinds/aside.ts';
import { enterpriseBelow } from './kinds/edition.ts';
import type { PassedOverPaths } from './kinds/passed-over.ts';
import { absentSecrets } from './machine/absent-secrets.ts';
import { commonDirectory, Deployments } from './machine/deployments.ts';
import type { LoadContext } from './node-sources.ts';
import { join } from './paths.ts';
import { isRepository } from './read-as-one.ts';
import { type DiscoveryProblem, Search } from './search.ts';
import { startedNodes } from './started/started.ts';

export type { DiscoveryProblem } from './search.ts';

export interface Discovery {
  readonly estates: readonly Estate[];
  readonly problems: readonly DiscoveryProblem[];
  /** How the files were grouped and why: one line for each node, then what is not a node. */
  readonly grouping: readonly string[];
  readonly passedOver: PassedOverPaths;
}

export function discover(
  paths: readonly string[],
  context: LoadContext,
  declarations?: Declarations,
): Discovery {
  const isWanted = (path: string): boolean => paths.some((wanted) => holds(wanted, path));
  const own = new Search(context, true);
  const declared = declarations && declaredNodes(declarations, own.session, isWanted);
  const isDeclared = (path: string): boolean => declared?.claimed.has(path) === true;
  const worlds = worldsBelow(paths, context.fs, context.readers ?? []);
  const started = startedNodes(worlds, own.session, searchRoot(paths, context.fs), isDeclared);
  const claimed = new Set([...(declared?.claimed ?? []), ...started.claimed]);
  const around =
    (isStarted: boolean) =>
    (estate: Estate): Estate => ({
      ...estate,
      asideOf: asideBelow(paths, isStarted),
      mayBeEnterprise,
      isOfRepository,
    });
  const saysEnterprise = enterpriseBelow(paths, context.fs);
  const isOfRepository = paths.some((path) => isRepository(path, context.fs));
  const mayBeEnterprise = (): boolean => isOfRepository || saysEnterprise();
  const runs = started.estates.map(around(true));
  const before = [...(declared?.estates ?? []), ...runs];
  const search = new Search(claimed.size > 0 ? without(claimed, context) : context, before.length > 0);
  const isDirectory = (path: string): boolean => context.fs.stat(path) === 'directory';
  search.pickedFiles(paths.filter((path) => !isDirectory(path) && !claimed.has(path)));
  search.directories(paths.filter(isDirectory));
  const deploymentsNear = deploymentsOf(search, context.fs, paths, started.claimed);
  const grouped = group(search.located, deploymentsNear);
  for (const { kind, path } of search.problems) if (kind === 'empty') deploymentsNear([path]);
  for (const { path, isTemplate, why } of started.unread) search.passedOver.unread(path, isTemplate, why);
  const rest = restOf(search);
  const passedOver = search.passedOver.paths;
  return {
    estates: [...before, ...[...grouped.estates, ...rest].map(around(false))],
    problems: [...own.problems, ...search.problems].map((problem) =>
      problem.kind === 'empty' ? { ...problem, saw: below(problem.path, passedOver) } : problem,
    ),
    grouping: [
      ...(declared?.grouping ?? []),
      ...started.grouping,
      ...explain(grouped, search.reasons, search.entries, passedOver),
    ],
    passedOver,
  };
}

/** The working directory, unless the paths are absolute: then what holds them, since around it is the whole machine. */
const searchRoot = (paths: readonly string[], fs: FileSystem): string =>
  paths.some((path) => path.startsWith('/')) ? directoryOf(paths, fs) : '.';

const directoryOf = (paths: readonly string[], fs: FileSystem): string =>
  commonDirectory(paths.map((path) => (fs.stat(path) === 'directory' ? path : dirname(path))));

/** What is linted, and is not a node. */
function restOf({ entries, foreignFiles, passedOver }: Search): readonly Estate[] {
  const policies = [...passedOver.policies];
  if (entries.length + foreignFiles.length + policies.length === 0) return [];
  return [{ nodes: [], complete: false, entries, foreignFiles, policies }];
}

/** Looked for only where there are nodes, and listed where something was seen. */
function deploymentsOf(
  { located, passedOver }: Search,
  fs: FileSystem,
  paths: readonly string[],
  read: ReadonlySet<string>,
): (directories: readonly string[]) => readonly Deployment[] {
  const isRendered = (directory: string): boolean =>
    fs.stat(join(directory, '.consul-cfg.sha256')) === 'file';
  const deployments = new Deployments(
    fs,
    located.map(({ path }) => path),
  );
  const root = directoryOf(paths, fs);
  return (directories) => {
    const common = commonDirectory(directories);
    const rendered = [common, root].find(isRendered);
    if (rendered !== undefined) return absentSecrets(rendered, fs);
    const found = deployments.near(directories, root);
    for (const deployment of found) if (!read.has(deployment.path)) passedOver.deployment(deployment);
    return found;
  };
}

/** What of it is in a directory. */
const below = (
  directory: string,
  { foreign, templates, deployments, why }: PassedOverPaths,
): PassedOverPaths => {
  const isBelow = (path: string): boolean => holds(directory, path);
  return {
    foreign: foreign.filter(isBelow),
    templates: templates.filter(isBelow),
    deployments: deployments.filter(isBelow),
    why,
  };
};

const holds = (wanted: string, path: string): boolean =>
  wanted === '.' || path === wanted || path.startsWith(`${wanted.replace(/\/$/, '')}/`);

/** The same files without some, as if they were not there. */
function without(claimed: ReadonlySet<string>, context: LoadContext): LoadContext {
  const { fs } = context;
  const list: typeof fs.list = (directory) =>
    fs.list(directory)?.filter(({ name }) => !claimed.has(join(directory, name)));
  return { ...context, fs: { ...fs, list } };
}
