/** Paths on this machine, as what use cases open. */
import { resolve } from 'node:path';
import { isFailed } from '../../app/failure.ts';
import type { SessionInput } from '../../app/lint/session.ts';
import { fileFacts } from '../../app/machine/facts.ts';
import { machineFiles } from '../../app/machine/files.ts';
import { outsideOf, withoutOutside } from '../../app/machine/outside.ts';
import { thisMachine } from '../../app/machine/this-machine.ts';
import { type LoadedSettings, loadSettings } from '../../app/settings/load.ts';
import type { Finding } from '../../finding.ts';
import { diskLibrary } from '../../manifest/library.ts';
import { checkChosen, givenPaths } from '../given/checks.ts';
import { lintedReleaseOf } from '../given/release.ts';
import type { LintOptions } from '../lint.ts';
import { failedError } from '../plain/failures.ts';
import { withRules } from '../rules/custom-rule.ts';

export type Paths = string | readonly string[];

export interface PathOptions {
  /** What relative paths begin at. Default: the working directory of the process. */
  readonly cwd?: string | undefined;
}

export interface PathLintOptions extends Omit<LintOptions, 'settings'>, PathOptions {
  /** A file of settings instead of the nearest `consul-cfg.yaml`. */
  readonly settings?: string | undefined;
  /** The files are those of this machine: check the files that they name, owners, modes and addresses too. */
  readonly onHost?: boolean | undefined;
}

export const directoryOf = ({ cwd }: PathOptions): string => resolve(cwd ?? '.');

/** @throws ConsulCfgError where the settings cannot be read */
export async function settingsAt(caller: string, options: PathLintOptions): Promise<LoadedSettings> {
  const cwd = directoryOf(options);
  const { settings: path, preset, profile } = options;
  checkChosen(caller, options);
  const loaded = await loadSettings({
    files: machineFiles(cwd),
    directory: cwd,
    path,
    preset,
    profile,
    ownRules: options.rules?.map(({ id }) => id),
  });
  if (isFailed(loaded)) throw failedError(caller, loaded);
  return withRules(loaded, options.rules);
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
  return {
    paths,
    loaded,
    files: machineFiles(cwd),
    release: chosen ?? loaded.consul,
    releaseFrom: options.consul === undefined ? 'consul-cfg.yaml' : 'the options',
    facts: fileFacts(cwd, options.onHost === true),
    machine: options.onHost ? thisMachine() : undefined,
    library: async (named) => diskLibrary({ cwd, named }),
    isOutside: outsideOf({ cwd, named: paths }),
  };
}

/** Findings in files that a link leads to from what was named show neither text nor place. */
export const shownFindings = (
  findings: readonly Finding[],
  paths: Paths,
  options: PathOptions,
): readonly Finding[] =>
  withoutOutside(findings, outsideOf({ cwd: directoryOf(options), named: [paths].flat() }));
