/** Lint, fix and upgrade of paths. */
import { resolve } from 'node:path';
import { isFailed } from '../../app/failure.ts';
import { upgrade as upgradeSession } from '../../app/lint/upgrade.ts';
import type { FixRun } from '../../fix/fix.ts';
import type { JsonReport } from '../../report/json.ts';
import { encodeBytes } from '../../text/source/bytes.ts';
import { rewriteFiles } from '../../write/rewrite.ts';
import { type Fixed, fixedTexts } from '../fix.ts';
import { refuseUnlessRelease, releaseOf } from '../given/release.ts';
import { lintFiles } from '../lint.ts';
import { failedError } from '../plain/failures.ts';
import { plainReport } from '../plain/report.ts';
import { type Upgraded, type UpgradeOptions, upgradedOf } from '../upgrade.ts';
import {
  directoryOf,
  type PathLintOptions,
  type PathOptions,
  type Paths,
  pathSession,
  shownFindings,
} from './paths.ts';

/**
 * What `consul-cfg lint` reports of paths: files, configuration directories, trees of nodes, units, manifests.
 *
 * @throws ConsulCfgError where a path cannot be read or holds no configuration
 */
export async function lint(paths: Paths, options: PathLintOptions = {}): Promise<JsonReport> {
  const { report } = await lintFiles('lint()', await pathSession('lint()', paths, options), options);
  return plainReport({ ...report, findings: shownFindings(report.findings, paths, options) });
}

export interface PathFixOptions extends PathLintOptions {
  /** Also fixes that a person should review. Default: false. */
  readonly unsafe?: boolean | undefined;
  /** Write the files, all of them or none. Default: false. */
  readonly write?: boolean | undefined;
}

/**
 * Applies fixes to the files below paths.
 *
 * @throws ConsulCfgError where a path cannot be read or holds no configuration; DiskError where a file cannot be written
 */
export async function fix(
  paths: Paths,
  { unsafe = false, write = false, ...options }: PathFixOptions = {},
): Promise<Fixed> {
  const { report, fixes } = await lintFiles('fix()', await pathSession('fix()', paths, options), {
    rules: options.rules,
    fix: unsafe ? 'all' : 'safe',
  });
  if (write) writeTexts(fixes, options);
  const findings = shownFindings(report.findings, paths, options);
  return { ...fixedTexts(fixes), report: plainReport({ ...report, findings }) };
}

export interface PathUpgradeOptions extends UpgradeOptions, PathOptions {
  /** Write the files, all of them or none. Default: false. */
  readonly write?: boolean | undefined;
}

/**
 * Moves deprecated options of files into their new form, and lists what the new release refuses and what to decide.
 *
 * @throws ConsulCfgError where a path cannot be read or holds no configuration; DiskError where a file cannot be written
 */
export async function upgrade(
  paths: Paths,
  { from, to, write = false, ...options }: PathUpgradeOptions,
): Promise<Upgraded> {
  const release = releaseOf('upgrade()', to);
  refuseUnlessRelease('upgrade()', 'from', from);
  const session = await pathSession('upgrade()', paths, { ...options, consul: release });
  const result = await upgradeSession({ ...session, from, release });
  if (isFailed(result)) throw failedError('upgrade()', result);
  if (write) writeTexts(result.fixes, options);
  return upgradedOf({ ...result, refused: shownFindings(result.refused, paths, options) });
}

function writeTexts(run: FixRun | undefined, options: PathOptions): void {
  const files = run?.files ?? [];
  rewriteFiles(
    files.map(({ file, before, after }) => ({
      path: resolve(directoryOf(options), file),
      shown: file,
      before: encodeBytes(before),
      after: encodeBytes(after),
    })),
  );
}
