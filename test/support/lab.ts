/** Lints files that exist in memory only. */

import { posix } from 'node:path';
import type { Expand } from '../../src/discovery/declared.ts';
import { discover } from '../../src/discovery/discover.ts';
import { discoverMachines } from '../../src/discovery/machine/machines.ts';
import type { LoadContext } from '../../src/discovery/node-sources.ts';
import { lint } from '../../src/engine/lint.ts';
import { withPatroniFindings } from '../../src/engine/patroni.ts';
import { readSettings, type SettingsFile } from '../../src/engine/settings/file.ts';
import { defaultSettings, type Settings } from '../../src/engine/settings/settings.ts';
import { validateAgent } from '../../src/engine/validate.ts';
import type { Finding } from '../../src/finding.ts';
import type { DirectoryEntry, FileSystem } from '../../src/model/load/files.ts';
import { assumedHost } from '../../src/model/load/host.ts';
import { loadFile } from '../../src/model/load/load.ts';
import { readAgent } from '../../src/model/load/read-agent.ts';
import { entryRules } from '../../src/rules/generated/entry-rules.ts';
import { kinds } from '../../src/sources/registry.ts';
import type { Machine } from '../../src/subjects/machine/machine.ts';
import type { FileFacts } from '../../src/subjects/subjects.ts';
import { decode } from '../../src/text/decode.ts';
import { Source } from '../../src/text/source/source.ts';
import { toPlain, type Value } from '../../src/text/tree/value.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';

const readers = await Promise.all(kinds.map(async (kind) => ({ ...kind, read: await kind.load() })));

export type Files = Readonly<Record<string, string>>;

