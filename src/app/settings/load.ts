/** `consul-cfg.yaml` in a directory or above it, with what a caller sets on top. */
import { dirname, join, relative, resolve } from 'node:path';
import type { Declarations } from '../../discovery/declared.ts';
import { defaultSettings, type Settings } from '../../engine/settings/settings.ts';
import type { Finding } from '../../finding.ts';
import type { FileSystem } from '../../model/load/files.ts';
import type { Preset, Profile } from '../../rules/presets.ts';
import { Source, type Span } from '../../text/source/source.ts';
import type { Tree } from '../../text/tree/tree.ts';
import { type Failed, failed } from '../failure.ts';
import { openNamed, type UserFiles } from '../files/user-files.ts';

export interface SettingsInput {
  /** Absolute paths are asked of it. */
  readonly files: UserFiles;
  /** An absolute path: the nearest settings, in it or above it, apply. */
  readonly directory: string;
  /** These settings instead of the nearest. */
  readonly path?: string | undefined;
  /** Go before what the settings choose. */
  readonly preset?: Preset | undefined;
  readonly profile?: Profile | undefined;
  /** Ids of rules besides those of the catalogue, which the settings may name. */
  readonly ownRules?: readonly string[] | undefined;
  /** The name in findings of the file of an absolute path; default: relative to `directory`. */
  readonly shown?: (path: string) => string;
}

/** The settings that apply to the files of a directory. */
export interface LoadedSettings {
  readonly settings: Settings;
  /** The release of Consul that they choose. */
  readonly consul: string | undefined;
  /** The nodes that they declare. */
  readonly declarations: Declarations | undefined;
  /** Kinds of files that start agents, and whether they are read; absent: all are. */
  readonly sources?: Readonly<Record<string, boolean>>;
  /** What is wrong with the settings themselves. */
  readonly findings: readonly Finding[];
}

export const noSettings: LoadedSettings = {
  settings: defaultSettings,
  consul: undefined,
  declarations: undefined,
  findings: [],
};

const fileName = 'consul-cfg.yaml';

export async function loadSettings(input: SettingsInput): Promise<LoadedSettings | Failed> {
  const { files, directory, preset, profile } = input;
  const path = input.path === undefined ? nearest(directory, files) : resolve(directory, input.path);
  const loaded = path === undefined ? noSettings : await read(path, input);
  if ('failures' in loaded) return loaded;
  const settings = {
    ...loaded.settings,
    ...(preset && { preset }),
    ...(profile && { profiles: [profile] }),
  };
  return { ...loaded, settings };
}

/** In the directory, or in the nearest one above it. */
function nearest(start: string, files: FileSystem): string | undefined {
  for (let directory = start; ; directory = dirname(directory)) {
    const path = join(directory, fileName);
    if (files.stat(path) === 'file') return path;
    if (directory === dirname(directory)) return undefined;
  }
}

/** YAML and globbing are loaded only where there is something to read. */
async function read(path: string, input: SettingsInput): Promise<LoadedSettings | Failed> {
  const shown = input.shown ?? ((absolute: string) => relative(input.directory, absolute));
  const named = openNamed(path, input.files);
  if ('failure' in named) return failed({ ...named.failure, path: shown(path) });
  const [{ parseYaml }, { decode }, { readSettings }, { expandGlobs }] = await Promise.all([
    import('../../text/yaml/parse.ts'),
    import('../../text/decode.ts'),
    import('../../engine/settings/file.ts'),
    import('./expand.ts'),
  ]);
  const root = dirname(path);
  const expand: Declarations['expand'] = (globs, kind, below) => {
    const { files, directory } = input;
    const from = below === undefined ? root : resolve(directory, below);
    const refused = files.territory?.(root);
    const found = expandGlobs(globs, kind, { root, from, fs: files });
    return found.filter((name) => refused?.(files.realpath(name) ?? name) === undefined).map(shown);
  };
  const tree = parseYaml(Source.fromBytes(shown(path), named.bytes));
  const { value } = decode(tree);
  const problems = tree.problems.map(({ message, at }) => invalid(message, at));
  if (!value) return nothing(tree, problems);
  const { file, findings } = readSettings(value, {
    expand: (globs) => expand(globs, 'files'),
    ownRules: input.ownRules,
  });
  return {
    settings: file.settings,
    consul: file.consul,
    sources: file.sources,
    declarations: file.nodes.length > 0 ? { nodes: file.nodes, expand } : undefined,
    findings: [...problems, ...findings],
  };
}

/** An empty file sets nothing; anything else must be a mapping. */
function nothing({ root, source }: Tree, problems: readonly Finding[]): LoadedSettings {
  const isOther = root !== undefined && problems.length === 0;
  const findings = isOther
    ? [invalid('the settings must be a mapping of keys to values', source.span(0, 0))]
    : problems;
  return { ...noSettings, findings };
}

const invalid = (message: string, at: Span): Finding => ({
  rule: 'settings/invalid',
  severity: 'error',
  message,
  at,
});
