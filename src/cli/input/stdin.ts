/** `-` among paths: what is piped in, under the name of a file. */
import { posix } from 'node:path';
import type { Flag } from '../command.ts';
import { type Io, usageError } from '../io.ts';

export const stdinFlag: Flag = {
  flags: '--stdin-filename <path>',
  docs: 'what standard input is, which is read for the path -: its name says the format, and where settings are sought',
};

export interface StdinOptions {
  readonly stdinFilename?: string;
}

export interface WithStdin {
  readonly paths: readonly string[];
  /** Undefined where standard input is not asked for. */
  readonly texts?: Readonly<Record<string, Uint8Array>>;
}

/** A name without a path to it means `-`. */
export async function withStdin(
  paths: readonly string[],
  { stdinFilename }: StdinOptions,
  io: Io,
): Promise<WithStdin> {
  const asked = paths.length === 0 && stdinFilename !== undefined ? ['-'] : paths;
  const times = asked.filter((path) => path === '-').length;
  if (times === 0) {
    if (stdinFilename !== undefined)
      throw usageError('--stdin-filename is for standard input: write - as path');
    return { paths };
  }
  if (times > 1) throw usageError('standard input is read only once');
  if (!io.piped) throw usageError('name a file, or pipe one in');
  if (stdinFilename !== undefined && isDirectoryName(stdinFilename))
    throw usageError('--stdin-filename takes the name of a file, such as server.hcl');
  const bytes = await io.stdin();
  const name = stdinFilename ?? usualName(bytes);
  return { paths: asked.map((path) => (path === '-' ? name : path)), texts: { [name]: bytes } };
}

/** All that is below a directory would be read in its place. */
const isDirectoryName = (name: string): boolean => /(?:^|[\\/])\.{0,2}$/.test(posix.normalize(name));

/** JSON of an agent is an object. */
const usualName = (bytes: Uint8Array): string =>
  /^\uFEFF?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 4096))) ? 'stdin.json' : 'stdin.hcl';
