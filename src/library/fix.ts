/** The texts of files after fixes. */
import type { JsonReport } from '../report/json.ts';
import { type FixedTexts, fixedTexts } from './files/fixed-texts.ts';
import { lintFiles } from './files/lint-files.ts';
import { memorySession } from './files/memory-session.ts';
import type { Files, NodeFiles } from './given/input.ts';
import { type LintOptions, lintOptions } from './given/lint-options.ts';
import { checkOptions, type OptionTable } from './given/options.ts';
import { plainReport } from './plain/report.ts';

export interface FixOptions extends LintOptions {
  /** Also those that a person should review. Default: false. */
  readonly unsafe?: boolean | undefined;
}

const fixOptions: OptionTable<FixOptions> = { ...lintOptions, unsafe: 'any' };

export interface Fixed extends FixedTexts {
  /** What is left. */
  readonly report: JsonReport;
}

/**
 * Applies the fixes of `lint`: safe ones change only what the finding says. The effective configuration is compared
 * before and after, and a fix that does harm is taken back.
 *
 * @throws ConsulCfgError where nothing that was given is a configuration of Consul
 */
export async function fix(input: Files | readonly NodeFiles[], options: FixOptions = {}): Promise<Fixed> {
  checkOptions('fix()', options, fixOptions);
  const { report, fixes } = await lintFiles('fix()', await memorySession('fix()', input, options), {
    rules: options.rules,
    fix: options.unsafe ? 'all' : 'safe',
  });
  return { ...fixedTexts(fixes), report: plainReport(report) };
}
