/** Reports into the files that a person named for them. */
import { closeSync, constants, openSync, writeFileSync } from 'node:fs';

/** Opened without waiting first: a named pipe that nobody reads would be waited for without end. Windows has none. */
const {
  O_WRONLY,
  O_CREAT,
  O_NONBLOCK = 0,
} = constants as Partial<typeof constants> & Pick<typeof constants, 'O_WRONLY' | 'O_CREAT'>;

/** Replaces the content of a file, or writes to the device or the pipe that stands there. */
export function writeOver(path: string, text: string): void {
  const opened = openSync(path, O_WRONLY | O_CREAT | O_NONBLOCK, 0o666);
  try {
    writeFileSync(path, text);
  } finally {
    closeSync(opened);
  }
}
