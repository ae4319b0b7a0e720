/** The paths that the globs of the settings match, all of them below the directory of the settings. */
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { beginning, type Glob, onwards, readGlob, type Segment } from '../../engine/settings/glob.ts';
import type { FileSystem } from '../../model/load/files.ts';

interface Way {
  readonly way: readonly Segment[];
  readonly at: ReadonlySet<number>;
}

interface Step {
  readonly directory: string;
  readonly ways: readonly Way[];
}

export type Wanted = 'files' | 'directories';

/**
 * Absolute paths.
 *
 * @param root the directory of the settings
 * @param from where the globs begin
 */
export function expandGlobs(
  patterns: readonly string[],
  wanted: Wanted,
  { root, from, fs }: { readonly root: string; readonly from: string; readonly fs: FileSystem },
): string[] {
  const found = { taken: new Set<string>(), left: new Set<string>() };
  for (const pattern of patterns) {
    const glob = readGlob(pattern);
    if ('refused' in glob) continue;
    const into = glob.negated ? found.left : found.taken;
    for (const path of new Walk(root, fs, wanted).find(glob, from)) into.add(path);
  }
  return [...found.taken].filter((path) => !found.left.has(path)).sort();
}

class Walk {
  readonly #root: string;
  readonly #real: string | undefined;
  readonly #fs: FileSystem;
  readonly #wanted: Wanted;

  constructor(root: string, fs: FileSystem, wanted: Wanted) {
    this.#root = root;
    this.#real = fs.realpath(root);
    this.#fs = fs;
    this.#wanted = wanted;
  }

  find({ up, ways }: Glob, from: string): string[] {
    const start = resolve(from, ...Array.from({ length: up }, () => '..'));
    const found: string[] = [];
    if (!isWithin(this.#root, start)) return found;
    const first = ways.map((way) => ({ way, at: beginning(way) }));
    if (this.#wanted === 'directories' && first.some(isDone)) found.push(start);
    const steps: Step[] = [{ directory: start, ways: first }];
    for (let step = steps.pop(); step; step = steps.pop()) this.#step(step, found, steps);
    return found;
  }

  #step({ directory, ways }: Step, found: string[], steps: Step[]): void {
    for (const { name, kind, symlink } of this.#fs.list(directory) ?? []) {
      const next = further(ways, name, false);
      if (next.length === 0) continue;
      const path = join(directory, name);
      const real = symlink ? this.#fs.stat(path) : kind;
      if (next.some(isDone) && real === (this.#wanted === 'files' ? 'file' : 'directory')) found.push(path);
      if (real !== 'directory') continue;
      // Through a link only where it stays within, and never by `**`, which would follow a loop of them.
      const inner = (symlink ? further(ways, name, true) : next).filter(isOngoing);
      if (inner.length > 0 && (!symlink || this.#isInside(path)))
        steps.push({ directory: path, ways: inner });
    }
  }

  #isInside(path: string): boolean {
    const real = this.#fs.realpath(path);
    return real !== undefined && this.#real !== undefined && isWithin(this.#real, real);
  }
}

const isDone = ({ way, at }: Way): boolean => at.has(way.length);

const isOngoing = ({ way, at }: Way): boolean => [...at].some((index) => index < way.length);

function further(ways: readonly Way[], name: string, byName: boolean): Way[] {
  return ways.flatMap(({ way, at }) => {
    const on = onwards(way, at, name, byName);
    return on.size > 0 ? [{ way, at: on }] : [];
  });
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
