/**
 * Which settings apply to which paths: the nearest `consul-cfg.yaml`, in a directory or above it, so that a part of a
 * repository may have its own; and the manifests below directories, which are linted with what is there.
 */
import { basename, dirname, join, posix, resolve } from 'node:path';
import type { UserFiles } from '../../app/files/user-files.ts';
import { isManifestByKeys } from '../../manifest/recognise.ts';
import { ledgerName } from '../../write/ledger.ts';

/** Paths that have the same settings. */
export interface Scope {
  readonly paths: readonly string[];
  /** An absolute path; undefined where there are none. */
  readonly settings: string | undefined;
  /** Those that were found below directories, not named. */
  readonly manifests: readonly string[];
  /** The output directories of `render` below them. */
  readonly rendered: readonly string[];
  /** The directories among the paths that hold manifests or directories with settings of their own, so are not empty. */
  readonly holding: ReadonlySet<string>;
}

export interface Scopes {
  readonly scopes: readonly Scope[];
  /** The files without the directories below others that have settings of their own. */
  readonly files: UserFiles;
}

const settingsName = 'consul-cfg.yaml';

const isPassedOver = /^(?:\..+|node_modules|vendor)$/;
const isNamedAsManifest = /(?:^|[-_.])cluster\.ya?ml$/;
const deepest = 12;
const mostDirectories = 50_000;
const largest = 1024 * 1024;

interface Mutable {
  readonly paths: string[];
  readonly manifests: string[];
  readonly rendered: string[];
}

/** @param settings a file of settings for all of them */
export function scopesOf(
  given: readonly string[],
  {
    files,
    cwd,
    settings,
  }: { readonly files: UserFiles; readonly cwd: string; readonly settings?: string | undefined },
): Scopes {
  const scopes = new Map<string | undefined, Mutable>();
  const inner = new Set<string>();
  const scopeAt = (path: string | undefined): Mutable => {
    if (!scopes.has(path)) scopes.set(path, { paths: [], manifests: [], rendered: [] });
    return scopes.get(path)!;
  };
  const chosen = settings === undefined ? undefined : resolve(cwd, settings);
  const nearest = nearestSettings(files, cwd);
  let left = mostDirectories;
  const walk = (directory: string, scope: Mutable, depth: number): void => {
    if (depth > deepest || left-- <= 0) return;
    for (const { name, kind, symlink } of files.list(directory) ?? []) {
      if (symlink) continue;
      const path = posix.join(directory, name);
      if (kind === 'file') addFile(path, name, directory, scope);
      else if (kind === 'directory' && !isPassedOver.test(name)) below(path, scope, depth + 1);
    }
  };
  const addFile = (path: string, name: string, directory: string, scope: Mutable): void => {
    if (name === ledgerName) scope.rendered.push(directory);
    if (isNamedAsManifest.test(name) && isManifest(path, files)) scope.manifests.push(path);
  };
  const below = (path: string, scope: Mutable, depth: number): void => {
    const own = join(resolve(cwd, path), settingsName);
    const isOwn = chosen === undefined && files.stat(posix.join(path, settingsName)) === 'file';
    const next = isOwn ? scopeAt(own) : scope;
    if (isOwn) {
      inner.add(path);
      next.paths.push(path);
    }
    walk(path, next, depth);
  };
  for (const path of given) {
    const scope = scopeAt(chosen ?? nearest(path));
    scope.paths.push(path);
    if (files.stat(path) === 'directory') walk(path, scope, 0);
  }
  return { scopes: finished(scopes, inner), files: inner.size > 0 ? without(files, inner) : files };
}

/** A manifest that is named and found is there once, and so is a directory. */
function finished(
  scopes: ReadonlyMap<string | undefined, Mutable>,
  inner: ReadonlySet<string>,
): readonly Scope[] {
  const normal = (path: string): string => posix.normalize(path).replace(/(?<=.)\/$/, '');
  return [...scopes].map(([settings, { paths, manifests, rendered }]) => {
    const named = new Set(paths.map(normal));
    const known = new Set<string>();
    const once = paths.filter((path) => {
      const name = normal(path);
      const isNew = !inner.has(name) || !known.has(name);
      known.add(name);
      return isNew;
    });
    const found = [...new Set(manifests.map(normal))].filter((path) => !named.has(path));
    const others = [...manifests.map(normal), ...inner];
    const holding = new Set([...named].filter((path) => others.some((other) => isBelow(other, path))));
    return { settings, paths: once, manifests: found, rendered: rendered.map(normal), holding };
  });
}

/** Both as they are written, relative to the same directory or absolute. */
export const isBelow = (path: string, directory: string): boolean =>
  directory === '.' ? !path.startsWith('/') && !path.startsWith('..') : path.startsWith(`${directory}/`);

/** The settings that apply to a path; undefined where there are none. */
export const settingsNear = (path: string, files: UserFiles, cwd: string): string | undefined =>
  nearestSettings(files, cwd)(path);

/** In the directory of a path or above it, else in the working directory or above that. */
function nearestSettings(files: UserFiles, cwd: string): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  const above = (start: string): string | undefined => {
    if (known.has(start)) return known.get(start);
    const path = join(start, settingsName);
    const found =
      files.stat(path) === 'file' ? path : start === dirname(start) ? undefined : above(dirname(start));
    known.set(start, found);
    return found;
  };
  return (path) => {
    const absolute = resolve(cwd, path);
    const own = files.stat(path) === 'directory' ? absolute : dirname(absolute);
    return above(own) ?? above(cwd);
  };
}

function isManifest(path: string, files: UserFiles): boolean {
  const bytes = files.read(path);
  return (
    bytes !== undefined && bytes.length < largest && isManifestByKeys(path, new TextDecoder().decode(bytes))
  );
}

const without = (files: UserFiles, hidden: ReadonlySet<string>): UserFiles => ({
  ...files,
  list: (path) => files.list(path)?.filter(({ name }) => !hidden.has(posix.join(path, basename(name)))),
});
