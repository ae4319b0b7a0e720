/** The verdict of a real agent on the files of this machine. */
import { loadingNothing } from '../../../app/files/loading-nothing.ts';
import { machineFiles } from '../../../app/machine/files.ts';
import { mergedFindings, type ValidateInput, validate as validatePaths } from '../../../app/validate.ts';
import { assumedHost, type Host } from '../../../model/load/host.ts';
import type { JsonFinding } from '../../../report/json.ts';
import { parseIp } from '../../../util/ip.ts';
import { givenPaths } from '../../given/checks.ts';
import { checkOptions, configFormats, type OptionTable } from '../../given/options.ts';
import { releaseOf } from '../../given/release.ts';
import { plainFinding, plainReport } from '../../plain/report.ts';
import type { Verdict } from '../../validate.ts';
import { type GivenTexts, withGivenTexts } from '../given-texts.ts';
import { directoryOf, type PathOptions, type Paths, pathOptions, shownFindings } from '../paths.ts';
import type { FormatChoice } from './agent.ts';

export interface PathValidateOptions extends PathOptions, FormatChoice, GivenTexts {
  /** The release of Consul that reads the configuration, or several. Default: the newest. */
  readonly consul?: string | readonly string[] | undefined;
  /** Look at this machine: addresses, name, environment, limits and files. Default: an assumed host, so that the verdict is the same everywhere. */
  readonly onHost?: boolean | undefined;
  /** Read the files that options name, such as certificates. Default: false, and true with `onHost`. */
  readonly checkFiles?: boolean | undefined;
  /** IP addresses of the host. Default: those of the assumed host, or of this machine with `onHost`. */
  readonly hostAddresses?: readonly string[] | undefined;
  /** The environment of the agent, with `onHost`. Default: that of the process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

const validateOptions: OptionTable<PathValidateOptions> = {
  ...pathOptions,
  format: configFormats,
  consul: 'any',
  texts: 'any',
  onHost: 'any',
  checkFiles: 'any',
  hostAddresses: 'any',
  env: 'any',
};

/** The IP addresses of the host that is assumed where none is named. */
export const assumedHostAddresses: readonly string[] = assumedHost.addresses;

export interface PathVerdict extends Verdict {
  /** The verdict of each release that was asked for. */
  readonly verdicts: readonly { readonly release: string; readonly accepted: boolean }[];
  /** The directories among the paths of which an agent loads nothing. */
  readonly withoutConfiguration: readonly string[];
}

/**
 * What `consul validate` of a release says of paths, which together are the configuration of one agent. Of several releases
 * every finding is there once, and one that only some of them have names those. A path that cannot be read is a finding.
 *
 * @throws ConsulCfgError for a release that is not known, and where no path is given
 * @throws RangeError for what is not an IP address
 */
export async function validate(paths: Paths, options: PathValidateOptions = {}): Promise<PathVerdict> {
  const input = await inputOf('validate()', paths, options);
  const all = await validatePaths(input);
  const findings = shownFindings(mergedFindings(all), paths, options);
  const verdicts = all.map(({ version, refused }) => ({ release: version, accepted: !refused }));
  return {
    ...plainReport({ findings, files: all[0]?.files ?? 0 }),
    release: input.versions.join(', '),
    accepted: verdicts.every(({ accepted }) => accepted),
    verdicts,
    withoutConfiguration: loadingNothing(input.paths, input.files, input.format),
  };
}

/** The verdict of one release on one agent of many. */
export interface AgentVerdict {
  readonly path: string;
  readonly release: string;
  readonly accepted: boolean;
  readonly findings: readonly JsonFinding[];
}

/**
 * The same where each path is the configuration of an agent of its own: one verdict for each path and release, one after
 * the other.
 */
export async function* validateEach(
  paths: Paths,
  options: PathValidateOptions = {},
): AsyncGenerator<AgentVerdict, void, undefined> {
  const input = await inputOf('validateEach()', paths, options);
  for (const path of input.paths) {
    for (const { version, refused, findings } of await validatePaths({ ...input, paths: [path] })) {
      const shown = shownFindings(findings, paths, options).map((finding) => plainFinding(finding));
      yield { path, release: version, accepted: !refused, findings: shown };
    }
  }
}

async function inputOf(caller: string, paths: Paths, options: PathValidateOptions): Promise<ValidateInput> {
  checkOptions(caller, options, validateOptions);
  const { consul, format } = options;
  const asked = consul === undefined ? [undefined] : [consul].flat();
  return {
    versions: [...new Set(asked.map((release) => releaseOf(caller, release)))],
    paths: givenPaths(caller, paths),
    files: withGivenTexts(machineFiles(directoryOf(options)), options),
    format,
    host: await hostOf(caller, options),
  };
}

async function hostOf(caller: string, options: PathValidateOptions): Promise<Host> {
  const { onHost = false, checkFiles = onHost, hostAddresses, env = process.env } = options;
  const base = onHost ? (await import('../../../model/load/this-host.ts')).thisHost(env) : assumedHost;
  return {
    ...(hostAddresses === undefined ? base : withAddresses(caller, hostAddresses, base)),
    ...(checkFiles && { files: machineFiles(directoryOf(options)) }),
  };
}

/** The addresses of another host: its interfaces are not known. */
function withAddresses(caller: string, addresses: readonly string[], { interfaces: _, ...base }: Host): Host {
  const wrong = addresses.find((address) => !parseIp(address));
  if (wrong !== undefined) throw new RangeError(`${caller}: ${wrong} is not an IP address`);
  return { ...base, addresses, assumed: false };
}
