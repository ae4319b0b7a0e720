/** The files that an agent in a container reads: what is mounted at the paths of its command line, in the order of the agent. */
import { posix } from 'node:path';
import { compareBytes, formatOf, listFiles } from '../../model/load/directory.ts';
import type { ConfigFile } from '../../model/load/file.ts';
import { dependentOn } from '../../model/resolve/fold.ts';
import type { Mount, StartedAgent } from '../../sources/source.ts';
import type { AbsentFile } from '../../subjects/container.ts';
import type { Span } from '../../text/source/source.ts';
import type { LoadSession } from '../node-sources.ts';
import { plain } from '../paths.ts';
import { valueFile, type WrittenFile, writtenFile } from './written-files.ts';

export interface ReadConfig {
  readonly files: readonly ConfigFile[];
  /** Files of their own, with the place that mounts them. */
  readonly mounted: ReadonlyMap<string, Span>;
  readonly unknown: ReadonlyMap<string, Span>;
  readonly absent: readonly AbsentFile[];
  /** Something is mounted where the agent reads, and is not in sight. */
  readonly isOpen: boolean;
}

/** @param paths those of -config-dir and -config-file, in order */
export function readConfig(
  paths: readonly string[],
  { mounts, emptyPaths }: StartedAgent,
  version: string,
  session: LoadSession,
): ReadConfig {
  const reader = new ConfigReader(version, session);
  for (const path of paths) {
    const target = posix.normalize(path).replace(/(?<=.)\/$/, '');
    const below = mounts.filter((mount) => mount.target === target || posix.dirname(mount.target) === target);
    const around = mounts.filter((mount) =>
      target.startsWith(mount.target === '/' ? '/' : `${mount.target}/`),
    );
    if (below.every((mount) => mount.target !== target))
      for (const mount of around) reader.within(mount, target);
    if (below.length + around.length === 0 && !emptyPaths.includes(target)) reader.isOpen = true;
    reader.mounts(below, target);
  }
  return reader;
}

/** Everything that something puts into its file tree, where nothing says what it reads. */
export function readAll({ mounts }: StartedAgent, version: string, session: LoadSession): ReadConfig {
  const reader = new ConfigReader(version, session);
  reader.mounts(mounts, '');
  return reader;
}

const isEmpty = (content: Mount['content']): boolean => content.kind === 'empty' && !content.mayBeFilled;

interface Piece {
  readonly name: string;
  readonly read: () => void;
}

class ConfigReader implements ReadConfig {
  readonly files: ConfigFile[] = [];
  readonly mounted = new Map<string, Span>();
  readonly unknown = new Map<string, Span>();
  readonly absent: AbsentFile[] = [];
  isOpen = false;
  readonly #loaded = new Map<string, ConfigFile>();
  readonly #version: string;
  readonly #session: LoadSession;

  constructor(version: string, session: LoadSession) {
    this.#version = version;
    this.#session = session;
  }

  /** What lies next to each other is read in the order of its names, whoever puts it there. */
  mounts(mounts: readonly Mount[], directory: string): void {
    const pieces = mounts.flatMap((mount) => this.#pieces(mount, mount.target === directory));
    for (const { read } of pieces.sort((a, b) => compareBytes(a.name, b.name))) read();
  }

  /** A path below of what is mounted. */
  within({ content, target, at }: Mount, path: string): void {
    if (isEmpty(content)) return;
    if (content.kind !== 'path') this.isOpen = true;
    else {
      const inner = posix.join(content.path, posix.relative(target, path));
      // Docker makes no directory within what it mounts, and the agent or a script may.
      if (this.#session.fs.stat(inner) === 'missing') this.isOpen = true;
      else this.mounts([{ target: path, at, content: { ...content, path: inner, written: inner } }], path);
    }
  }

  /** @param isNamed the command line names this path */
  #pieces(mount: Mount, isNamed: boolean): readonly Piece[] {
    const { content, target } = mount;
    const name = posix.basename(target);
    if (isEmpty(content)) return [];
    if (content.kind === 'text') {
      const format = formatOf(target);
      if (!format) return [];
      const read = (): void => {
        const written = writtenFile(content.text, format, this.#version);
        if (content.isTemplate && written.file.refused) this.isOpen = true;
        else this.#written(written);
      };
      return [{ name, read }];
    }
    if (content.kind === 'value')
      return [{ name, read: () => this.#written(valueFile(content, this.#version)) }];
    if (content.kind === 'path') return this.#paths(mount, content, isNamed);
    this.isOpen ||= isNamed || formatOf(target) !== undefined;
    return [];
  }

  #written({ file, unknown }: WrittenFile): void {
    this.files.push(file);
    for (const [path, at] of unknown) for (const name of dependentOn(path)) this.unknown.set(name, at);
  }

  #paths(
    { target, at }: Mount,
    { path, written }: { path: string; written: string },
    isNamed: boolean,
  ): readonly Piece[] {
    const { fs } = this.#session;
    const kind = fs.stat(path);
    // A directory within the directory is not read.
    if (kind === 'directory' && !isNamed) return [];
    if (kind === 'directory') {
      return listFiles([path], fs).files.map((file) => ({
        name: posix.basename(file.path),
        read: () => this.#load(plain(file.path), file.format, at),
      }));
    }
    const format = formatOf(target);
    if (kind === 'file')
      return format
        ? [{ name: posix.basename(target), read: () => this.#load(plain(path), format, at) }]
        : [];
    if (format || isNamed) {
      this.isOpen = true;
      if (kind === 'missing') this.absent.push({ path: written, target, at });
    }
    return [];
  }

  #load(path: string, format: 'hcl' | 'json', at: Span): void {
    const file = this.#loaded.get(path) ?? this.#session.load(path, format, this.#version);
    if (!file) {
      this.isOpen = true;
      return;
    }
    // Of a file that is read twice the second reading counts: it replaces what files between the two have set.
    if (this.#loaded.has(path)) this.files.splice(this.files.indexOf(file), 1);
    this.#loaded.set(path, file);
    this.files.push(file);
    this.mounted.set(path, at);
  }
}
