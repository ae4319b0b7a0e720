/** One run of lint over the paths of the command line, which fixing repeats with other texts. */
import { posix } from 'node:path';
import { type Discovery, discover, type Trouble } from '../../discovery/discover.ts';
import type { Reader } from '../../discovery/sites.ts';
import { lint, neededRules } from '../../engine/lint.ts';
import { type Finding, type Fix, tidy } from '../../finding.ts';
import { type FixRun, fixAll } from '../../fix/fix.ts';
import { loadFile } from '../../model/load/load.ts';
import type { AgentRule } from '../../rules/rule.ts';
import type { Machine } from '../../subjects/machine/machine.ts';
import { consulVersion } from '../consul-version.ts';
import { filesFrom } from '../files.ts';
import { CommandError, type Io, usageError } from '../io.ts';
import { outsideOf } from '../outside.ts';
import { progress } from '../progress.ts';
import { factsIn } from './facts.ts';
import type { LoadedSettings, SettingsFlags } from './settings.ts';

export interface SessionOptions extends SettingsFlags {
  readonly consul?: string;
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly diff?: boolean;
  readonly onHost?: boolean;
  /** Where the files are those of this machine, and rules may look at it. */
  readonly machine?: Machine;
}

export interface Session {
  readonly found: Discovery;
  readonly manifests: readonly string[];
  readonly options: SessionOptions;
  readonly loaded: LoadedSettings;
  readonly io: Io;
  /** What the paths hold when some files have other texts. */
  readonly findWith: (replaced: ReadonlyMap<string, Uint8Array>) => Discovery;
}

/** Reads everything that is to be judged; a path that cannot be judged ends the run. */
export function openSession(
  paths: readonly string[],
  options: SessionOptions,
  loaded: LoadedSettings,
  io: Io,
): Session {
  const plain = paths.map((path) => posix.normalize(path).replace(/(?<=.)\/$/, ''));
  const configs = plain.filter((path) => !isManifest(path));
  const said = options.consul ?? loaded.consul;
  const version = said === undefined ? undefined : consulVersion(said);
  const facts = factsIn(io.cwd, options.onHost === true);
  const { machine } = options;
  const findWith: Session['findWith'] = (replaced) => {
    const shown = progress(io.stderr, 'files read');
    const reader = readerOver(
      replaced,
      { version, facts, tick: shown.tick, ...(machine && { machine }) },
      io,
    );
    const found = discover(configs, reader, loaded.declarations);
    shown.end();
    refuse(found.troubles, (path) => filesFrom(io.cwd).stat(path) === 'file');
    return found;
  };
  return { found: findWith(new Map()), manifests: plain.filter(isManifest), options, loaded, io, findWith };
}

/** No agent reads YAML, so a YAML file is the manifest of a cluster. */
const isManifest = (path: string): boolean => /\.ya?ml$/.test(path);

interface ReaderParts extends Pick<Reader, 'version' | 'machine'> {
  readonly facts: NonNullable<Reader['facts']>;
  readonly tick: () => void;
}

function readerOver(
  replaced: ReadonlyMap<string, Uint8Array>,
  { tick, ...parts }: ReaderParts,
  io: Io,
): Reader {
  const fs = filesFrom(io.cwd);
  const read: typeof fs.read = (path) => replaced.get(path) ?? fs.read(path);
  let files = 0;
  return {
    ...parts,
    fs: { ...fs, read },
    load: (path, format, version) => {
      tick();
      io.announce?.(++files);
      const bytes = read(path);
      return bytes && loadFile(path, bytes, format, version);
    },
  };
}

export interface Judgement {
  readonly findings: readonly Finding[];
  /** How many files were looked at. */
  readonly files: number;
}

/** The findings, after mending what was to be mended. */
export async function judge(session: Session): Promise<Judgement> {
  const { found, manifests, loaded } = session;
  const entryRules = await neededRules(found.estates);
  const lintFound = ({ estates }: Discovery): Finding[] =>
    tidy([...loaded.findings, ...lint(estates, loaded.settings, entryRules)]);
  const findings = [...(await mended(session, lintFound, entryRules))];
  // Loaded only when a manifest is named: it brings YAML and zod with it.
  if (manifests.length > 0) {
    const { lintManifest } = await import('../render/lint-manifest.ts');
    for (const path of manifests) {
      for (const finding of await lintManifest(path, manifests, loaded.settings, session.io))
        findings.push(finding);
    }
  }
  return { findings, files: filesIn(found) + manifests.length };
}

async function mended(
  session: Session,
  lintFound: (discovery: Discovery) => Finding[],
  entryRules: readonly AgentRule[],
): Promise<readonly Finding[]> {
  const { options, io } = session;
  const { fix, fixUnsafe, diff } = options;
  if (!fix && !fixUnsafe && !diff) return lintFound(session.found);
  const run = fixFound(session, lintFound, ({ safe }) => safe || fixUnsafe === true, entryRules);
  const { printFixes, writeFixes } = await import('./fixes.ts');
  if (diff) printFixes(run, io);
  else writeFixes(run, io);
  return run.findings;
}

/** All fixes of one kind in the files of a session, without those that would do harm. */
export function fixFound(
  { found, findWith, io }: Session,
  lintFound: (discovery: Discovery) => Finding[],
  wanted: (fix: Fix) => boolean,
  entryRules: readonly AgentRule[],
): FixRun {
  let last: { readonly replaced: ReadonlyMap<string, Uint8Array>; readonly found: Discovery } | undefined;
  const foundWith = (replaced: ReadonlyMap<string, Uint8Array>): Discovery => {
    if (last?.replaced !== replaced)
      last = { replaced, found: replaced.size === 0 ? found : findWith(replaced) };
    return last.found;
  };
  const nodes = (replaced: ReadonlyMap<string, Uint8Array>) =>
    foundWith(replaced).estates.flatMap((estate) => estate.nodes);
  const isOutside = outsideOf(io);
  const isWanted = (fix: Fix): boolean =>
    wanted(fix) && !fix.edits.some((edit) => isOutside(edit.source.file));
  return fixAll((replaced) => lintFound(foundWith(replaced)), isWanted, { nodes, entryRules });
}

function filesIn({ estates }: Discovery): number {
  const nodes = estates.flatMap((estate) => estate.nodes);
  const parts = nodes.flatMap(({ files, unit }) => [...files, ...(unit?.texts ?? [])]);
  return new Set(parts.map(({ source }) => source.file)).size;
}

/** A clean report must mean that everything was read. */
function refuse(troubles: readonly Trouble[], isFile: (path: string) => boolean): void {
  const [first] = troubles;
  if (!first) return;
  const more = troubles.length > 1 ? ` (and ${troubles.length - 1} more)` : '';
  const manifest = posix.join(first.path, 'cluster.yaml');
  const hint =
    first.kind === 'empty' && isFile(manifest) ? `; to judge the manifest, name it: ${manifest}` : '';
  const said = `${first.path} ${saidOf[first.kind]}${hint}${more}`;
  if (first.kind === 'extension') throw usageError(said);
  throw new CommandError(said);
}

const saidOf: Readonly<Record<Trouble['kind'], string>> = {
  missing: 'does not exist',
  unreadable: 'cannot be read',
  dangling: 'is a symlink to nothing: Consul refuses to load the directory',
  extension: 'ends in neither .json nor .hcl, so no agent would load it',
  empty: 'holds no Consul configuration (*.json, *.hcl)',
};
