/** Lint from a script: everything that is wrong with files, nodes, clusters and estates, in memory. */
import { isFailed } from '../app/failure.ts';
import { lintEstate } from '../app/lint/estate.ts';
import { lintSession } from '../app/lint/lint.ts';
import { openSession, type SessionInput } from '../app/lint/session.ts';
import { tidy } from '../finding.ts';
import type { FixRun } from '../fix/fix.ts';
import type { JsonReport } from '../report/json.ts';
import { passedOverCounts } from '../report/passed-over.ts';
import type { ReportInput } from '../report/report.ts';
import { clusterViews } from '../subjects/cluster/cluster-views.ts';
import { type LintOptions, memorySession, settingsOf } from './files/memory-session.ts';
import { checkChosen } from './given/checks.ts';
import { type Input, isEstate, isNodes } from './given/input.ts';
import { failedError } from './plain/failures.ts';
import { plainReport } from './plain/report.ts';
import { describeOwn } from './rules/custom-rule.ts';

export type { LintOptions } from './files/memory-session.ts';

/**
 * Everything that is wrong, before an agent starts: what `consul-cfg lint` reports, as plain data in the shape of
 * `--format json`.
 *
 * ```ts
 * const { findings, summary } = await lint({ 'consul.hcl': text }, { consul: '1.20' });
 * ```
 *
 * @throws ConsulCfgError where nothing that was given is a configuration of Consul, and for a release that is not known;
 * TypeError for a content that is neither a text nor bytes; RangeError for an unknown preset or profile, and for a rule of
 * your own whose id is not its own; whatever a rule of your own throws
 */
export async function lint(input: Input, options: LintOptions = {}): Promise<JsonReport> {
  if (typeof input === 'object' && !isNodes(input) && isEstate(input)) {
    checkChosen('lint()', options);
    const loaded = await settingsOf({}, options);
    const { findings, files } = lintEstate('lint()', input, loaded.settings);
    const describe = describeOwn(options.rules);
    return plainReport({ findings: tidy([...loaded.findings, ...findings]), files, describe });
  }
  const { report } = await lintFiles('lint()', await memorySession('lint()', input, options), options);
  return plainReport(report);
}

interface LintedFiles {
  readonly report: ReportInput;
  readonly fixes: FixRun | undefined;
}

/** Lint of files in memory and of paths alike; with `fix`, what is left after fixes. */
export async function lintFiles(
  caller: string,
  input: SessionInput,
  { rules, fix }: Pick<LintOptions, 'rules'> & { readonly fix?: 'safe' | 'all' },
): Promise<LintedFiles> {
  const session = await openSession(input);
  if (isFailed(session)) throw failedError(caller, session);
  const result = await lintSession(session, { fix });
  if (isFailed(result)) throw failedError(caller, result);
  const { findings, files, release, fixes } = result;
  const { passedOver, estates } = session.found;
  const report = {
    findings,
    files,
    release,
    passedOver: passedOverCounts(passedOver),
    clusters: () => clusterViews(estates),
    describe: describeOwn(rules),
  };
  return { report, fixes };
}
