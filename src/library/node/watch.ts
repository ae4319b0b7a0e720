/** Work that is done again whenever files change. */
import type { FSWatcher } from 'node:fs';
import { resolve } from 'node:path';
import { watchPath } from '../../app/machine/watch-path.ts';
import { givenPaths } from '../given/checks.ts';
import { checkOptions } from '../given/options.ts';
import { directoryOf, type PathOptions, type Paths, pathOptions } from './paths.ts';

export interface WatchOptions extends PathOptions {
  /** Ends the watch. Default: nothing ends it. */
  readonly signal?: AbortSignal | undefined;
  /** Editors write a file in several steps: how many milliseconds must pass without a further one. Default: 100. */
  readonly pause?: number | undefined;
}

/**
 * Work that is repeated.
 *
 * @param opens to be given to `lint`, `loadManifest` and the like: the files that they open besides the paths are watched too,
 * until a run no longer opens them
 */
export type Work = (opens: (path: string) => void) => void | Promise<void>;

/**
 * Runs `work` at once, and again after files change below the paths; never two at a time. Resolves when the signal ends it.
 *
 * @throws ConsulCfgError where no path is given, Error where one cannot be watched, and whatever `work` throws
 */
export async function watch(paths: Paths, work: Work, options: WatchOptions = {}): Promise<void> {
  checkOptions('watch()', options, { ...pathOptions, signal: 'any', pause: 'any' });
  const { signal, pause = 100, cwd } = options;
  const from = directoryOf({ cwd });
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;
  const onAbort = (): void => wake?.();
  const onChange = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => wake?.(), pause);
  };
  const others = new Others(onChange);
  const watchers: FSWatcher[] = [];
  try {
    for (const path of givenPaths('watch()', paths)) watchers.push(watchPath(resolve(from, path), onChange));
    signal?.addEventListener('abort', onAbort);
    while (!signal?.aborted) {
      // Waiting begins before the work: it ends at once where files change meanwhile.
      const next = new Promise<void>((done) => {
        wake = done;
      });
      await others.during(work);
      await next;
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    for (const watcher of watchers) watcher.close();
    others.close();
  }
}

/** What a run opens besides the paths: watched from before it is read, until a run no longer opens it. */
class Others {
  readonly #watchers = new Map<string, FSWatcher | undefined>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  async during(work: Work): Promise<void> {
    const opened = new Set<string>();
    try {
      await work((path) => {
        opened.add(path);
        if (!this.#watchers.has(path)) this.#watchers.set(path, watcherIfAny(path, this.#changed));
      });
    } finally {
      this.close((path) => !opened.has(path));
    }
  }

  close(isMeant: (path: string) => boolean = () => true): void {
    for (const [path, watcher] of [...this.#watchers].filter(([path]) => isMeant(path))) {
      watcher?.close();
      this.#watchers.delete(path);
    }
  }
}

/** Undefined where not even the directory exists, which the run reports itself. */
function watcherIfAny(path: string, onChange: () => void): FSWatcher | undefined {
  try {
    return watchPath(path, onChange);
  } catch {
    return undefined;
  }
}
