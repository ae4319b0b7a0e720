/** Work that is done again whenever files change. */
import type { FSWatcher } from 'node:fs';
import { resolve } from 'node:path';
import { watchPath } from '../../app/machine/watch-path.ts';
import { givenPaths } from '../given/checks.ts';
import { directoryOf, type PathOptions, type Paths } from './paths.ts';

export interface WatchOptions extends PathOptions {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Editors write a file in several steps: how many milliseconds must pass without a further one. Default: 100. */
  readonly pause?: number | undefined;
}

/**
 * Runs `work` at once, and again after files change below the paths; never two at a time. Resolves when the signal ends it.
 *
 * @throws ConsulCfgError where no path is given, Error where one cannot be watched, and whatever `work` throws
 */
export async function watch(
  paths: Paths,
  work: () => void | Promise<void>,
  { signal, pause = 100, cwd }: WatchOptions,
): Promise<void> {
  const from = directoryOf({ cwd });
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;
  const onAbort = (): void => wake?.();
  const onChange = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => wake?.(), pause);
  };
  const watchers: FSWatcher[] = [];
  try {
    for (const path of givenPaths('watch()', paths)) watchers.push(watchPath(resolve(from, path), onChange));
    signal.addEventListener('abort', onAbort);
    while (!signal.aborted) {
      // Waiting begins before the work: it ends at once where files change meanwhile.
      const next = new Promise<void>((done) => {
        wake = done;
      });
      await work();
      await next;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    for (const watcher of watchers) watcher.close();
  }
}
