/** Paths on this machine, and what may be shown of the files there. */
import { resolve } from 'node:path';
import type { Observer } from '../../app/lint/session.ts';
import { outsideOf, withoutOutside } from '../../app/machine/outside.ts';
import type { Level } from '../../engine/settings/settings.ts';
import type { Finding } from '../../finding.ts';
import { type LintOptions, lintOptions } from '../given/lint-options.ts';
import type { OptionTable } from '../given/options.ts';
import type { GivenTexts } from './given-texts.ts';

export type Paths = string | readonly string[];

export interface PathOptions {
  /** What relative paths begin at. Default: the working directory of the process. */
  readonly cwd?: string | undefined;
}

export interface PathLintOptions extends Omit<LintOptions, 'settings'>, PathOptions, GivenTexts {
  /** A file of settings instead of the nearest `consul-cfg.yaml`. */
  readonly settings?: string | undefined;
  /** The files are those of this machine: check the files that they name, owners, modes and addresses too. */
  readonly onHost?: boolean | undefined;
  /** Who states `consul`, as reports name it. Default: `the options`. */
  readonly consulFrom?: string | undefined;
  /** Called at the start of every pass over the files, to show how far it is. */
  readonly observe?: (() => Observer) | undefined;
  /** Called with the absolute path of every file that a manifest names, before it is read, so that it can be watched. */
  readonly opens?: ((path: string) => void) | undefined;
  /** Levels of rules, by id or as `join/*`, which go before those of the settings. Default: none. */
  readonly levels?: Readonly<Record<string, Level>> | undefined;
}

export const pathOptions: OptionTable<PathOptions> = { cwd: 'any' };

export const pathLintOptions: OptionTable<PathLintOptions> = {
  ...lintOptions,
  ...pathOptions,
  onHost: 'any',
  consulFrom: 'any',
  observe: 'any',
  levels: 'any',
  texts: 'any',
  opens: 'any',
};

export const directoryOf = ({ cwd }: PathOptions): string => resolve(cwd ?? '.');

/** Findings in files that a link leads to from what was named show neither text nor place. */
export const shownFindings = (
  findings: readonly Finding[],
  paths: Paths,
  options: PathOptions,
): readonly Finding[] =>
  withoutOutside(findings, outsideOf({ cwd: directoryOf(options), named: [paths].flat() }));
