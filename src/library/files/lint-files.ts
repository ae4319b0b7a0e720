/** Lint of files in memory and of paths alike. */
import { isFailed } from '../../app/failure.ts';
import { lintSession } from '../../app/lint/lint.ts';
import { openSession, type SessionInput } from '../../app/lint/session.ts';
import type { FixRun } from '../../fix/fix.ts';
import { passedOverCounts } from '../../report/passed-over.ts';
import type { ReportInput } from '../../report/report.ts';
import { clusterViews } from '../../subjects/cluster/cluster-views.ts';
import { failedError } from '../plain/failures.ts';
import type { CustomRule } from '../rules/custom-rule.ts';
import { describeOwn } from '../rules/describe.ts';

export interface LintedFiles {
  readonly report: ReportInput;
  readonly fixes: FixRun | undefined;
}

interface LintFilesOptions {
  readonly rules?: readonly CustomRule[] | undefined;
  readonly fix?: 'safe' | 'all';
}

/** With `fix`, what is left after fixes. */
export async function lintFiles(
  caller: string,
  input: SessionInput,
  { rules, fix }: LintFilesOptions,
): Promise<LintedFiles> {
  const session = await openSession(input);
  if (isFailed(session)) throw failedError(caller, session);
  const result = await lintSession(session, { fix });
  if (isFailed(result)) throw failedError(caller, result);
  const { findings, files, release, fixes } = result;
  const { passedOver, estates } = session.found;
  const { preset, profiles } = input.loaded.settings;
  const report = {
    findings,
    files,
    release,
    rules: { preset, profiles },
    passedOver: passedOverCounts(passedOver),
    clusters: () => clusterViews(estates),
    describe: describeOwn(rules),
  };
  return { report, fixes };
}
