/** `consul-cfg.yaml` beside the work or above it, with what the command line says on top. */
import { dirname, join, relative, resolve } from 'node:path';
import type { Declarations } from '../../discovery/declared.ts';
import { defaultSettings, type Settings } from '../../engine/settings/settings.ts';
import { isInside, leadsOut, outward, realPathOf, territoryOf } from '../../files/inside.ts';
import { readRegular } from '../../files/read.ts';
import type { Finding } from '../../finding.ts';
import { disk } from '../../model/load/disk.ts';
import type { Profile } from '../../rules/rule.ts';
import { Source, type Span } from '../../text/source/source.ts';
import type { Tree } from '../../text/tree/tree.ts';
import { CommandError, type Io } from '../io.ts';

export interface SettingsFlags {
  readonly settings?: string;
  readonly profile?: string;
  readonly preset?: Settings['preset'];
}

export interface LoadedSettings {
  readonly settings: Settings;
  readonly consul: string | undefined;
  readonly declarations: Declarations | undefined;
  readonly findings: readonly Finding[];
}

/** What to call the file of an absolute path. */
type Shown = (path: string) => string;

const fileName = 'consul-cfg.yaml';

/** @param shown how files are called that the settings name: relative to the working directory, unless said otherwise */
export async function loadSettings(
  flags: SettingsFlags,
  io: Io,
  shown: Shown = (path) => relative(io.cwd, path),
): Promise<LoadedSettings> {
  const path = flags.settings === undefined ? nearest(io.cwd) : resolve(io.cwd, flags.settings);
  const file = path === undefined ? undefined : await read(path, shown, io);
  const base = file?.settings ?? defaultSettings;
  return {
    consul: file?.consul,
    declarations: file?.declarations,
    findings: file?.findings ?? [],
    settings: {
      ...base,
      ...(flags.preset && { preset: flags.preset }),
      ...(flags.profile && { profiles: [flags.profile as Profile] }),
    },
  };
}

/** In the working directory, or in the nearest one above it. */
function nearest(cwd: string): string | undefined {
  for (let directory = cwd; ; directory = dirname(directory)) {
    const path = join(directory, fileName);
    if (disk.stat(path) === 'file') return path;
    if (directory === dirname(directory)) return undefined;
  }
}

/** No settings are larger. */
const largest = 16 * 1024 * 1024;

/** YAML and globbing are loaded only where there is something to read. */
async function read(path: string, shown: Shown, io: Io): Promise<LoadedSettings> {
  const { bytes, trouble } = readRegular(path, largest);
  if (!bytes) throw new CommandError(`${shown(path)} ${trouble}`);
  if (leadsOut(path)) throw new CommandError(`${shown(path)} ${outward}`);
  const [{ parseYaml }, { decode }, { readSettings }, { expandGlobs }] = await Promise.all([
    import('../../text/yaml/parse.ts'),
    import('../../text/decode.ts'),
    import('../../engine/settings/file.ts'),
    import('./expand.ts'),
  ]);
  const territory = territoryOf(dirname(path));
  const expand: Declarations['expand'] = (globs, kind, below) => {
    const root = dirname(path);
    const from = below === undefined ? root : resolve(io.cwd, below);
    const found = expandGlobs(globs, kind, { root, from, fs: disk });
    return found.filter((name) => isInside(realPathOf(name), territory)).map(shown);
  };
  const tree = parseYaml(Source.fromBytes(shown(path), bytes));
  const { value } = decode(tree);
  const problems = tree.problems.map(({ message, at }) => invalid(message, at));
  if (!value) return nothing(tree, problems);
  const { file, findings } = readSettings(value, { expand: (globs) => expand(globs, 'files') });
  return {
    settings: file.settings,
    consul: file.consul,
    declarations: file.nodes.length > 0 ? { nodes: file.nodes, expand } : undefined,
    findings: [...problems, ...findings],
  };
}

/** An empty file says nothing; anything else must be a mapping. */
function nothing({ root, source }: Tree, problems: readonly Finding[]): LoadedSettings {
  const isOther = root !== undefined && problems.length === 0;
  const findings = isOther
    ? [invalid('the settings must be a mapping of keys to values', source.span(0, 0))]
    : problems;
  return { settings: defaultSettings, consul: undefined, declarations: undefined, findings };
}

const invalid = (message: string, at: Span): Finding => ({
  rule: 'settings/invalid',
  severity: 'error',
  message,
  at,
});
