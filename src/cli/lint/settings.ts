/** `consul-cfg.yaml` beside the work or above it, with what the command line says on top. */
import { dirname, join, relative, resolve } from 'node:path';
import { isInside, leadsOut, outward, realPathOf, territoryOf } from '../../files/inside.ts';
import { readRegular } from '../../files/read.ts';
import type { Finding } from '../../finding.ts';
import type { Declarations } from '../../lint/discovery/declared.ts';
import type { Profile } from '../../lint/rule.ts';
import { defaultSettings, type Settings } from '../../lint/settings/settings.ts';
import { disk } from '../../model/disk.ts';
import { Source, type Span } from '../../text/source.ts';
import type { Tree } from '../../text/tree.ts';
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
  const [{ parseYaml }, { decode }, { readSettings }, { globSync }] = await Promise.all([
    import('../../text/yaml/parse.ts'),
    import('../../text/decode.ts'),
    import('../../lint/settings/file.ts'),
    import('tinyglobby'),
  ]);
  const territory = territoryOf(dirname(path));
  const expand: Declarations['expand'] = (globs, kind, below) => {
    const cwd = below === undefined ? dirname(path) : resolve(io.cwd, below);
    const staying = globs.filter((glob) => staysInside(glob, cwd, territory));
    const onlyDirectories = kind === 'directories';
    const found = globSync(staying, { cwd, dot: true, expandDirectories: false, onlyDirectories });
    const own = found.filter((name) => isInside(realPathOf(join(cwd, name)), territory));
    return own.map((name) => shown(join(cwd, name))).sort();
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
    findings: [...problems, ...findings, ...strays(file.nodes, dirname(path), territory)],
  };
}

/** Whether what a glob names begins inside of the territory; where the rest of it leads is seen from what matches. */
function staysInside(glob: string, cwd: string, territory: string): boolean {
  const plain = /^(?:[^*?[{(!+@/]+(?:\/|$)|\/)*/.exec(glob)?.[0] ?? '';
  return isInside(realPathOf(resolve(cwd, plain)), territory);
}

/** Files that are not looked for: settings come with a directory, and must not have other files of the machine shown. */
function strays(nodes: Declarations['nodes'], cwd: string, territory: string): Finding[] {
  return nodes.flatMap(({ at, files, each, unit }) => {
    const globs = each === undefined ? [...files, unit] : [each];
    const stray = globs.find((glob) => glob !== undefined && !staysInside(glob, cwd, territory));
    if (stray === undefined) return [];
    const message =
      `${JSON.stringify(stray)} leads out of the git repository of the settings or, where there is none, of their ` +
      'directory, and is not looked for; put the settings above these files, or name the files on the command line';
    return invalid(message, at);
  });
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
