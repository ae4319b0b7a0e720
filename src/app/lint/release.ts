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

const names = [
  // Builds and starts of machines and containers.
  String.raw`.*dockerfile.*|containerfile|vagrantfile|(?:gnu)?makefile|justfile|pkgbuild|\.env(?:\..*)?`,
  String.raw`.*\.(?:env|sh|bash|ps1|bat|cmd|mk|spec|tf|tfvars|hcl|nomad|ya?ml|rb|pp|nix)`,
  // Of JSON, which is often configuration, the files whose name says variables.
  String.raw`(?:.*[^a-z])?(?:packer|consul|var(?:iable)?s|versions?|template)(?:[^a-z].*)?\.json`,
];

const templated = String.raw`\.(?:j2|tpl|tmpl|tftpl|erb|dist|example|sample|template|in)`;

/** Files that start agents, build their images or packages or install them, and templates of these. */
const namesRelease = new RegExp(`^(?:${names.join('|')})(?:${templated})?$`, 'i');

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

/** Space between words; of a limited length, since a text of spaces would take minutes. */
const space = String.raw`\s{0,40}`;

const statements: readonly RegExp[] = [
  // An image: `hashicorp/consul:1.20.2`, `consul-enterprise:1.16.3-ent`, `gliderlabs/consul-server:0.6`.
  new RegExp(
    String.raw`(?<![\w.-])(?:docker-|rpi-)?consul(?:-(?:enterprise|server|agent|client))?:${number}`,
    'g',
  ),
  // A variable of shells, Compose, Ansible, Terraform, Packer and Chef.
  new RegExp(
    String.raw`\bconsul_ver(?:sion)?\b["']?${space}(?:[:=]|=>)?${space}["']?(?:\$\{[^}:]{0,80}:-)?${number}`,
    'gi',
  ),
  new RegExp(
    String.raw`variable\s+"consul_version"${space}\{[^}]{0,1000}?default${space}=${space}"${number}"`,
    'g',
  ),
  new RegExp(String.raw`\[["':]?consul["']?\]\[["':]?version["']?\]\s*=\s*["']${number}`, 'g'),
  // The values of Salt, Helm and others: `consul:`, below it `version: 1.9.3`.
  new RegExp(
    String.raw`^ *["']?consul["']?:[ \t]*\n(?: [^\n]*\n){0,15}? [ ]*["']?version["']?:[ ]*["']?${number}`,
    'gm',
  ),
  // A download or a package.
  new RegExp(String.raw`(?:releases\.hashicorp\.com|bintray\.com/mitchellh)/consul/${number}`, 'g'),
  new RegExp(String.raw`(?<![\w.-])consul(?:_|-|=|@)${number}(?![\w.]*-alpine\b)`, 'g'),
  // The recipe of a package: `pkg_name=consul`, then `pkg_version=0.8.2`.
  new RegExp(
    `^(?:pkg_?)?name${space}[:=]${space}["']?consul["']?${space}$[^]{0,2000}?^(?:pkg_?)?ver(?:sion)?${space}[:=]${space}["']?${number}`,
    'gim',
  ),
];

/** `releases.hashicorp.com/consul/${VER}/…`: the variable is given a value in the same file. */
const throughVariable =
  /(?:(?:releases\.hashicorp\.com|bintray\.com\/mitchellh)\/consul\/|(?<![\w.-])consul(?:-(?:server|agent))?[_:])(?:\$[{(]?|\{\{\s*|\$\{var\.)([A-Za-z_]\w*)/g;

/** Without a tag, an image that is no longer made has the release of its last one. */
const images: readonly (readonly [RegExp, string])[] = [[/(?<![\w.-])progrium\/consul(?![\w:/-])/g, '0.5']];

function* releasesIn(path: string, files: FileSystem): Generator<StatedRelease> {
  const bytes = files.read(path);
  if (!bytes || bytes.length > largest) return;
  const source = Source.fromBytes(path, bytes);
  const { text } = source;
  if (!/consul/i.test(text)) return;
  const variables = new Set([...text.matchAll(throughVariable)].map(([, name]) => name!));
  const assigned = variables.size > 0 ? [assignmentOf([...variables])] : [];
  for (const pattern of [...statements, ...assigned]) {
    for (const match of text.matchAll(pattern)) {
      if (isComment(text, match.index)) continue;
      yield { release: match[1]!, at: source.span(match.index, match.index + match[0].length) };
    }
  }
  for (const [image, release] of images)
    for (const { index, 0: found } of text.matchAll(image))
      if (!isComment(text, index)) yield { release, at: source.span(index, index + found.length) };
}

/** `VER = 0.6.4`, `ENV VER 0.6.4`, `ver: "0.6.4"`. */
const assignmentOf = (variables: readonly string[]): RegExp =>
  new RegExp(
    String.raw`(?<![\w.$-])(?:${variables.join('|')})["']?(?:${space}[:?]?=${space}|:${space}|\s{1,40})["']?${number}`,
    'g',
  );

const isComment = (text: string, at: number): boolean =>
  /^\s*(?:#|\/\/)/.test(text.slice(text.lastIndexOf('\n', at) + 1, at));
