/** The process: the only file that touches it. */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { exit, type Output } from './cli/io.ts';
import { main } from './cli/main.ts';
import { bugText } from './util/bug.ts';
import { printable } from './util/visible.ts';

/**
 * Written at once, so that nothing is lost when the process ends. Where the reader has gone (`| head`), the rest is
 * dropped and the run goes on, so that the exit code is still that of the findings.
 */
function output(fd: 1 | 2): Output {
  const write = (text: string): void => {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSome(fd, bytes.subarray(done));
  };
  return {
    write,
    get isTerminal() {
      return isTerminal(fd);
    },
    get columns() {
      return (isTerminal(fd) && streams[fd]().columns) || 80;
    },
  };
}

function writeSome(fd: number, bytes: Uint8Array): number {
  try {
    return writeSync(fd, bytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EAGAIN') return 0;
    if (code === 'EPIPE') return bytes.length;
    throw error;
  }
}

const streams = [() => process.stdin, () => process.stdout, () => process.stderr] as const;

/** Node's streams bring sockets and terminals along, a fifth of its start: only what may be a terminal is asked. */
const isTerminal = (fd: 0 | 1 | 2): boolean => isDevice(fd) && streams[fd]().isTTY === true;

function isDevice(fd: number): boolean {
  try {
    const device = fstatSync(fd);
    return device.isCharacterDevice() && device.rdev !== statSync(devNull).rdev;
  } catch {
    return false;
  }
}

async function readStdin(): Promise<Uint8Array> {
  const { buffer } = await import('node:stream/consumers');
  return new Uint8Array(await buffer(process.stdin));
}

/** For fewer, what the launcher does takes longer than it saves. */
const many = 20;

/** An event of the process that `src/launch.ts` waits for. */
const manyNodes = 'consul-cfg:many';

const stderr = output(2);

function bug(error: unknown): number {
  stderr.write(printable(bugText(error), { colours: false }));
  return exit.bug;
}

/** Bugs in what nothing awaits, such as a timer or the answer to an editor. */
function endOnBug(error: unknown): void {
  process.exit(bug(error));
}

process.on('uncaughtException', endOnBug);
process.on('unhandledRejection', endOnBug);

async function run(): Promise<number> {
  try {
    return await main(process.argv.slice(2), {
      cwd: process.cwd(),
      env: process.env,
      stdout: output(1),
      stderr,
      stdin: readStdin,
      get piped() {
        return !isTerminal(0);
      },
      streams: () => ({ input: process.stdin, output: process.stdout }),
      announce(count) {
        if (count >= many) process.emit(manyNodes as 'beforeExit', 0);
      },
    });
  } catch (error) {
    return bug(error);
  }
}

run().then((code) => {
  process.exitCode = code;
});
