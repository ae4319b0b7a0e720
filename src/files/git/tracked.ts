/** Which files of a directory git keeps, read from the repository's index; nothing is run for it. */
import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { repositoryAbove } from '../inside.ts';
import { readRegular } from '../read.ts';
import { namesInIndex } from './index-file.ts';

const mebi = 1024 * 1024;
/** An entry takes about 100 bytes. */
const largestIndex = 256 * mebi;
const largestText = mebi;

/** Whether git keeps the file of an absolute path; false where that is not known. */
export function trackedFiles(): (path: string) => boolean {
  const repositories = new Map<string, string | undefined>();
  const indexes = new Map<string, ReadonlySet<string> | undefined>();
  return (path) => {
    const real = realpath(path);
    if (real === undefined) return false;
    const root = memo(repositories, dirname(real), repositoryAbove);
    if (root === undefined) return false;
    const name = relative(root, real).split(sep).join('/');
    return memo(indexes, root, indexOf)?.has(Buffer.from(name).toString('latin1')) ?? false;
  };
}

function memo<T>(known: Map<string, T>, key: string, find: (key: string) => T): T {
  if (!known.has(key)) known.set(key, find(key));
  return known.get(key)!;
}

function realpath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** The names that git keeps below a work tree; undefined where they are not known. */
function indexOf(root: string): ReadonlySet<string> | undefined {
  const directory = gitDirectoryOf(root);
  if (directory === undefined || textOf(join(directory, 'HEAD')) === undefined) return undefined;
  // That of a linked work tree shares its configuration with the others.
  const common = textOf(join(directory, 'commondir'));
  const config =
    textOf(join(common === undefined ? directory : resolve(directory, common.trim()), 'config')) ?? '';
  if (common === undefined && isElsewhere(config, directory, root)) return undefined;
  const { bytes } = readRegular(join(directory, 'index'), largestIndex);
  const isSha256 = /^\s*objectformat\s*=\s*"?sha256/im.test(config);
  return bytes && namesInIndex(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), isSha256 ? 32 : 20);
}

/** In a linked work tree and in a submodule `.git` is a file that names the directory. */
function gitDirectoryOf(root: string): string | undefined {
  const path = join(root, '.git');
  const { bytes, problem } = readRegular(path, largestText);
  if (!bytes) return problem === 'is a directory' ? path : undefined;
  const named = /^gitdir: (.+?)[\r\n]*$/.exec(Buffer.from(bytes).toString())?.[1];
  return named === undefined ? undefined : resolve(root, named);
}

/** The configuration may name another directory for the files. */
function isElsewhere(config: string, directory: string, root: string): boolean {
  const named = /^\s*worktree\s*=\s*(.*?)\s*$/im.exec(config)?.[1]?.replace(/^"(.*)"$/, '$1');
  return named !== undefined && realpath(resolve(directory, named)) !== root;
}

function textOf(path: string): string | undefined {
  const { bytes } = readRegular(path, largestText);
  return bytes && Buffer.from(bytes).toString();
}
