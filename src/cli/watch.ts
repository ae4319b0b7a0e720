/** Runs a command again whenever files change. */
import { watch as watchPaths } from '../node.ts';
import { bugText } from '../util/bug.ts';
import { visibleLine } from '../util/visible.ts';
import type { Flag } from './command.ts';
import { CommandError, type ExitCode, exit, type Io, writeRaw } from './io.ts';

export const watchFlag: Flag = {
  flags: '-w, --watch',
  docs: 'run again whenever a file changes, until interrupted',
};

/**
 * Runs at once and after every change: below the paths, and of the other files that the last run opened (it calls
 * `opens` of its `io`). Ends with `io.signal`; a run that fails is reported, and the watch goes on.
 */
export async function watch(
  paths: readonly string[],
  io: Io,
  run: (io: Io) => Promise<ExitCode>,
): Promise<ExitCode> {
  let isFirst = true;
  const work = (opens: (path: string) => void): Promise<void> => {
    isFirst = false;
    return attempt(paths, io, () => run({ ...io, opens }));
  };
  try {
    await watchPaths(paths, work, { signal: io.signal, cwd: io.cwd });
  } catch (error) {
    // A path that cannot be watched, before anything has run.
    if (!isFirst) throw error;
    throw new CommandError((error as Error).message);
  }
  return exit.clean;
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
