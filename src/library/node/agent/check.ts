/** The form of each file of this machine by itself. */
import { check as checkPaths } from '../../../app/check.ts';
import { isFailed } from '../../../app/failure.ts';
import type { JsonReport } from '../../../report/json.ts';
import type { CheckOptions } from '../../check.ts';
import { checkOptions } from '../../given/options.ts';
import { releaseOf } from '../../given/release.ts';
import { failedError } from '../../plain/failures.ts';
import { plainReport } from '../../plain/report.ts';
import type { GivenTexts } from '../given-texts.ts';
import { type PathOptions, type Paths, pathOptions, shownFindings } from '../paths.ts';
import { configFilesOf } from '../session.ts';

/**
 * Checks the form of each file by itself.
 *
 * @throws InputError where a path cannot be read or holds no configuration; ConsulCfgError for a release that is not known
 */
export async function check(
  paths: Paths,
  options: CheckOptions & PathOptions & GivenTexts = {},
): Promise<JsonReport> {
  checkOptions('check()', options, { ...pathOptions, consul: 'any', texts: 'any' });
  const version = releaseOf('check()', options.consul);
  const result = await checkPaths({ ...(await configFilesOf('check()', paths, options)), version });
  if (isFailed(result)) throw failedError('check()', result);
  return plainReport({ ...result, findings: shownFindings(result.findings, paths, options) });
}
