/** Reports into files that a person names. */
import { closeSync, constants, openSync, writeFileSync } from 'node:fs';

/** Opened without waiting first, since opening a named pipe without a reader would never return. Windows has no such flag. */
const {
  O_WRONLY,
  O_CREAT,
  O_NONBLOCK = 0,
} = constants as Partial<typeof constants> & Pick<typeof constants, 'O_WRONLY' | 'O_CREAT'>;

/** Replaces the content of a file, or writes to a device or pipe. */
export function writeOver(path: string, text: string): void {
  const opened = openSync(path, O_WRONLY | O_CREAT | O_NONBLOCK, 0o666);
  try {
    writeFileSync(path, text);
  } finally {
    closeSync(opened);
  }
}
