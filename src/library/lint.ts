/** Lint from a script: everything that is wrong with files, nodes, clusters and estates, in memory. */
import { isFailed } from '../app/failure.ts';
import { lintEstate } from '../app/lint/estate.ts';
import { type LintResult, lintSession } from '../app/lint/lint.ts';
import { openSession, type Session } from '../app/lint/session.ts';
import type { LoadedSettings } from '../app/settings/load.ts';
import type { JsonReport } from '../report/json.ts';
import { passedOverCounts } from '../report/passed-over.ts';
import { clusterViews } from '../subjects/cluster/cluster-views.ts';
import { failedError } from './failures.ts';
import { memorySession, type SessionOptions, settingsOf } from './files/memory-session.ts';
import { type Input, isEstate, isNodes } from './input.ts';
import { plainReport } from './report.ts';
import { type CustomRule, ownRules } from './rules/custom-rule.ts';

export interface LintOptions extends SessionOptions {
  /** Rules of your own, which run besides those of the catalogue. */
  readonly rules?: readonly CustomRule[] | undefined;
}

/**
 * Everything that is wrong, before an agent starts: what `consul-cfg lint` reports, as plain data in the shape of
 * `--format json`.
 *
 * ```ts
 * const { findings, summary } = await lint({ 'consul.hcl': text }, { consul: '1.20' });
 * ```
 *
 * @throws ConsulCfgError where nothing that was given is a configuration of Consul
 */
export async function lint(input: Input, options: LintOptions = {}): Promise<JsonReport> {
  if (typeof input === 'object' && !isNodes(input) && isEstate(input)) {
    const { settings } = withRules(await settingsOf({}, options), options);
    return plainReport(lintEstate('lint()', input, settings));
  }
  const given = await memorySession(input, options);
  const session = openSession({ ...given, loaded: withRules(given.loaded, options) });
  if (isFailed(session)) throw failedError('lint()', session);
  const result = await lintSession(session);
  if (isFailed(result)) throw failedError('lint()', result);
  return plainReport(lintedInput(result, session));
}

/** What reports of a run over files are made of. */
export const lintedInput = ({ findings, files, release }: LintResult, { found }: Session) => ({
  findings,
  files,
  release,
  passedOver: passedOverCounts(found.passedOver),
  clusters: () => clusterViews(found.estates),
});

export const withRules = (
  loaded: LoadedSettings,
  { rules = [] }: Pick<LintOptions, 'rules'>,
): LoadedSettings =>
  rules.length === 0 ? loaded : { ...loaded, settings: { ...loaded.settings, ownRules: ownRules(rules) } };
