/** What people run by hand next to a file that starts agents: scripts and instructions that change how many run, or join them. */
import type { FileSystem } from '../../model/load/files.ts';
import { decodeBytes } from '../../text/source/bytes.ts';
import { join } from '../paths.ts';

export interface Operated {
  /** The number of copies is given when they are started. */
  readonly isScaled: boolean;
  /** Agents join each other by a command. */
  readonly isJoined: boolean;
}

const names = /\.(?:sh|bash|md|txt|mk)$|^(?:README|Makefile|GNUmakefile|[Jj]ustfile|Vagrantfile)/i;
const scripts = /^(?:bin|scripts?|hack|tools)$/;
const scaling = /(?:--scale[ =]|\bscale\s+)[\w.-]{1,60}=(?:\$|\d)|\bservice\s+scale\b/;
const joining = /\bconsul\s+join\s|\/v1\/agent\/join\b/;

const largest = 200_000;
const mostFiles = 50;

export function operatedNextTo(directory: string, fs: FileSystem): Operated {
  const texts = textsIn(directory, fs);
  return {
    isScaled: texts.some((text) => scaling.test(text)),
    isJoined: texts.some((text) => joining.test(text)),
  };
}

function textsIn(directory: string, fs: FileSystem): readonly string[] {
  const entries = fs.list(directory) ?? [];
  const inner = entries.filter(
    ({ kind, symlink, name }) => kind === 'directory' && !symlink && scripts.test(name),
  );
  const places = [directory, ...inner.map(({ name }) => join(directory, name))];
  const paths = places.flatMap((place) =>
    (place === directory ? entries : (fs.list(place) ?? []))
      .filter(({ kind, symlink, name }) => kind === 'file' && !symlink && names.test(name))
      .map(({ name }) => join(place, name)),
  );
  return paths.slice(0, mostFiles).flatMap((path) => {
    const bytes = fs.read(path);
    return bytes && bytes.length <= largest ? [decodeBytes(bytes)] : [];
  });
}
