/** Doing something again whenever files change. */
import { type FSWatcher, watch as watchFiles } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { disk } from '../model/disk.ts';
import type { Flag } from './command.ts';
import { CommandError, type ExitCode, exit, type Io } from './io.ts';

export const watchFlag: Flag = {
  flags: '-w, --watch',
  docs: 'do it again whenever something changes, until interrupted',
};

/** Editors write a file in several steps: milliseconds without a further one. */
const pause = 100;

/** Runs at once and after every change below the paths. Ends with `io.signal`; what a run could not do, it says and goes on. */
export async function watch(
  paths: readonly string[],
  io: Io,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  let running: Promise<void> = attempt(paths, io, run);
  const again = (): void => {
    running = running.then(() => attempt(paths, io, run));
  };
  let timer: NodeJS.Timeout | undefined;
  const watchers = paths.map((path) =>
    watcherOf(resolve(io.cwd, path), () => {
      clearTimeout(timer);
      timer = setTimeout(again, pause);
    }),
  );
  await ended(io.signal);
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await running;
  return exit.clean;
}

async function attempt(paths: readonly string[], io: Io, run: () => Promise<ExitCode>): Promise<void> {
  if (io.stdout.isTerminal) io.stdout.write('\u001b[2J\u001b[3J\u001b[H');
  try {
    await run();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.stderr.write(`consul-cfg: ${error.message}\n`);
  }
  io.stderr.write(`Watching ${paths.join(', ')}; Ctrl-C ends it.\n`);
}

/** A file is watched through its directory: editors replace it, and a watch on what was replaced hears nothing more. */
function watcherOf(path: string, onChange: () => void): FSWatcher {
  const isDirectory = disk.stat(path) === 'directory';
  const directory = isDirectory ? path : dirname(path);
  const name = isDirectory ? undefined : basename(path);
  try {
    return watchFiles(directory, { recursive: isDirectory }, (_event, changed) => {
      if (name === undefined || changed === name) onChange();
    }).on('error', onChange);
  } catch (error) {
    throw new CommandError(`${path} cannot be watched: ${(error as Error).message}`);
  }
}

const ended = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((done) => {
    if (signal?.aborted) done();
    signal?.addEventListener('abort', () => done(), { once: true });
  });
