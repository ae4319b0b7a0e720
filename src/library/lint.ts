/** Lint from a script: everything that is wrong with files, nodes, clusters and estates, in memory. */
import { isFailed } from '../app/failure.ts';
import { lintEstate } from '../app/lint/estate.ts';
import { type LintResult, lintSession } from '../app/lint/lint.ts';
import { openSession, type Session } from '../app/lint/session.ts';
import type { LoadedSettings } from '../app/settings/load.ts';
import { tidy } from '../finding.ts';
import type { JsonReport } from '../report/json.ts';
import { passedOverCounts } from '../report/passed-over.ts';
import { clusterViews } from '../subjects/cluster/cluster-views.ts';
import { failedError } from './failures.ts';
import { type LintOptions, memorySession, settingsOf } from './files/memory-session.ts';
import { checkChosen } from './given.ts';
import { type Input, isEstate, isNodes } from './input.ts';
import { plainReport } from './report.ts';
import { describeOwn, ownRules } from './rules/custom-rule.ts';

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
    const loaded = withRules(await settingsOf({}, options), options);
    const { findings, files } = lintEstate('lint()', input, loaded.settings);
    const describe = describeOwn(options.rules);
    return plainReport({ findings: tidy([...loaded.findings, ...findings]), files, describe });
  }
  const given = await memorySession('lint()', input, options);
  const session = openSession({ ...given, loaded: withRules(given.loaded, options) });
  if (isFailed(session)) throw failedError('lint()', session);
  const result = await lintSession(session);
  if (isFailed(result)) throw failedError('lint()', result);
  return plainReport(lintedInput(result, session, options));
}

/** What reports of a run over files are made of. */
export const lintedInput = (
  { findings, files, release }: LintResult,
  { found }: Session,
  { rules }: Pick<LintOptions, 'rules'>,
) => ({
  findings,
  files,
  release,
  passedOver: passedOverCounts(found.passedOver),
  clusters: () => clusterViews(found.estates),
  describe: describeOwn(rules),
});

export const withRules = (
  loaded: LoadedSettings,
  { rules = [] }: Pick<LintOptions, 'rules'>,
): LoadedSettings =>
  rules.length === 0 ? loaded : { ...loaded, settings: { ...loaded.settings, ownRules: ownRules(rules) } };
