/** Which files make one agent's configuration, in which order: what the agent does with its paths (facts measured). */

import { encodeBytes } from '../../text/source/bytes.ts';
import type { ConfigFormat } from './file.ts';
import type { DirectoryEntry, FileSystem, Stat } from './files.ts';

export interface Found {
  /** Where to read it: a symlink is resolved. */
  readonly path: string;
  readonly format: ConfigFormat;
}

export type PathProblem =
  /** There is nothing at the path. */
  | { readonly kind: 'missing'; readonly path: string }
  /** `why` completes "the file …". */
  | { readonly kind: 'unreadable'; readonly path: string; readonly why?: string }
  /** A file named by itself that is neither `.json` nor `.hcl`. */
  | { readonly kind: 'extension'; readonly path: string }
  /** A symlink in a directory whose target does not exist: the agent refuses to load the directory. */
  | { readonly kind: 'dangling'; readonly path: string };

export interface Listing {
  readonly files: readonly Found[];
  /** Entries of directories that the agent passes over with a warning. */
  readonly skipped: readonly string[];
  readonly problems: readonly PathProblem[];
}

/** The files of all paths, left to right; `format` is the agent's `-config-format`. */
export function listFiles(paths: readonly string[], fs: FileSystem, format?: ConfigFormat): Listing {
  const listing = { files: [] as Found[], skipped: [] as string[], problems: [] as PathProblem[] };
  for (const path of paths) {
    // Most paths are directories, unless their name says otherwise: to ask what they are first is a call more.
    const entries = formatOf(path) ? undefined : fs.list(path);
    const kind = entries ? 'directory' : fs.stat(path);
    if (kind === 'directory') listDirectory(path, entries ?? fs.list(path), fs, format, listing);
    else if (kind === 'missing') listing.problems.push({ kind: 'missing', path });
    else if (kind === 'denied') listing.problems.push(unreadable(path, fs));
    else {
      const found = format ?? formatOf(path);
      if (found) listing.files.push({ path, format: found });
      else listing.problems.push({ kind: 'extension', path });
    }
  }
  return listing;
}

/** A file that is there and cannot be read, with the reason where the system gives one. */
export function unreadable(path: string, fs: FileSystem): PathProblem & { readonly kind: 'unreadable' } {
  const why = fs.problem?.(path);
  return { kind: 'unreadable', path, ...(why !== undefined && { why }) };
}

interface Growing {
  readonly files: Found[];
  readonly skipped: string[];
  readonly problems: PathProblem[];
}

/** Every entry that is not a directory, in byte order of its name. */
function listDirectory(
  directory: string,
  entries: readonly DirectoryEntry[] | undefined,
  fs: FileSystem,
  format: ConfigFormat | undefined,
  into: Growing,
): void {
  if (!entries) {
    into.problems.push({ kind: 'unreadable', path: directory });
    return;
  }
  for (const entry of [...entries].sort((a, b) => compareBytes(a.name, b.name))) {
    const { path, kind } = targetOf(entry, joinPath(directory, entry.name), fs);
    if (kind === 'missing') into.problems.push({ kind: 'dangling', path });
    if (kind === 'missing' || kind === 'directory') continue;
    const found = format ?? formatOf(path);
    if (!found) into.skipped.push(path);
    // A socket has nothing to read, and a pipe would be waited for; a device behind a symlink, as /dev/null, is read.
    else if (kind === 'other' && !entry.symlink) into.problems.push(unreadable(path, fs));
    else into.files.push({ path, format: found });
  }
}

/** A symlink counts as what it leads to, and by the name of that. */
function targetOf(entry: DirectoryEntry, path: string, fs: FileSystem): { path: string; kind: Stat } {
  if (!entry.symlink) return { path, kind: entry.kind };
  const target = fs.realpath(path);
  return target === undefined ? { path, kind: 'missing' } : { path: target, kind: fs.stat(target) };
}

/** By the name's end, in exactly this letter case. */
export function formatOf(path: string): ConfigFormat | undefined {
  if (path.endsWith('.json')) return 'json';
  return path.endsWith('.hcl') ? 'hcl' : undefined;
}

const joinPath = (directory: string, name: string): string =>
  directory.endsWith('/') ? directory + name : `${directory}/${name}`;

/** As Go sorts file names: by their UTF-8 bytes, so `10` before `9` and `Z` before `a`. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  const [one, other] = [encodeBytes(a), encodeBytes(b)];
  const differs = one.findIndex((byte, i) => byte !== other[i]);
  return differs < 0 ? -1 : one[differs]! - (other[differs] ?? -1);
}
