/** Hosts that were configured by hand become the manifest that renders them. */
import { isFailed } from '../../../app/failure.ts';
import { type ImportedNode, importPaths } from '../../../app/import.ts';
import { type Finding, isError, tidy } from '../../../finding.ts';
import type { Kept } from '../../../import/secrets.ts';
import { ConsulCfgError } from '../../../render/config-error.ts';
import type { JsonReport } from '../../../report/json.ts';
import type { MadeSecret } from '../../../write/secrets.ts';
import { checkOptions, configFormats, type OptionTable } from '../../given/options.ts';
import { failedError, findingsError } from '../../plain/failures.ts';
import { plainReport } from '../../plain/report.ts';
import { type PathLintOptions, type PathOptions, type Paths, pathOptions, shownFindings } from '../paths.ts';
import { pathSession } from '../session.ts';

export interface ImportOptions extends PathOptions, Pick<PathLintOptions, 'observe'> {
  /** The release that the hosts run. Default: what their units name. */
  readonly consul?: string | undefined;
  /** Profiles of the manifest. Default: `patroni` where a host has the configuration of Patroni. */
  readonly profile?: readonly string[] | undefined;
  /** The format of rendered files. Default: that of most of the text. */
  readonly format?: 'json' | 'hcl' | undefined;
  /** What findings say to do with the secrets. Default: `put it there`. */
  readonly secretAdvice?: string | undefined;
}

const importOptions: OptionTable<ImportOptions> = {
  ...pathOptions,
  observe: 'any',
  consul: 'any',
  profile: 'any',
  format: configFormats,
  secretAdvice: 'any',
};

export interface ImportedSecret extends MadeSecret {
  /** Relative to the manifest, which refers to it: write it 0600, as `keepGenerated` does. */
  readonly path: string;
  /** The option that holds it, such as `acl.tokens.agent`. */
  readonly option: string;
}

export interface ImportedManifest {
  /** The text of the `cluster.yaml`. Secrets are not in it. */
  readonly text: string;
  readonly secrets: readonly ImportedSecret[];
  /** What could not be taken over, and where the secrets were. */
  readonly report: JsonReport;
}

/** The paths hold several clusters, and a manifest is for one. */
export class SeveralClustersError extends ConsulCfgError {
  /** The nodes of each, with the directory or file of each node. */
  readonly clusters: readonly (readonly ImportedNode[])[];

  constructor(caller: string, clusters: readonly (readonly ImportedNode[])[]) {
    const message = `these are ${clusters.length} clusters, and a manifest is for one; name the directories of the hosts of one`;
    super(caller, [{ rule: 'files/path', severity: 'error', message, property: '' }]);
    this.clusters = clusters;
  }
}

/** Nothing says which release of Consul the hosts run. */
export class UnknownReleaseError extends ConsulCfgError {
  constructor(caller: string) {
    const message = 'name the release that the hosts run: { consul: "1.16" }';
    super(caller, [{ rule: 'files/path', severity: 'error', message, property: 'consul' }]);
  }
}

/**
 * The manifest that renders what the hosts have. Nothing is written.
 *
 * @throws InputError where an agent would not read the files
 * @throws SeveralClustersError where the paths hold several clusters
 * @throws UnknownReleaseError where nothing says which release runs
 */
export async function importHosts(paths: Paths, options: ImportOptions = {}): Promise<ImportedManifest> {
  const caller = 'importHosts()';
  checkOptions(caller, options, importOptions);
  const { consul, profile, format, cwd, observe, secretAdvice = 'put it there' } = options;
  const session = await pathSession(caller, paths, { cwd, consul, observe });
  const result = await importPaths({ ...session, profile, format });
  if (isFailed(result)) throw failedError(caller, result);
  if ('releaseUnknown' in result) throw new UnknownReleaseError(caller);
  if ('clusters' in result) throw new SeveralClustersError(caller, result.clusters);
  const kept = 'text' in result ? result.secrets : [];
  const found = 'text' in result ? result.findings : result.refused;
  const all = tidy([...found, ...kept.map((secret) => moved(secret, secretAdvice))]);
  const findings = shownFindings(all, paths, options);
  const report = plainReport({ findings, files: result.files });
  const errors = findings.filter(isError);
  if (errors.length > 0 || !('text' in result))
    throw findingsError(caller, errors, report, 'text' in result ? [] : session.paths);
  const secrets = kept.map(({ path, option, text, makes }) => ({ path, option, text, makes }));
  return { text: result.text, secrets, report };
}

const moved = ({ path, option, places }: Kept, advice: string): Finding => ({
  rule: 'import/secret',
  severity: 'info',
  message:
    `${option} holds a secret, so the manifest says { file: ${path} }; ${advice}` +
    (places.length > 1 ? ` (the same in ${places.length} places)` : ''),
  at: places[0]!,
  path: option,
});
