/** Lint from a script: everything that is wrong with files, nodes, clusters and estates, in memory. */
import { tidy } from '../finding.ts';
import type { JsonReport } from '../report/json.ts';
import { lintFiles } from './files/lint-files.ts';
import { memorySession, settingsOf } from './files/memory-session.ts';
import { type Input, isEstate, isNodes } from './given/input.ts';
import { type LintOptions, lintOptions } from './given/lint-options.ts';
import { checkOptions } from './given/options.ts';
import { plainReport } from './plain/report.ts';
import { describeOwn } from './rules/describe.ts';

export type { LintOptions } from './given/lint-options.ts';

/**
 * Everything that is wrong, before an agent starts: what `consul-cfg lint` reports, as plain data in the shape of
 * `--format json`.
 *
 * ```ts
 * const { findings, summary } = await lint({ 'consul.hcl': text }, { consul: '1.20' });
 * ```
 *
 * @throws ConsulCfgError where nothing that was given is a configuration of Consul, and for a release that is not known;
 * TypeError for a content that is neither a text nor bytes; RangeError for an unknown option, preset or profile, and for a
 * rule of your own whose id is not its own; whatever a rule of your own throws
 */
export async function lint(input: Input, options: LintOptions = {}): Promise<JsonReport> {
  checkOptions('lint()', options, lintOptions);
  if (typeof input === 'object' && !isNodes(input) && isEstate(input)) {
    const loaded = await settingsOf('lint()', {}, options);
    // Manifests and templates come with it.
    const { lintEstate } = await import('../app/lint/estate.ts');
    const { findings, source } = lintEstate('lint()', input, loaded.settings);
    const { propertyIn } = await import('../render/refusal.ts');
    const found = tidy([...loaded.findings, ...findings]);
    return plainReport(
      { findings: found, files: 1, describe: describeOwn(options.rules) },
      propertyIn(source),
    );
  }
  const { report } = await lintFiles('lint()', await memorySession('lint()', input, options), options);
  return plainReport(report);
}
