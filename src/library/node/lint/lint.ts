/** Lint of paths. */
import type { JsonReport } from '../../../report/json.ts';
import { checkOptions } from '../../given/options.ts';
import { plainReport } from '../../plain/report.ts';
import { type PathLintOptions, type Paths, pathLintOptions, shownFindings } from '../paths.ts';
import { lintPaths } from './scoped.ts';

/**
 * What `consul-cfg lint` reports of paths: files, configuration directories, trees of nodes, units, manifests.
 *
 * @throws InputError where a path cannot be read or holds no configuration
 */
export async function lint(paths: Paths, options: PathLintOptions = {}): Promise<JsonReport> {
  checkOptions('lint()', options, pathLintOptions);
  const { report } = await lintPaths('lint()', paths, options);
  return plainReport({ ...report, findings: shownFindings(report.findings, paths, options) });
}
