/** A named pipe that nobody writes to: whoever opens it waits for ever. */
import { execFileSync } from 'node:child_process';

export const makePipe = (path: string): void => {
  execFileSync('mkfifo', [path]);
};

/** Windows has none. */
export const hasPipes = process.platform !== 'win32';
