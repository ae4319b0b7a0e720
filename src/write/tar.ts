/** Files as a tar archive (POSIX ustar), with the owner and the mode that each has on the host. */
import type { OutFile } from '../manifest/file.ts';

/** In text, since all of ours is. Names below are relative, and the same input gives the same bytes. */
export function tar(files: readonly OutFile[]): string {
  return `${files.map(entry).join('')}${'\0'.repeat(2 * block)}`;
}

const block = 512;

function entry(file: OutFile): string {
  const size = Buffer.byteLength(file.content);
  return header(file, size) + file.content + '\0'.repeat((block - (size % block)) % block);
}

function header({ path, mode, owner }: OutFile, size: number): string {
  const [user, group] = owner.split(':') as [string, string];
  const { name, prefix } = splitName(path);
  const fields = [
    field(name, 100),
    octal(mode, 8),
    octal(0, 8),
    octal(0, 8),
    octal(size, 12),
    // No time: the same input, the same bytes.
    octal(0, 12),
  ].join('');
  const rest = `0${field('', 100)}ustar\0${'00'}${field(user, 32)}${field(group, 32)}${octal(0, 8)}${octal(0, 8)}${field(prefix, 155)}`;
  const sum = [...Buffer.from(`${fields}        ${rest}`)].reduce((total, byte) => total + byte, 0);
  return field(`${fields}${sum.toString(8).padStart(6, '0')}\0 ${rest}`, block);
}

/** A name of up to 100 bytes, with up to 155 more before a slash. Ours are ASCII. */
function splitName(path: string): { name: string; prefix: string } {
  if (path.length <= 100) return { name: path, prefix: '' };
  const slash = path.indexOf('/', path.length - 101);
  if (slash < 0 || slash > 155) throw new RangeError(`too long a path for a tar archive: ${path}`);
  return { name: path.slice(slash + 1), prefix: path.slice(0, slash) };
}

const field = (text: string, length: number): string => text.padEnd(length, '\0');
const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;
