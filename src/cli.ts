#!/usr/bin/env node
/** The process: the only file that touches it. */
import { writeSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { exit, type Output } from './cli/io.ts';
import { main } from './cli/main.ts';

/**
 * Written at once, so that nothing is lost when the process ends. Where nobody reads on (`| head`), the rest is dropped
 * and the run goes on, so that the exit code still says what was found.
 */
function output(stream: NodeJS.WriteStream, fd: number): Output {
  const write = (text: string): void => {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSome(fd, bytes.subarray(done));
  };
  return { write, isTerminal: stream.isTTY === true, columns: stream.columns ?? 80 };
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

try {
  process.exitCode = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdout: output(process.stdout, 1),
    stderr: output(process.stderr, 2),
    stdin: async () => new Uint8Array(await buffer(process.stdin)),
    piped: process.stdin.isTTY !== true,
    streams: () => ({ input: process.stdin, output: process.stdout }),
  });
} catch (error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`consul-cfg: this is a bug, please report it with the lines below\n${text}\n`);
  process.exitCode = exit.bug;
}
