/** Runs a command again whenever files change. */
import type { FSWatcher } from 'node:fs';
import { resolve } from 'node:path';
import { bugText } from '../app/failure.ts';
import { watchPath } from '../app/machine/watch-path.ts';
import { visibleLine } from '../text/source/visible.ts';
import type { Flag } from './command.ts';
import { CommandError, type ExitCode, exit, type Io, writeRaw } from './io.ts';

export const watchFlag: Flag = {
  flags: '-w, --watch',
  docs: 'run again whenever a file changes, until interrupted',
};

/** Editors write a file in several steps: milliseconds without a further one. */
const pause = 100;

/**
 * Runs at once and after every change: below the paths, and of the other files that the last run opened (it calls
 * `opens` of its `io`). Ends with `io.signal`; a run that fails is reported, and the watch goes on.
 */
export async function watch(
  paths: readonly string[],
  io: Io,
  run: (io: Io) => Promise<ExitCode>,
): Promise<ExitCode> {
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(again, pause);
  };
  const others = new Others(changed);
  const attempted = (): Promise<void> =>
    attempt(paths, io, () => others.during((opens) => run({ ...io, opens })));
  let running = attempted();
  // A bug in a run ends the watch, as it ends a single run.
  let fail: (bug: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  running.catch(fail);
  const again = (): void => {
    running = running.then(attempted);
    running.catch(fail);
  };
  const watchers = paths.map((path) => watched(resolve(io.cwd, path), changed));
  try {
    await Promise.race([ended(io.signal), failed]);
    clearTimeout(timer);
    await running;
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    others.close();
  }
  return exit.clean;
}

/** What a run opens besides the paths: watched from before it is read, until a run no longer opens it. */
class Others {
  readonly #watchers = new Map<string, FSWatcher | undefined>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  async during<T>(run: (opens: (path: string) => void) => Promise<T>): Promise<T> {
    const opened = new Set<string>();
    try {
      return await run((path) => {
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

async function attempt(paths: readonly string[], io: Io, run: () => Promise<ExitCode>): Promise<void> {
  if (io.stdout.isTerminal) writeRaw(io.stdout, '\u001b[2J\u001b[3J\u001b[H');
  try {
    await run();
  } catch (error) {
    // A bug is reported too, and the next change may be read without it.
    const isOwn = error instanceof CommandError;
    io.stderr.write(isOwn ? `consul-cfg: ${visibleLine(error.message)}\n` : bugText(error));
  }
  io.stderr.write(`Watching ${visibleLine(paths.join(', '))}; Ctrl-C ends it.\n`);
}

function watched(path: string, onChange: () => void): FSWatcher {
  try {
    return watchPath(path, onChange);
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

const ended = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((done) => {
    if (signal?.aborted) done();
    signal?.addEventListener('abort', () => done(), { once: true });
  });