export function memoryFs(files: Files): FileSystem {
  const paths = Object.keys(files);
  const empty = (files.directories ?? '').split('\n').filter((path) => path !== '');
  const directories = new Set(['.', '/', ...empty, ...[...paths, ...empty].flatMap(ancestors)]);
  const denied = (files.denied ?? '').split('\n');
  const kindOf = (given: string) => {
    const path = posix.normalize(given);
    if (denied.includes(path)) return 'denied';
    return Object.hasOwn(files, path) ? 'file' : directories.has(path) ? 'directory' : 'missing';
  };
  const textOf = (path: string): string | undefined => files[posix.normalize(path)];
  return {
    read: (path) => {
      const text = textOf(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    list: (given) => {
      const path = posix.normalize(given);
      if (kindOf(path) === 'file') return undefined;
      const names = new Set(
        [...paths, ...directories].filter((other) => posix.dirname(other) === path && other !== '.'),
      );
      return [...names].map((child): DirectoryEntry => {
        const kind = kindOf(child);
        return {
          name: posix.basename(child),
          symlink: false,
          kind: kind === 'missing' || kind === 'denied' ? 'other' : kind,
        };
      });
    },
    stat: kindOf,
    realpath: (path) => path,
  };
}

function ancestors(path: string): string[] {
  const parent = posix.dirname(path);
  return parent === '.' || parent === '/' ? [] : [parent, ...ancestors(parent)];
}

export function readerOf(files: Files, version = '2.1'): LoadContext {
  const fs = memoryFs(files);
  const machine = machineOf(files, fs);
  return {
    fs,
    version,
    readers,
    ...(machine && { machine }),
    facts: (path) => factsOf(files, posix.normalize(path)),
    load: (path, format, release) => {
      const bytes = fs.read(path);
      return bytes && loadFile(posix.normalize(path), bytes, format, release);
    },
  };
}

/** A file `modes` says `path mode` a line; the owner may follow; with `.git/HEAD` among the files, git keeps them all. */
function factsOf(files: Files, path: string): FileFacts {
  const line = (files.modes ?? '').split('\n').find((text) => text.startsWith(`${path} `));
  const [, mode, owner] = line?.split(' ') ?? [];
  const [user, group] = owner?.split(':') ?? [];
  return {
    tracked: Object.hasOwn(files, '.git/HEAD'),
    mode: mode === undefined ? undefined : Number.parseInt(mode, 8),
    ...(user !== undefined && group !== undefined && { owner: { user, group } }),
  };
}

/**
 * A file `machine` says that the files are those of the machine that the run is on: `addresses: 10.0.0.1 10.0.0.2` or `none`,
 * `now: 2026-06-01T00:00:00Z`, `env: NAME=value` and `open-files: 1024`. Files with an absolute path are what else it
 * has; a file `directories` lists empty ones, and a file `denied` those that cannot be read.
 */
function machineOf({ machine }: Files, files: FileSystem): Machine | undefined {
  if (machine === undefined) return undefined;
  const given = (key: string): string | undefined => new RegExp(`^${key}: (.+)$`, 'm').exec(machine)?.[1];
  const [variable, value] = given('env')?.split('=') ?? [];
  const openFiles = given('open-files');
  return {
    ...assumedHost,
    assumed: false,
    addresses: given('addresses') === 'none' ? [] : (given('addresses')?.split(' ') ?? ['10.0.0.1']),
    ...(variable !== undefined && { env: { [variable]: value } }),
    ...(openFiles !== undefined && { openFiles: Number(openFiles) }),
    files,
    now: Date.parse(given('now') ?? '2026-06-01T00:00:00Z'),
  };
}

/** What a `consul-cfg.yaml` among the files declares. */
export function declarationsOf(files: Files) {
  const { file } = settingsOf(files);
  return file && { consul: file.consul, declarations: { nodes: file.nodes, expand: expandIn(files) } };
}

export function lintFiles(
  files: Files,
  given: Partial<Settings> = {},
  version?: string,
  paths: readonly string[] = ['.'],
): Finding[] {
  const { file, findings } = settingsOf(files);
  const reader = readerOf(files, version ?? file?.consul);
  const declarations = file && { nodes: file.nodes, expand: expandIn(files) };
  const { estates } = discoverMachines(paths, reader, declarations);
  const settings = { ...defaultSettings, ...file?.settings, ...given };
  return [...findings, ...lint(withPatroniFindings(estates, settings), settings, entryRules)];
}

/** Validates files that exist in memory only, on the machine that they describe. */
export function validateFiles(
  { machine, ...files }: Files,
  version = '2.1',
  paths: readonly string[] = ['.'],
): Promise<readonly Finding[]> {
  const fs = memoryFs(files);
  const host = machine === undefined ? undefined : machineOf({ ...files, machine }, fs);
  return validateAgent(readAgent(paths, fs, { version }), host);
}

function settingsOf(files: Files): { file?: SettingsFile; findings: readonly Finding[] } {
  const text = files['consul-cfg.yaml'];
  if (text === undefined) return { findings: [] };
  const { value } = decode(parseYaml(new Source('consul-cfg.yaml', text)));
  if (!value) throw new Error('consul-cfg.yaml is no mapping');
  return readSettings(value, { expand: (globs) => expandIn(files)(globs, 'files') });
}

/** `*` within a name, `**` across names. */
function expandIn(files: Files): Expand {
  const paths = Object.keys(files).sort();
  const directories = [...new Set(paths.flatMap(ancestors))].sort();
  return (globs, kind, below = '.') => {
    const patterns = globs.map(
      (glob) =>
        new RegExp(
          `^${posix
            .join(below, glob)
            .replace(/\./g, '\\.')
            .replace(/\*\*\/?|\*/g, (star) => (star === '*' ? '[^/]*' : '.*'))}$`,
        ),
    );
    return (kind === 'files' ? paths : directories).filter((path) =>
      patterns.some((pattern) => pattern.test(path)),
    );
  };
}

/** `rule path:line` of each finding. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, at }) => `${rule} ${at.source.file}:${at.source.position(at.start).line}`);
}

/** What every node runs with: the options of its merged files, as `path → JSON`. */
export function effective(files: Files, version?: string): Map<string, Map<string, string>> {
  const { file } = settingsOf(files);
  const { estates } = discover(
    ['.'],
    readerOf(files, version ?? file?.consul),
    file && { nodes: file.nodes, expand: expandIn(files) },
  );
  return new Map(
    estates.flatMap(({ nodes }) =>
      nodes.map(({ name, config }) => [name, new Map(leaves(config.resolved, ''))] as const),
    ),
  );
}

function* leaves(value: Value, path: string): Generator<[string, string]> {
  // A join list without its repetitions joins the same.
  const plain = toPlain(value);
  if (value.kind !== 'object')
    yield [path, JSON.stringify(Array.isArray(plain) ? [...new Set(plain)] : plain)];
  else
    for (const { name, value: inner } of value.members.values())
      yield* leaves(inner, path === '' ? name : `${path}.${name}`);
}
