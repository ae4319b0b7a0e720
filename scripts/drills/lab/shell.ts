/** Programs of this machine, without blocking the samples. */
import { execFile } from 'node:child_process';

export interface Ended {
  readonly status: number;
  readonly output: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which it is killed. */
  readonly timeout?: number;
}

/** Runs a program, whatever its exit status. */
export function attempt(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const { input, timeout = 600_000, ...rest } = options;
    const child = execFile(
      program,
      args,
      { ...rest, timeout, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const status = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ status, output: stdout + stderr });
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

/** Runs a program that must succeed, and returns its output. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { status, output } = await attempt(program, args, options);
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')} exits with ${status}: ${output.slice(-2000)}`);
  return output;
}

export const sleep = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Waits until a condition holds; throws when it does not within the given time. */
export async function until(what: string, seconds: number, condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await sleep(0.5);
  }
}
