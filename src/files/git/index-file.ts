/**
 * The names in git's index, which is the list of files that git keeps. It is read here, since starting git in a
 * directory means running what its configuration names. Format: Documentation/gitformat-index.txt of git.
 */

/** Of an object's hash: SHA-1 or SHA-256. */
export type HashSize = 20 | 32;

/** Times, device, mode, owner and size of a file. */
const factsSize = 40;
const headerSize = 12;

/**
 * Each name is a string with one character for each byte. Undefined where not all names are known: the file is damaged,
 * of an unknown version, or a part of them is in another file (a split index).
 */
export function namesInIndex(bytes: Buffer, hashSize: HashSize): ReadonlySet<string> | undefined {
  try {
    return readIndex(bytes, hashSize);
  } catch (error) {
    // Reading beyond the end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readIndex(bytes: Buffer, hashSize: HashSize): ReadonlySet<string> | undefined {
  const version = bytes.readUInt32BE(4);
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || version < 2 || version > 4) return undefined;
  const names = new Set<string>();
  let at = headerSize;
  let before = '';
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    const entry = readEntry(bytes, at, { version, hashSize, before });
    // Names come in the order of their bytes; those of a conflict come several times.
    if (!entry || entry.name < before) return undefined;
    names.add(entry.name);
    before = entry.name;
    at = entry.end;
  }
  return areKnown(bytes, at, bytes.length - hashSize) ? names : undefined;
}

interface Reading {
  readonly version: number;
  readonly hashSize: HashSize;
  /** The name before this one. */
  readonly before: string;
}

interface Entry {
  readonly name: string;
  readonly end: number;
}

/** A name that is longer than its field can say. */
const longName = 0xfff;

function readEntry(bytes: Buffer, start: number, { version, hashSize, before }: Reading): Entry | undefined {
  const flagsAt = start + factsSize + hashSize;
  const flags = bytes.readUInt16BE(flagsAt);
  const isExtended = (flags & 0x4000) !== 0;
  if (isExtended && version < 3) return undefined;
  const nameAt = flagsAt + (isExtended ? 4 : 2);
  const { kept, at } = version === 4 ? keptOf(bytes, nameAt, before) : { kept: '', at: nameAt };
  const nul = bytes.indexOf(0, at);
  if (nul < 0) return undefined;
  const name = kept + bytes.toString('latin1', at, nul);
  const length = flags & longName;
  if (name === '' || (length < longName ? name.length !== length : name.length < longName)) return undefined;
  // Up to version 3 an entry is filled with NUL to a multiple of eight bytes, at least by one.
  return { name, end: version === 4 ? nul + 1 : start + ((nul - start + 8) & ~7) };
}

/** Version 4 says how many bytes to take off the end of the name before, in seven bits a byte, each step but the last plus one. */
function keptOf(bytes: Buffer, start: number, before: string): { kept: string; at: number } {
  let at = start;
  let byte = bytes.readUInt8(at++);
  let taken = byte & 0x7f;
  while (byte & 0x80) {
    byte = bytes.readUInt8(at++);
    taken = (taken + 1) * 128 + (byte & 0x7f);
  }
  if (taken > before.length) throw new RangeError('more than the name before has');
  return { kept: before.slice(0, before.length - taken), at };
}

/** Directories in the place of the files that a sparse checkout leaves out: what is not listed is not there either. */
const sparseDirectories = 'sdir';

/** Whether the parts after the names change nothing of them: those that must be understood begin with a small letter. */
function areKnown(bytes: Buffer, start: number, end: number): boolean {
  let at = start;
  while (at + 8 <= end) {
    const name = bytes.toString('latin1', at, at + 4);
    if (!/^[A-Z]/.test(name) && name !== sparseDirectories) return false;
    at += 8 + bytes.readUInt32BE(at + 4);
  }
  return at === end;
}
