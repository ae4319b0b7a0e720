/** Fixes in files of this machine. */
import type { JsonReport } from '../../../report/json.ts';
import { fixedTexts } from '../../files/fixed-texts.ts';
import type { Fixed } from '../../fix.ts';
import { checkOptions, type OptionTable } from '../../given/options.ts';
import { plainReport } from '../../plain/report.ts';
import { type PathLintOptions, type Paths, pathLintOptions, shownFindings } from '../paths.ts';
import { writeFixed } from '../rewrite.ts';
import { lintPaths } from './scoped.ts';

export interface PathFixOptions extends PathLintOptions {
  /** Also fixes that a person should review. Default: false. */
  readonly unsafe?: boolean | undefined;
  /** Write the files, all of them or none. Default: false. */
  readonly write?: boolean | undefined;
}

const fixOptions: OptionTable<PathFixOptions> = { ...pathLintOptions, unsafe: 'any', write: 'any' };

/**
 * Applies fixes to the files below paths.
 *
 * @throws InputError where a path cannot be read or holds no configuration, and with `write` for a file that is not UTF-8
 * @throws DiskError where a file cannot be written
 */
export async function fix(paths: Paths, options: PathFixOptions = {}): Promise<Fixed> {
  checkOptions('fix()', options, fixOptions);
  const { report, fixes } = await lintPaths('fix()', paths, options, options.unsafe ? 'all' : 'safe');
  const texts = fixedTexts(fixes);
  if (options.write) writeFixed(texts, { cwd: options.cwd });
  const left: JsonReport = plainReport({
    ...report,
    findings: shownFindings(report.findings, paths, options),
  });
  return { ...texts, report: left };
}
