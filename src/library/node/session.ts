/** What use cases open: paths on this machine, with the settings that apply to them. */
import { isFailed } from '../../app/failure.ts';
import type { ConfigFilesInput } from '../../app/files/config-files.ts';
import type { SessionInput } from '../../app/lint/session.ts';
import { fileFacts } from '../../app/machine/facts.ts';
import { machineFiles } from '../../app/machine/files.ts';
import { outsideOf } from '../../app/machine/outside.ts';
import { type LoadedSettings, loadSettings } from '../../app/settings/load.ts';
import { givenPaths } from '../given/checks.ts';
import { lintedReleaseOf } from '../given/release.ts';
import { failedError } from '../plain/failures.ts';
import { directoryOf, type PathLintOptions, type PathOptions, type Paths } from './paths.ts';

/** @throws InputError where the settings cannot be read */
export async function settingsAt(caller: string, options: PathLintOptions): Promise<LoadedSettings> {
  const cwd = directoryOf(options);
  const { settings: path, preset, profile } = options;
  const loaded = await loadSettings({
    files: machineFiles(cwd),
    directory: cwd,
    path,
    preset,
    profile,
    ownRules: options.rules?.map(({ id }) => id),
  });
  if (isFailed(loaded)) throw failedError(caller, loaded, true);
  if (!options.rules) return loaded;
  const { withRules } = await import('../rules/custom-rule.ts');
  return withRules(loaded, options.rules);
}

/** Files one by one, those of nodes in directories included. */
export async function configFilesOf(
  caller: string,
  paths: Paths,
  options: PathOptions,
): Promise<Omit<ConfigFilesInput, 'version' | 'format'>> {
  const loaded = await settingsAt(caller, { cwd: options.cwd });
  return { paths: givenPaths(caller, paths), files: machineFiles(directoryOf(options)), loaded };
}

export async function pathSession(
  caller: string,
  given: Paths,
  options: PathLintOptions,
): Promise<SessionInput> {
  const cwd = directoryOf(options);
  const paths = givenPaths(caller, given);
  const chosen = lintedReleaseOf(caller, options.consul);
  const loaded = await settingsAt(caller, options);
  const { onHost = false, consulFrom = 'the options', observe, opens } = options;
  return {
    paths,
    loaded,
    files: machineFiles(cwd),
    release: chosen ?? loaded.consul,
    releaseFrom: options.consul === undefined ? 'consul-cfg.yaml' : consulFrom,
    facts: fileFacts(cwd, onHost),
    machine: onHost ? (await import('../../app/machine/this-machine.ts')).thisMachine() : undefined,
    library: async (named) =>
      (await import('../../manifest/library.ts')).diskLibrary({ cwd, named, ...(opens && { opens }) }),
    isOutside: outsideOf({ cwd, named: paths }),
    ...(observe && { observe }),
  };
}
