/** The machine that an agent runs on, as rules ask it under `--on-host`. Nothing here can write. */
import { posix } from 'node:path';
import type { FileSystem } from '../../model/load/files.ts';
import type { Host } from '../../model/load/host.ts';

export interface Machine extends Host {
  readonly files: FileSystem;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The path that a value names; undefined where it is relative to an unknown directory, a template or a placeholder. */
export function absolutePath(text: string | undefined): string | undefined {
  return text?.startsWith('/') && !/[{$<\0]/.test(text) ? posix.normalize(text) : undefined;
}

/** The directory itself where it is there, else the nearest one above it that is. */
export function nearestExisting({ files }: Machine, path: string): string {
  let at = path;
  while (at !== '/' && files.stat(at) === 'missing') at = posix.dirname(at);
  return at;
}

/** The content of a file, read as JSON; undefined where it cannot be read, and `invalid` where it is not JSON. */
export function jsonIn(
  { files }: Machine,
  path: string,
): { readonly value: unknown } | 'invalid' | undefined {
  const bytes = files.read(path);
  if (!bytes) return undefined;
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    return 'invalid';
  }
}
