/** Functions over the files of one agent on this machine. */
import { check as checkPaths } from '../../app/check.ts';
import { isFailed } from '../../app/failure.ts';
import { machineFiles } from '../../app/machine/files.ts';
import { mergedFindings, validate as validatePaths } from '../../app/validate.ts';
import { disk } from '../../model/load/disk.ts';
import { assumedHost } from '../../model/load/host.ts';
import { thisHost } from '../../model/load/this-host.ts';
import type { JsonReport } from '../../report/json.ts';
import type { CheckOptions } from '../check.ts';
import { type CompareOptions, type Comparison, comparisonOf } from '../compare.ts';
import { readAgentOf } from '../files/agent.ts';
import { givenPaths } from '../given/checks.ts';
import { releaseOf } from '../given/release.ts';
import { type Merged, type MergeOptions, mergedOf } from '../merge.ts';
import { failedError } from '../plain/failures.ts';
import { plainReport } from '../plain/report.ts';
import type { ValidateOptions, Verdict } from '../validate.ts';
import { directoryOf, type PathOptions, type Paths, settingsAt, shownFindings } from './paths.ts';

export interface PathValidateOptions extends ValidateOptions, PathOptions {
  /** Look at this machine: addresses, environment, files. Default: an assumed host, so that the verdict is the same everywhere. */
  readonly onHost?: boolean | undefined;
}

/**
 * What `consul validate` of a release says of paths, which together are the configuration of one agent. A path that cannot
 * be read is a finding.
 *
 * @throws ConsulCfgError for a release that is not known, and where no path is given
 */
export async function validate(paths: Paths, options: PathValidateOptions = {}): Promise<Verdict> {
  const release = releaseOf('validate()', options.consul);
  const files = machineFiles(directoryOf(options));
  const host = options.onHost ? { ...thisHost(process.env), files: disk } : assumedHost;
  const verdicts = await validatePaths({
    paths: givenPaths('validate()', paths),
    files,
    versions: [release],
    host,
  });
  const findings = shownFindings(mergedFindings(verdicts), paths, options);
  const report = plainReport({ findings, files: verdicts[0]?.files ?? 0 });
  return { ...report, release, accepted: !verdicts.some(({ refused }) => refused) };
}

/**
 * Checks the form of each file by itself.
 *
 * @throws ConsulCfgError where a path cannot be read or holds no configuration, and for a release that is not known
 */
export async function check(paths: Paths, options: CheckOptions & PathOptions = {}): Promise<JsonReport> {
  const version = releaseOf('check()', options.consul);
  const loaded = await settingsAt('check()', { cwd: options.cwd });
  const files = machineFiles(directoryOf(options));
  const result = await checkPaths({ paths: givenPaths('check()', paths), files, version, loaded });
  if (isFailed(result)) throw failedError('check()', result);
  return plainReport({ ...result, findings: shownFindings(result.findings, paths, options) });
}

/**
 * The one configuration that an agent makes of files and directories.
 *
 * @throws ConsulCfgError where the agent cannot read a file, with all reasons
 */
export const merge = (
  paths: Paths,
  { defaults = false, ...options }: MergeOptions & PathOptions = {},
): Merged => mergedOf(agentAt('merge()', paths, options), defaults);

/**
 * What changed between two configurations of an agent, and what it takes to apply the change.
 *
 * @throws ConsulCfgError where the agent cannot read a file, with all reasons
 */
export const compare = (
  before: Paths,
  after: Paths,
  options: CompareOptions & PathOptions = {},
): Comparison => comparisonOf(agentAt('compare()', before, options), agentAt('compare()', after, options));

const agentAt = (caller: string, paths: Paths, options: CompareOptions & PathOptions) =>
  readAgentOf(
    caller,
    { paths: givenPaths(caller, paths), files: machineFiles(directoryOf(options)) },
    releaseOf(caller, options.consul),
  );
