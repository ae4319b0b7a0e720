/**
 * The command line: arguments in, exit code and what was printed out. In process, from the sources; with CONSUL_CFG_BUILT
 * set, the built program as a separate process, since a bundle has faults that sources have not.
 */
import { spawnSync } from 'node:child_process';
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
  if (process.env.CONSUL_CFG_BUILT && !options.terminal && options.columns === undefined)
    return runBuilt(argv, options);
  return runHere(argv, options);
}

/** In this process, whatever is tested otherwise: for a command that asks a server of the test. */
export async function runHere(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
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

function runBuilt(argv: readonly string[], { cwd = repository, env = {}, stdin }: RunOptions): Ran {
  const program = resolve(repository, 'dist/cli/cli.cjs');
  const { PATH } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...argv], {
    cwd,
    env: { PATH, ...env },
    ...(stdin === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input: stdin }),
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  return { code: status ?? -1, stdout: String(stdout), stderr: String(stderr) };
}
