/** The texts of files after fixes. */
import type { FixRun } from '../fix/fix.ts';
import type { JsonFinding, JsonReport } from '../report/json.ts';
import { memorySession } from './files/memory-session.ts';
import type { Files, NodeFiles } from './given/input.ts';
import { type LintOptions, lintFiles } from './lint.ts';
import { plainFinding, plainReport } from './plain/report.ts';

export interface FixOptions extends LintOptions {
  /** Also those that a person should review. Default: false. */
  readonly unsafe?: boolean | undefined;
}

export interface FixedTexts {
  /** The new texts of the files that change, by their names in findings. Nothing is written. */
  readonly files: Readonly<Record<string, string>>;
  readonly fixed: readonly JsonFinding[];
  /** Findings whose fix was not made, since it would have done harm: why. */
  readonly dropped: readonly { readonly finding: JsonFinding; readonly why: string }[];
}

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
export async function fix(
  input: Files | readonly NodeFiles[],
  { unsafe = false, ...options }: FixOptions = {},
): Promise<Fixed> {
  const { report, fixes } = await lintFiles('fix()', await memorySession('fix()', input, options), {
    rules: options.rules,
    fix: unsafe ? 'all' : 'safe',
  });
  return { ...fixedTexts(fixes), report: plainReport(report) };
}

export function fixedTexts(run: FixRun | undefined): FixedTexts {
  const { files = [], fixed = [], dropped = [] } = run ?? {};
  return {
    files: Object.fromEntries(files.map(({ file, after }) => [file, after])),
    fixed: fixed.map(plainFinding),
    dropped: dropped.map(({ finding, why }) => ({ finding: plainFinding(finding), why })),
  };
}
