/** A program of `examples/scripts/` as its user runs it: arguments, working directory and environment in, what it prints out. */
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Ran, repository } from '../support/run.ts';

export interface ScriptOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Each run loads the program again: the query makes it another module, of which all that it imports is shared. */
let runs = 0;

export async function runScript(
  name: string,
  args: readonly string[],
  { cwd, env = {} }: ScriptOptions,
): Promise<Ran> {
  const path = join(repository, 'examples/scripts', name);
  const before = { argv: process.argv, cwd: process.cwd(), exitCode: process.exitCode };
  const printed = { stdout: '', stderr: '' };
  const into = (stream: keyof typeof printed, end: string) => (text: unknown) => {
    printed[stream] += `${text}${end}`;
    return true;
  };
  vi.spyOn(console, 'log').mockImplementation(into('stdout', '\n'));
  vi.spyOn(console, 'error').mockImplementation(into('stderr', '\n'));
  vi.spyOn(process.stdout, 'write').mockImplementation(into('stdout', ''));
  for (const [variable, value] of Object.entries(env)) vi.stubEnv(variable, value);
  try {
    process.argv = [process.execPath, path, ...args];
    process.exitCode = 0;
    process.chdir(cwd);
    runs++;
    await import(/* @vite-ignore */ `${path}?run=${runs}`);
    return { code: Number(process.exitCode), ...printed };
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    process.chdir(before.cwd);
    process.argv = before.argv;
    process.exitCode = before.exitCode;
  }
}
