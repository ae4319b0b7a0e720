/** Work that is done again whenever files change. */
import { resolve } from 'node:path';
import { watchPath } from '../../app/machine/watch-path.ts';
import { directoryOf, listOf, type PathOptions, type Paths } from './paths.ts';

export interface WatchOptions extends PathOptions {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Editors write a file in several steps: how many milliseconds must pass without a further one. Default: 100. */
  readonly pause?: number | undefined;
}

/**
 * Runs `work` at once, and again after files change below the paths; never two at a time. Resolves when the signal ends it.
 *
 * @throws Error where a path cannot be watched, and whatever `work` throws
 */
export async function watch(
  paths: Paths,
  work: () => void | Promise<void>,
  { signal, pause = 100, cwd }: WatchOptions,
): Promise<void> {
  const from = directoryOf({ cwd });
  let timer: NodeJS.Timeout | undefined;
  let changed: (() => void) | undefined;
  const onChange = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => changed?.(), pause);
  };
  const watchers = listOf(paths).map((path) => watchPath(resolve(from, path), onChange));
  try {
    while (!signal.aborted) {
      const next = nextChange(signal, (again) => {
        changed = again;
      });
      await work();
      await next;
    }
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  }
}

/** Resolves at the next change, or at the end of the watch. */
const nextChange = (signal: AbortSignal, listen: (again: () => void) => void): Promise<void> =>
  new Promise((done) => {
    listen(done);
    if (signal.aborted) done();
    signal.addEventListener('abort', () => done(), { once: true });
  });
