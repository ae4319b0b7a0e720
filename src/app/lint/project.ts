/** Lint while typing: which files belong to an open one, and what is wrong with them. */
import { dirname } from 'node:path';
import { type Declarations, declaredNodes, type Expand } from '../../discovery/declared.ts';
import { kindOf } from '../../discovery/kinds/evidence.ts';
import { PassedOver } from '../../discovery/kinds/passed-over.ts';
import { discoverMachines } from '../../discovery/machine/machines.ts';
import type { LoadContext } from '../../discovery/node-sources.ts';
import { isForeignName, isLoaderDirectory, isNamedAfterConsul } from '../../discovery/paths.ts';
import type { Finding } from '../../finding.ts';
import type { FixRun } from '../../fix/fix.ts';
import type { ConfigFile, ConfigFormat } from '../../model/load/file.ts';
import { decodeFile, parseFile } from '../../model/load/load.ts';
import { nearestModelled } from '../../options/releases/older.ts';
import { defaultVersion } from '../../options/releases/versions.ts';
import { readTogether } from '../../secrets/run/run.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import type { Node } from '../../subjects/subjects.ts';
import { isEmbedded } from '../../text/source/embedded.ts';
import { Source } from '../../text/source/source.ts';
import { type Overlay, withTexts } from '../files/overlay.ts';
import type { LoadedSettings } from '../settings/load.ts';
import { type FixInput, fixWith, isHarmlessWith, type Replaced } from './fix.ts';
import { lintEstates } from './found.ts';
import type { LintParts } from './parts.ts';
import type { StatedReleases } from './release.ts';
import { bounded } from './root.ts';
import { filesOf, sourcesOf } from './sources.ts';

export interface Linted {
  readonly findings: readonly Finding[];
  /** The files that were linted. */
  readonly files: readonly string[];
  readonly nodes: readonly Node[];
}

export interface ProjectSettings extends Pick<LoadContext, 'facts'> {
  readonly loaded: LoadedSettings;
  /** The release to lint for; undefined leaves it to the unit of each node, else to files near it, else to the newest. */
  readonly release: string | undefined;
  /** What files of the editor's folder state. */
  readonly stated: StatedReleases | undefined;
  readonly parts: LintParts;
}

interface Decoded {
  readonly source: Source;
  readonly file: ConfigFile;
}

/** An open file, and what it is linted with. */
export interface OpenFile {
  readonly file: string;
  /** That of a configuration; undefined for a file that starts agents, a unit, a file of Patroni. */
  readonly format: ConfigFormat | undefined;
  /** See `rootOf`. */
  readonly root: string | undefined;
}

/** Lints agents; keeps what it has read of files that did not change. */
export class Project {
  readonly #fs: Overlay;
  /** By release and path. */
  readonly #decoded: Map<string, Decoded>;

  constructor(fs: Overlay, decoded: Map<string, Decoded> = new Map()) {
    this.#fs = fs;
    this.#decoded = decoded;
  }

  /** The same project, some files with other texts. */
  with(replaced: Replaced): Project {
    return new Project(withTexts(this.#fs, replaced), new Map(this.#decoded));
  }

  /** No file is linted where it is not known to be an agent's, or to start one. */
  lint({ file, format, root }: OpenFile, how: ProjectSettings): Linted {
    const holding = (estates: readonly Estate[]): readonly Estate[] =>
      estates.filter((estate) => filesOf([estate]).has(file));
    // Nodes that the settings declare take precedence over those found by directories, as in `lint`.
    const declared = holding(this.#declared(how));
    if (declared.length > 0) return lintTogether(declared, how);
    const around = root === undefined ? [] : this.#discover([root], how);
    const together = holding(around);
    if (together.length > 0) return lintTogether(together, how, around);
    const nothing = { findings: [], files: [], nodes: [] };
    if (format && !this.#isOurs(file, format, how)) return { ...nothing, files: [file] };
    const named = holding(this.#discover([file], how));
    return format || named.some(isStarted) ? lintTogether(named, how) : nothing;
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
      readWith: (replaced) => this.with(replaced).lint(open, how),
      findingsOf: ({ findings }) => findings,
      nodesOf: ({ nodes }) => nodes,
      entryRules: how.parts.entryRules,
    };
  }

  #discover(paths: readonly string[], how: ProjectSettings): readonly Estate[] {
    const { estates } = discoverMachines(paths, this.#reader(how), how.loaded.declarations);
    readTogether(sourcesOf(estates));
    return estates;
  }

  /** All nodes that the settings declare: those of one cluster may lie anywhere. */
  #declared(how: ProjectSettings): readonly Estate[] {
    const { declarations } = how.loaded;
    if (!declarations) return [];
    const reading = { ...this.#reader(how), report: () => {}, passedOver: new PassedOver() };
    return declaredNodes(declarations, reading, () => true).estates;
  }

  #reader({ release, stated, facts, loaded, parts }: ProjectSettings): LoadContext {
    const { sources = {} } = loaded;
    return {
      fs: bounded(this.#fs),
      readers: parts.readers.filter(({ name }) => sources[name] !== false),
      load: (path, format, version) => this.#load(path, format, version),
      version: release && nearestModelled(release),
      assumed: stated && nearestModelled(stated.newest.release),
      ...(facts && { facts }),
    };
  }

  #isOurs(file: string, format: ConfigFormat, { release }: ProjectSettings): boolean {
    if (isForeignName(file)) return false;
    const loaded = this.#load(file, format, release ? nearestModelled(release) : defaultVersion);
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

function lintTogether(
  estates: readonly Estate[],
  { loaded, release, stated, parts }: ProjectSettings,
  among?: readonly Estate[],
): Linted {
  const { settings } = loaded;
  // Whether an ignore of the settings is unused shows only when everything is linted.
  const ofSettings = new Set(settings.ignores.map(({ at }) => at.source));
  const found = lintEstates(estates, { ...parts, settings, release, stated }, among);
  return {
    findings: found.filter(({ at }) => !ofSettings.has(at.source)),
    files: [...filesOf(estates)],
    nodes: estates.flatMap(({ nodes }) => nodes),
  };
}

/** A reader found it, a unit starts it, or it is Patroni's: a file was not taken for a configuration because it was named. */
const isStarted = ({ nodes, patroni }: Estate): boolean =>
  patroni !== undefined ||
  nodes.some(
    ({ container, command, unit, files }) =>
      container !== undefined ||
      command !== undefined ||
      unit !== undefined ||
      files.some(({ source }) => isEmbedded(source)),
  );

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
