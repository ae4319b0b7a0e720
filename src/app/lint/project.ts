/** Lint while typing: which files belong to an open one, and what is wrong with them. */
import { dirname } from 'node:path';
import { type Declarations, declaredNodes, type Expand } from '../../discovery/declared.ts';
import { discover } from '../../discovery/discover.ts';
import { kindOf } from '../../discovery/kinds/evidence.ts';
import { PassedOver } from '../../discovery/kinds/passed-over.ts';
import type { LoadContext } from '../../discovery/node-sources.ts';
import { isForeignName, isLoaderDirectory, isNamedAfterConsul } from '../../discovery/paths.ts';
import { lint } from '../../engine/lint.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Finding } from '../../finding.ts';
import type { FixRun } from '../../fix/fix.ts';
import type { ConfigFile, ConfigFormat } from '../../model/load/file.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { decodeFile, parseFile } from '../../model/load/load.ts';
import { defaultVersion } from '../../options/releases/versions.ts';
import type { AgentRule } from '../../rules/rule.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import type { Node } from '../../subjects/subjects.ts';
import { Source } from '../../text/source/source.ts';
import { type Overlay, withTexts } from '../files/overlay.ts';
import { type FixInput, fixWith, isHarmlessWith, type Replaced } from './fix.ts';

export interface Linted {
  readonly findings: readonly Finding[];
  /** The files that were linted. */
  readonly files: readonly string[];
  readonly nodes: readonly Node[];
}

export interface ProjectSettings {
  /** The release to lint for; undefined leaves it to the unit of each node, else to the newest. */
  readonly version: string | undefined;
  readonly settings: Settings;
  readonly declarations: Declarations | undefined;
  /** Those of config entries. */
  readonly entryRules: readonly AgentRule[];
}

interface Decoded {
  readonly source: Source;
  readonly file: ConfigFile;
}

/** An open file, and what it is linted with. */
export interface OpenFile {
  readonly file: string;
  readonly format: ConfigFormat;
  /** See `rootOf`. */
  readonly root: string | undefined;
}

/** Lints agent configurations; keeps what it has read of files that did not change. */
export class Project {
  readonly #fs: Overlay;
  /** By release and path. */
  readonly #decoded: Map<string, Decoded>;
  #version: string | undefined;

  constructor(fs: Overlay, decoded: Map<string, Decoded> = new Map()) {
    this.#fs = fs;
    this.#decoded = decoded;
  }

