/** The form of each file by itself. */
import { check as checkFiles } from '../app/check.ts';
import { isFailed } from '../app/failure.ts';
import { noSettings } from '../app/settings/load.ts';
import type { JsonReport } from '../report/json.ts';
import { agentsOf, releaseFor } from './files/agent-session.ts';
import type { Input } from './given/input.ts';
import { checkOptions } from './given/options.ts';
import { failedError } from './plain/failures.ts';
import { plainReport } from './plain/report.ts';

export interface CheckOptions {
  /**
   * The release of Consul whose schema applies. Default: the one that the manifest, the estate or the node names, else the
   * newest.
   */
  readonly consul?: string | undefined;
}

/**
 * Checks keys, types and values of each file against the schema of a release, as `consul-cfg check` does: suitable for
 * fragments, since nothing is required and no file is compared with another.
 *
 * @throws ConsulCfgError where there is no file that an agent would load, and for a release that is not known
 */
export async function check(input: Input, options: CheckOptions = {}): Promise<JsonReport> {
  checkOptions('check()', options, { consul: 'any' });
  const results = await Promise.all(
    (await agentsOf('check()', input)).map(async (agent) => {
      const { paths, files } = agent;
      const version = releaseFor('check()', agent, options.consul);
      const result = await checkFiles({ paths, files, version, loaded: noSettings });
      if (isFailed(result)) throw failedError('check()', result);
      return result;
    }),
  );
  return plainReport({
    findings: results.flatMap(({ findings }) => findings),
    files: results.reduce((sum, result) => sum + result.files, 0),
  });
}
