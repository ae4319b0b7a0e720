/** The command line in process: arguments in, exit code and what was printed out. */
import { resolve } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

export const repository = resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Io['env'];
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly columns?: number;
}

export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const output = (stream: keyof typeof printed) => ({
    write: (text: string) => {
      printed[stream] += text;
    },
    isTerminal: options.terminal ?? false,
    columns: options.columns ?? 80,
  });
  const code = await main(argv, {
    cwd: options.cwd ?? repository,
    env: options.env ?? {},
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: async () => Buffer.from(options.stdin ?? ''),
    piped: options.stdin !== undefined,
  });
  return { code, ...printed };
}
