/** Hosts that were configured by hand become the manifest that renders them. */
import { isFailed } from '../../app/failure.ts';
import { importPaths } from '../../app/import.ts';
import { isError } from '../../finding.ts';
import type { JsonReport } from '../../report/json.ts';
import { failedError, findingsError, givenError } from '../plain/failures.ts';
import { plainReport } from '../plain/report.ts';
import { type PathOptions, type Paths, pathSession } from './paths.ts';

export interface ImportOptions extends PathOptions {
  /** The release that the hosts run. Default: what their units name. */
  readonly consul?: string | undefined;
  /** Profiles of the manifest. Default: `patroni` where a host has the configuration of Patroni. */
  readonly profile?: readonly string[] | undefined;
  /** The format of rendered files. Default: that of most of the text. */
  readonly format?: 'json' | 'hcl' | undefined;
}

export interface ImportedManifest {
  /** The text of the `cluster.yaml`. Secrets are not in it. */
  readonly text: string;
  /** The secrets of the hosts by the paths under which the manifest refers to them: write them 0600. */
  readonly secrets: readonly { readonly path: string; readonly option: string; readonly text: string }[];
  /** What could not be taken over. */
  readonly report: JsonReport;
}

/**
 * The manifest that renders what the hosts have. Nothing is written.
 *
 * @throws ConsulCfgError where an agent would not read the files, where the paths hold several clusters, or where
 * nothing says which release runs
 */
export async function importHosts(paths: Paths, options: ImportOptions = {}): Promise<ImportedManifest> {
  const caller = 'importHosts()';
  const { consul, profile, format, cwd } = options;
  const session = await pathSession(caller, paths, { cwd, consul });
  const result = await importPaths({ ...session, profile, format });
  if (isFailed(result)) throw failedError(caller, result);
  if ('releaseUnknown' in result)
    throw givenError(caller, 'name the release that the hosts run: { consul: "1.16" }');
  if ('clusters' in result)
    throw givenError(
      caller,
      `these are ${result.clusters.length} clusters, and a manifest is for one; name the directories of the hosts of one`,
    );
  const findings = 'text' in result ? result.findings : result.refused;
  const errors = findings.filter(isError);
  if (errors.length > 0 || !('text' in result)) throw findingsError(caller, errors);
  const secrets = result.secrets.map(({ path, option, text }) => ({ path, option, text }));
  return { text: result.text, secrets, report: plainReport({ findings, files: result.files }) };
}
