/** Which release of Consul runs, as far as files near the linted ones state it: image tags, versions, downloads. */
import { posix } from 'node:path';
import type { FileSystem } from '../../model/load/files.ts';
import { compareVersions } from '../../options/releases/versions.ts';
import { Source, type Span } from '../../text/source/source.ts';

export interface StatedRelease {
  readonly release: string;
  readonly at: Span;
}

/** The oldest and the newest release that is stated; undefined where none is. */
export interface StatedReleases {
  readonly oldest: StatedRelease;
  readonly newest: StatedRelease;
}

/** @param paths what is linted, relative to the working directory */
export function statedReleases(paths: readonly string[], files: FileSystem): StatedReleases | undefined {
  const found: StatedRelease[] = [];
  const search = new Search(files);
  for (const path of paths) for (const file of search.around(path)) found.push(...releasesIn(file, files));
  const sorted = found.sort((a, b) => compareVersions(a.release, b.release));
  const [oldest] = sorted;
  return oldest && { oldest, newest: sorted.at(-1)! };
}

/** Files that start agents, build their images or install them. */
const namesRelease =
  /^(?:(?:docker-)?compose.*\.ya?ml|.*dockerfile.*|containerfile|vagrantfile|makefile|\.env(?:\..*)?|.*\.(?:env|sh|tf|tfvars|hcl|nomad|ya?ml)|justfile)$/i;

const isPassedOver = /^(?:\.git|node_modules|vendor|\.terraform|\.venv|dist|build)$/;

const mostDirectories = 2000;
const mostFiles = 2000;
const deepest = 8;
const largest = 200_000;

class Search {
  readonly #files: FileSystem;
  readonly #seen = new Set<string>();
  #left = mostFiles;

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** Files below a directory, next to it and above, up to the root of the repository or the working directory. */
  *around(path: string): Generator<string> {
    if (this.#files.stat(path) === 'directory') yield* this.#below(path, 0);
    for (const directory of this.#above(path)) yield* this.#in(directory);
  }

  /** The directories around a path in its repository, or in the working directory; none where it is in neither. */
  #above(path: string): readonly string[] {
    const directories: string[] = [];
    for (let directory = posix.dirname(path); ; directory = posix.dirname(directory)) {
      directories.push(directory);
      if (directory === '.' || this.#files.stat(posix.join(directory, '.git')) !== 'missing')
        return directories;
      if (directory === '/' || directory === '..' || directory.endsWith('/..')) return [];
    }
  }

  *#below(directory: string, depth: number): Generator<string> {
    yield* this.#in(directory);
    if (depth >= deepest || this.#seen.size >= mostDirectories) return;
    for (const { name, kind, symlink } of this.#files.list(directory) ?? []) {
      if (kind !== 'directory' || symlink || isPassedOver.test(name)) continue;
      yield* this.#below(posix.join(directory, name), depth + 1);
    }
  }

  *#in(directory: string): Generator<string> {
    if (this.#seen.has(directory) || this.#seen.size >= mostDirectories) return;
    this.#seen.add(directory);
    for (const { name, kind, symlink } of this.#files.list(directory) ?? []) {
      if (kind !== 'file' || symlink || !namesRelease.test(name) || this.#left-- <= 0) continue;
      yield posix.join(directory, name);
    }
  }
}

const number = String.raw`v?(\d+\.\d+(?:\.\d+)?)`;

const statements: readonly RegExp[] = [
  // An image: `hashicorp/consul:1.20.2`, `consul-enterprise:1.16.3-ent`.
  new RegExp(String.raw`(?<![\w.-])consul(?:-enterprise)?:${number}`, 'g'),
  // A variable of shells, Compose, Ansible, Terraform and Packer.
  new RegExp(String.raw`\bconsul_version\b["']?\s*[:=]?\s*["']?(?:\$\{[^:}]*:-)?${number}`, 'gi'),
  new RegExp(String.raw`variable\s+"consul_version"\s*\{[^}]*?default\s*=\s*"${number}"`, 'g'),
  // A download or a package.
  new RegExp(String.raw`releases\.hashicorp\.com/consul/${number}`, 'g'),
  new RegExp(String.raw`(?<![\w.-])consul(?:_|-|=|@)${number}(?![\w.]*-alpine\b)`, 'g'),
];

function* releasesIn(path: string, files: FileSystem): Generator<StatedRelease> {
  const bytes = files.read(path);
  if (!bytes || bytes.length > largest) return;
  const source = Source.fromBytes(path, bytes);
  if (!/consul/i.test(source.text)) return;
  for (const pattern of statements) {
    for (const match of source.text.matchAll(pattern)) {
      if (isComment(source.text, match.index)) continue;
      yield { release: match[1]!, at: source.span(match.index, match.index + match[0].length) };
    }
  }
}

const isComment = (text: string, at: number): boolean =>
  /^\s*(?:#|\/\/)/.test(text.slice(text.lastIndexOf('\n', at) + 1, at));
