/** Files in memory as what use cases open: paths, nodes that are declared, settings. */
import { isFailed } from '../../app/failure.ts';
import { memoryFiles } from '../../app/files/memory.ts';
import type { SessionInput } from '../../app/lint/session.ts';
import { type LoadedSettings, loadSettings } from '../../app/settings/load.ts';
import type { NodesEntry } from '../../engine/settings/file.ts';
import { yamlKind } from '../../manifest/recognise.ts';
import { compareBytes, formatOf } from '../../model/load/directory.ts';
import { isObject } from '../../render/plain.ts';
import { Source } from '../../text/source/source.ts';
import { checkFiles, checkManifestText, checkNodes } from '../given/checks.ts';
import type { Files, NodeFiles } from '../given/input.ts';
import { kindOf } from '../given/kind-of.ts';
import type { LintOptions } from '../given/lint-options.ts';
import { lintedReleaseOf } from '../given/release.ts';

type FilesInput = string | Files | readonly NodeFiles[];

const settingsName = 'consul-cfg.yaml';

/** The manifest of a text that comes without a name. */
const manifestName = 'cluster.yaml';

/**
 * @throws ConsulCfgError where nothing is given, and for a release that is not known
 * @throws TypeError for a content that is neither a text nor bytes, and for settings that are neither a text nor data
 */
export async function memorySession(
  caller: string,
  input: FilesInput,
  options: LintOptions = {},
): Promise<SessionInput> {
  checkInput(caller, input);
  const chosen = lintedReleaseOf(caller, options.consul);
  const { contents, entries, manifests } = contentsOf(input);
  const loaded = await settingsOf(caller, contents, options);
  const release = chosen ?? loaded.consul;
  const others = Object.keys(contents).some((name) => !manifests.includes(name) && name !== settingsName);
  const isEmpty = !others && manifests.length === 0 && entries.length === 0;
  return {
    paths: [...(others || isEmpty || entries.length > 0 ? ['.'] : []), ...manifests],
    files: memoryFiles(contents),
    loaded: withNodes(loaded, entries),
    release,
    releaseFrom: options.consul === undefined ? settingsName : 'the options',
  };
}

function checkInput(caller: string, input: FilesInput): void {
  if (typeof input === 'string') checkManifestText(caller, input);
  else if (Array.isArray(input)) checkNodes(caller, input as readonly NodeFiles[]);
  else checkFiles(caller, input as Files);
}

interface Contents {
  readonly contents: Files;
  readonly entries: readonly NodesEntry[];
  readonly manifests: readonly string[];
}

function contentsOf(input: FilesInput): Contents {
  if (typeof input === 'string')
    return { contents: { [manifestName]: input }, entries: [], manifests: [manifestName] };
  if (Array.isArray(input)) return nodeContents(input as readonly NodeFiles[]);
  const contents = input as Files;
  const names = Object.keys(contents);
  const manifests = names.filter((name) => isManifest(name, contents[name]!));
  const isOneAgent = !names.some((name) => name.includes('/'));
  return { contents, manifests, entries: isOneAgent ? agentEntry(names) : [] };
}

function isManifest(name: string, content: string | Uint8Array): boolean {
  if (!/\.ya?ml$/.test(name)) return false;
  const text = typeof content === 'string' ? content : Source.fromBytes(name, content).text;
  return yamlKind(name, text) === 'manifest';
}

function agentEntry(names: readonly string[]): NodesEntry[] {
  const files = names.filter((name) => formatOf(name) !== undefined).sort(compareBytes);
  const unit = names.find((name) => name.endsWith('.service'));
  return files.length === 0 ? [] : [entryOf({ files, unit })];
}

function nodeContents(nodes: readonly NodeFiles[]): Contents {
  const contents: Record<string, string | Uint8Array> = {};
  const entries = nodes.map(({ name, files, unit, flags, consul }) => {
    const own = Object.entries(files).map(([file, content]) => [inside(name, file), content] as const);
    for (const [path, content] of own) contents[path] = content;
    const unitPath = unit === undefined ? undefined : inside(name, 'consul.service');
    if (unitPath !== undefined) contents[unitPath] = unit!;
    const names = own.map(([path]) => path).sort(compareBytes);
    return entryOf({
      name,
      files: names,
      unit: unitPath,
      flags,
      consul,
      cluster: 'the nodes that were given',
    });
  });
  return { contents, entries, manifests: [] };
}

const inside = (node: string, file: string): string => `${node}/${file.replace(/^\/+/, '')}`;

interface EntryInput {
  readonly name?: string;
  readonly files: readonly string[];
  readonly unit?: string | undefined;
  readonly flags?: readonly string[] | undefined;
  readonly consul?: string | undefined;
  readonly cluster?: string;
}

function entryOf({ name, files, unit, flags, consul, cluster }: EntryInput): NodesEntry {
  const text = flags?.map(quoted).join(' ');
  const source = new Source(`flags of ${name ?? 'the agent'}`, text ?? '');
  const at = source.span(0, source.text.length);
  return {
    at,
    name,
    files,
    each: undefined,
    unit,
    cluster,
    consul,
    flags: text === undefined ? undefined : { text, at },
  };
}

/** A word of a command line, so that neither its blanks nor its quotes take it apart. */
const quoted = (word: string): string => (/[\s"']/.test(word) ? `'${word.replaceAll("'", `'"'"'`)}'` : word);

/** The names are exact, so that nothing is expanded. */
const withNodes = (loaded: LoadedSettings, nodes: readonly NodesEntry[]): LoadedSettings =>
  nodes.length === 0
    ? loaded
    : { ...loaded, declarations: { nodes, expand: (names, kind) => (kind === 'files' ? names : []) } };

/**
 * The settings among the files, or those of the options.
 *
 * @throws TypeError for settings that are neither a text nor data
 */
export async function settingsOf(
  caller: string,
  contents: Files,
  { settings, preset, profile, rules }: LintOptions,
): Promise<LoadedSettings> {
  if (settings !== undefined && typeof settings !== 'string' && !isObject(settings))
    throw new TypeError(`${caller}: settings must be a text or an object, not ${kindOf(settings)}`);
  const text = typeof settings === 'object' ? JSON.stringify(settings, null, 2) : settings;
  const all = text === undefined ? contents : { ...contents, [settingsName]: text };
  const rooted = Object.entries(all).map(([name, content]) => [`/${name.replace(/^\/+/, '')}`, content]);
  const loaded = await loadSettings({
    files: memoryFiles(Object.fromEntries(rooted)),
    directory: '/',
    preset,
    profile,
    shown: (path) => path.slice(1),
    ownRules: rules?.map(({ id }) => id),
  });
  if (isFailed(loaded)) throw new Error('settings in memory cannot be read');
  if (!rules) return loaded;
  const { withRules } = await import('../rules/custom-rule.ts');
  return withRules(loaded, rules);
}
