/**
 * Reads files and nothing else. A pipe is waited for without end, and a device may never end or do something when it is
 * opened, so that neither is opened, whoever names it.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { devNull } from 'node:os';

export type Read =
  | { readonly bytes: Uint8Array; readonly problem?: undefined }
  /** Completes "the file …". */
  | { readonly bytes?: undefined; readonly problem: string };

/** Of a path that is not there. */
const missing = 'does not exist';

/** The file may be another one between the look at it and the opening: then nothing waits either. Windows has neither flag. */
const {
  O_RDONLY,
  O_NONBLOCK = 0,
  O_NOCTTY = 0,
} = constants as Partial<typeof constants> & { O_RDONLY: number };

/** The bytes of a regular file of at most `most` bytes; symbolic links are followed. */
export function readRegular(path: string | Buffer, most: number): Read {
  let fd: number | undefined;
  try {
    const before = withoutReading(statSync(path), most);
    if (before) return before;
    fd = openSync(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    const stats = fstatSync(fd);
    return withoutReading(stats, most) ?? contentOf(fd, stats.size, most);
  } catch (error) {
    return { problem: reasonOf(error as NodeJS.ErrnoException) };
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** What is known of a path before anything is read of it. */
function withoutReading(stats: Stats, most: number): Read | undefined {
  if (stats.isDirectory()) return { problem: 'is a directory' };
  if (stats.isFile()) return stats.size > most ? tooLarge(most) : undefined;
  // Where a file is to count as empty, people link it to this device.
  if (stats.isCharacterDevice() && stats.rdev === statSync(devNull).rdev) return { bytes: new Uint8Array() };
  return { problem: `is ${kindOf(stats)}, not a regular file` };
}

/** What a path is that should be a file. */
function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

/** Files of the kernel say that they are empty, and others may grow meanwhile: so it is read to the end. */
function contentOf(fd: number, size: number, most: number): Read {
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(fd, bytes, length, bytes.length - length, null);
    length += count;
    if (length > most) return tooLarge(most);
    if (count === 0) return { bytes: bytes.subarray(0, length) };
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.max(4096, 2 * length));
  }
}

const tooLarge = (most: number): Read => ({
  problem: `is larger than ${most >= mebi ? `${most / mebi} MiB` : `${most / 1024} KiB`}`,
});

const mebi = 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: missing,
  EACCES: 'cannot be read: permission denied',
  ELOOP: 'cannot be read: its symbolic links lead in a circle',
  ENOTDIR: 'cannot be read: a part of the path is not a directory',
};

const reasonOf = ({ code }: NodeJS.ErrnoException): string =>
  reasons[code ?? ''] ?? `cannot be read (${code ?? 'unknown'})`;
