/** Whoever knows the true verdict: `consul validate`, or a program that judges many paths in one process. */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Answer {
  readonly refused: boolean;
  /** The agent's own words. */
  readonly reported: string;
}

export interface Oracle {
  readonly ask: (path: string) => Promise<Answer>;
  readonly close: () => void;
}

export const validator = (binary: string): Oracle => ({
  ask: async (path) => {
    const { status, stdout, stderr, error } = spawnSync(binary, ['validate', path], { encoding: 'utf8' });
    if (error) throw error;
    return { refused: status !== 0, reported: (stdout + stderr).trim().replace(/\s+/g, ' ') };
  },
  close: () => {},
});

/** A program that reads a path a line and answers a line each: `ok`, or `error` or `crash` and the reason. */
export function batch(program: string): Oracle {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting: ((line: string) => void)[] = [];
  createInterface(child.stdout).on('line', (line) => waiting.shift()?.(line));
  child.on('exit', () => {
    for (const answer of waiting.splice(0)) answer('crash the program ended');
  });
  return {
    ask: async (path) => {
      const reported = await new Promise<string>((resolve) => {
        waiting.push(resolve);
        child.stdin.write(`${path}\n`);
      });
      return { refused: reported !== 'ok', reported };
    },
    close: () => child.stdin.end(),
  };
}