  /** The same project, some files with other texts. */
  #with(replaced: Replaced): Project {
    return new Project(withTexts(this.#fs, replaced), new Map(this.#decoded));
  }

  lint({ file, format, root }: OpenFile, how: ProjectSettings): Linted {
    this.#version = how.version;
    const holding = (estates: readonly Estate[]): readonly Estate[] =>
      estates.filter((estate) => filesOf([estate]).includes(file));
    // Nodes that the settings declare take precedence over those found by directories, as in `lint`.
    const declared = holding(this.#declared(how.declarations));
    const together =
      declared.length > 0 || root === undefined
        ? declared
        : holding(this.#discover([root], how.declarations));
    if (together.length > 0) return lintTogether(together, how);
    return this.#isOurs(file, format)
      ? lintTogether(this.#discover([file]), how)
      : { findings: [], files: [file], nodes: [] };
  }

  /** All safe fixes of the file alone, as `lint --fix` makes them: those that would do harm are left out. */
  fix(open: OpenFile, how: ProjectSettings): FixRun {
    return fixWith<Linted>({
      ...this.#fixing(open, how),
      wanted: ({ safe, edits }) => safe && edits.every((edit) => edit.source.file === open.file),
    });
  }

  /** Whether the fix of one finding does no harm when it is applied alone. */
  isHarmless(finding: Finding, open: OpenFile, how: ProjectSettings): boolean {
    return isHarmlessWith<Linted>(finding, this.#fixing(open, how));
  }

  #fixing(open: OpenFile, how: ProjectSettings): Omit<FixInput<Linted>, 'wanted'> {
    return {
      readWith: (replaced) => this.#with(replaced).lint(open, how),
      findingsOf: ({ findings }) => findings,
      nodesOf: ({ nodes }) => nodes,
      entryRules: how.entryRules,
    };
  }

  #discover(paths: readonly string[], declarations?: Declarations): readonly Estate[] {
    return discover(paths, this.#reader(), declarations).estates;
  }

  /** All nodes that the settings declare: those of one cluster may lie anywhere. */
  #declared(declarations: Declarations | undefined): readonly Estate[] {
    if (!declarations) return [];
    const reading = { ...this.#reader(), report: () => {}, passedOver: new PassedOver() };
    return declaredNodes(declarations, reading, () => true).estates;
  }

  #reader(): LoadContext {
    const load: LoadContext['load'] = (path, format, version) => this.#load(path, format, version);
    return { fs: bounded(this.#fs), load, version: this.#version };
  }

  #isOurs(file: string, format: ConfigFormat): boolean {
    if (isForeignName(file)) return false;
    const loaded = this.#load(file, format, this.#version ?? defaultVersion);
    if (isLoaderDirectory(dirname(file))) return true;
    const kind = loaded && kindOf(loaded);
    const isClear = kind === 'agent' || kind === 'definition' || kind === 'entry';
    return isClear || (kind === 'unclear' && isNamedAfterConsul(file));
  }

  #load(path: string, format: ConfigFormat, version: string): ConfigFile | undefined {
    const key = `${version} ${path}`;
    const known = this.#decoded.get(key);
    const bytes = this.#fs.opened(path) ? undefined : this.#fs.read(path);
    const source = this.#fs.opened(path) ?? (bytes && sourceOf(path, bytes));
    if (!source) return undefined;
    if (known?.source === source) return known.file;
    const file = decodeFile(parseFile(source, format, version), version);
    this.#decoded.set(key, { source, file });
    return file;
  }
}

const sources = new WeakMap<Uint8Array, Source>();

/** One source for one reading of a file, so that what was decoded from it stays valid. */
function sourceOf(path: string, bytes: Uint8Array): Source {
  const source = sources.get(bytes) ?? Source.fromBytes(path, bytes);
  sources.set(bytes, source);
  return source;
}

function lintTogether(estates: readonly Estate[], { settings, entryRules }: ProjectSettings): Linted {
  // Whether an ignore of the settings is unused shows only when everything is linted.
  const ofSettings = new Set(settings.ignores.map(({ at }) => at.source));
  const findings = lint(estates, settings, entryRules).filter(({ at }) => !ofSettings.has(at.source));
  return { findings, files: filesOf(estates), nodes: estates.flatMap(({ nodes }) => nodes) };
}

/** Globs are expanded once, so that a change does not cost a walk. */
export function remembering({ nodes, expand }: Declarations): Declarations {
  const known = new Map<string, readonly string[]>();
  const remembered: Expand = (globs, kind, below) => {
    const key = JSON.stringify([globs, kind, below]);
    const found = known.get(key) ?? expand(globs, kind, below);
    known.set(key, found);
    return found;
  };
  return { nodes, expand: remembered };
}

const filesOf = (estates: readonly Estate[]): string[] =>
  estates.flatMap(({ nodes, entries = [] }) =>
    [...nodes.flatMap(({ files }) => files), ...entries.map(({ file }) => file)].map(
      ({ source }) => source.file,
    ),
  );

/**
 * The directory whose agents are linted together with a file: the one that holds its machine's, but never outside of
 * the editor's folder. Undefined for a file that no folder of the editor holds: it is linted by itself.
 */
export function rootOf(file: string, folders: readonly string[]): string | undefined {
  const folder = folders
    .filter((path) => isBelow(file, path))
    .sort((a, b) => b.length - a.length)
    .at(0);
  if (folder === undefined) return undefined;
  const directory = dirname(file);
  const machine =
    /^(.*)\/(?:etc\/consul(?:\.d)?|consul\.d|conf\.d|config\.d)$/.exec(directory)?.[1] ?? directory;
  const cluster = dirname(machine);
  return cluster === folder || isBelow(cluster, folder) ? cluster : folder;
}

const isBelow = (path: string, directory: string): boolean =>
  path.startsWith(`${directory.replace(/\/$/, '')}/`);

/** How many directories are searched for the rest of a cluster, since a folder may be a whole disk. */
const mostDirectories = 2000;

function bounded(fs: FileSystem): FileSystem {
  let left = mostDirectories;
  return { ...fs, list: (path) => (left-- > 0 ? fs.list(path) : undefined) };
}
