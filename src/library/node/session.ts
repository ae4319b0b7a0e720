/** What use cases open: paths on this machine, with the settings that apply to them. */
import { relative } from 'node:path';
import { type Failed, isFailed } from '../../app/failure.ts';
import type { ConfigFilesInput } from '../../app/files/config-files.ts';
import type { SessionInput } from '../../app/lint/session.ts';
import { fileFacts } from '../../app/machine/facts.ts';
import { machineFiles } from '../../app/machine/files.ts';
import { outsideOf } from '../../app/machine/outside.ts';
import { type LoadedSettings, loadSettings, noSettings } from '../../app/settings/load.ts';
import { listedOnce } from '../../discovery/listed-once.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import { subjectOf } from '../../rules/names.ts';
import { givenPaths } from '../given/checks.ts';
import { lintedReleaseOf } from '../given/release.ts';
import { failedError, givenError } from '../plain/failures.ts';
import { ruleNameProblem } from '../rules/rule-name.ts';
import { type GivenTexts, withGivenTexts } from './given-texts.ts';
import { directoryOf, type PathLintOptions, type PathOptions, type Paths } from './paths.ts';
import { scopesOf, settingsNear } from './scopes.ts';

/** @throws InputError where the settings cannot be read */
async function settingsAt(
  caller: string,
  options: PathLintOptions,
  path: string | undefined,
): Promise<LoadedSettings> {
  const cwd = directoryOf(options);
  const { preset, profile, levels } = options;
  for (const name of Object.keys(levels ?? {})) {
    const problem = ruleNameProblem(
      name,
      options.rules?.map(({ id }) => id),
    );
    if (problem) throw givenError(caller, problem, `levels.${name}`);
  }
  const files = machineFiles(cwd);
  const ownRules = options.rules?.map(({ id }) => id);
  const loaded: LoadedSettings | Failed =
    path === undefined && preset === undefined && profile === undefined
      ? noSettings
      : await loadSettings({ files, directory: cwd, path, preset, profile, ownRules });
  if (isFailed(loaded)) throw failedError(caller, loaded, true);
  const { settings } = loaded;
  const leveled = levels
    ? { ...loaded, settings: { ...settings, levels: withLevels(settings.levels, levels) } }
    : loaded;
  if (!options.rules) return leveled;
  const { withRules } = await import('../rules/custom-rule.ts');
  return withRules(leveled, options.rules);
}

/** A subject as `join/*` goes before each rule of it. */
function withLevels(below: Settings['levels'], levels: Settings['levels']): Settings['levels'] {
  const left = Object.entries(below).filter(([id]) => !Object.hasOwn(levels, `${subjectOf(id)}/*`));
  return { ...Object.fromEntries(left), ...levels };
}

/** Files one by one, those of nodes in directories included. */
export async function configFilesOf(
  caller: string,
  given: Paths,
  options: PathOptions & GivenTexts,
): Promise<Omit<ConfigFilesInput, 'version' | 'format'>> {
  const cwd = directoryOf(options);
  const paths = givenPaths(caller, given);
  const files = withGivenTexts(machineFiles(cwd), options);
  const loaded = await settingsAt(caller, { cwd }, settingsNear(paths[0]!, files, cwd));
  return { paths, files, loaded };
}

/** Paths with the same settings, and what was found below those that are directories. */
export interface PathSession {
  readonly input: SessionInput;
  readonly manifests: readonly string[];
  readonly rendered: readonly string[];
  readonly holding: ReadonlySet<string>;
}

/** The paths by the settings that are nearest to them. */
export async function pathSessions(
  caller: string,
  given: Paths,
  options: PathLintOptions,
): Promise<readonly PathSession[]> {
  const cwd = directoryOf(options);
  const named = givenPaths(caller, given);
  const base = listedOnce(withGivenTexts(machineFiles(cwd), options));
  const { scopes, files } = scopesOf(named, { files: base, cwd, settings: options.settings });
  const sessions: PathSession[] = [];
  for (const { paths, settings, ...found } of scopes) {
    const loaded = await settingsAt(caller, options, settings);
    const input = await sessionInput(caller, options, { paths, named, loaded, files, settings });
    sessions.push({ input, ...found });
  }
  return sessions;
}

/** All paths with one kind of settings: those that are nearest to the first. */
export async function pathSession(
  caller: string,
  given: Paths,
  options: PathLintOptions,
): Promise<SessionInput> {
  const cwd = directoryOf(options);
  const paths = givenPaths(caller, given);
  const files = machineFiles(cwd);
  const settings = settingsNear(paths[0]!, files, cwd);
  const loaded = await settingsAt(caller, options, settings);
  return sessionInput(caller, options, { paths, named: paths, loaded, files, settings });
}

interface Opened extends Pick<SessionInput, 'paths' | 'loaded' | 'files'> {
  /** All paths of the run. */
  readonly named: readonly string[];
  readonly settings: string | undefined;
}

async function sessionInput(
  caller: string,
  options: PathLintOptions,
  { named, settings, ...opened }: Opened,
): Promise<SessionInput> {
  const cwd = directoryOf(options);
  const chosen = lintedReleaseOf(caller, options.consul);
  const { onHost = false, consulFrom = 'the options', observe, opens } = options;
  return {
    ...opened,
    release: chosen ?? opened.loaded.consul,
    releaseFrom: options.consul === undefined ? relative(cwd, settings ?? 'consul-cfg.yaml') : consulFrom,
    facts: fileFacts(cwd, onHost),
    machine: onHost ? (await import('../../app/machine/this-machine.ts')).thisMachine() : undefined,
    library: async (manifests) =>
      (await import('../../manifest/library.ts')).diskLibrary({
        cwd,
        named: manifests,
        ...(opens && { opens }),
      }),
    isOutside: outsideOf({ cwd, named }),
    ...(observe && { observe }),
  };
}
