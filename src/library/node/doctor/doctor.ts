/** What is wrong with running agents, next to what the files on this machine say of them. */
import { type Diagnosis, doctor as diagnose } from '../../../app/doctor/doctor.ts';
import type { HostReader } from '../../../app/doctor/host/reader.ts';
import { targetsOf } from '../../../app/doctor/targets.ts';
import { isFailed } from '../../../app/failure.ts';
import { isHere, readEndpoint } from '../../../live/address.ts';
import { servedBy } from '../../../live/certificate.ts';
import { askOf } from '../../../live/client.ts';
import type { JsonReport } from '../../../report/json.ts';
import { checkOptions, type OptionTable } from '../../given/options.ts';
import { failedError, givenError } from '../../plain/failures.ts';
import { plainReport } from '../../plain/report.ts';
import { directoryOf, type PathOptions, type Paths, pathOptions, shownFindings } from '../paths.ts';
import { pathSession } from '../session.ts';
import { type AccessOptions, type Allowed, accessOf, accessOptions } from './access.ts';

export interface DoctorOptions extends PathOptions, AccessOptions {
  /** Settings instead of the nearest `consul-cfg.yaml`. */
  readonly settings?: string | undefined;
  /** The release of Consul that files of agents are for. Manifests name their own. */
  readonly consul?: string | undefined;
  /** The address of one agent, as `-http-addr` of Consul takes it. Default: CONSUL_HTTP_ADDR, else what the files say. */
  readonly httpAddr?: string | undefined;
  /** The address of the agent of each node, by its name. */
  readonly agents?: Readonly<Record<string, string>> | undefined;
  /** The files are those of this machine: look at the service, the binary, and owner and mode of files too. Default: false. */
  readonly onHost?: boolean | undefined;
  /** The program that is asked for the state of the service. Default: systemctl of this machine. */
  readonly systemctl?: string | undefined;
  /** Wait as many milliseconds at most until nothing is wrong. Default: do not wait. */
  readonly wait?: number | undefined;
  /** Called while waiting, with the number of findings that are left. */
  readonly waiting?: ((left: number) => void) | undefined;
}

const doctorOptions: OptionTable<DoctorOptions> = {
  ...pathOptions,
  ...accessOptions,
  settings: 'any',
  consul: 'any',
  httpAddr: 'any',
  agents: 'any',
  onHost: 'any',
  systemctl: 'any',
  wait: 'any',
  waiting: 'any',
};

/** A report, and which agents it is about. */
export interface DoctorReport extends JsonReport {
  /** How many agents were asked. */
  readonly agents: number;
  /** Nodes of the files whose agents were not asked, so that nothing is known of what they run. */
  readonly notAsked: readonly string[];
  /** What was seen, and what could not be looked at, a sentence each without its end. */
  readonly notes: readonly string[];
}

/**
 * What is wrong with running agents. They are read only: no request changes anything.
 *
 * @param paths a manifest, or files and directories of agents; none: the cluster alone
 * @throws InputError where a path cannot be read
 * @throws ConsulCfgError for an address that is none, and where a token would be sent in the clear
 */
export async function doctor(paths: Paths = [], options: DoctorOptions = {}): Promise<DoctorReport> {
  const caller = 'doctor()';
  checkOptions(caller, options, doctorOptions);
  const until = Date.now() + (options.wait ?? 0);
  for (;;) {
    const found = await once(caller, paths, options);
    const left = found.findings.filter(({ severity }) => severity !== 'info').length;
    if (left === 0 || Date.now() >= until) {
      const { findings, files, agents, notAsked, notes } = found;
      const report = plainReport({ findings: shownFindings(findings, paths, options), files });
      return Object.assign(report, { agents, notAsked, notes });
    }
    options.waiting?.(left);
    await new Promise((resolve) => setTimeout(resolve, Math.min(pause, Math.max(until - Date.now(), 0))));
  }
}

/** Between two looks at a cluster that is not healthy yet. */
const pause = 1000;

async function once(caller: string, paths: Paths, options: DoctorOptions): Promise<Diagnosis> {
  const { cwd, consul, settings, onHost } = options;
  const named = [paths].flat();
  const given = named.length === 0 && onHost ? [ownFiles] : named;
  const session = await pathSession(caller, given.length > 0 ? given : ['.'], {
    cwd,
    consul,
    settings,
    onHost,
  });
  const access = accessOf(caller, options, directoryOf(options));
  const env = options.env ?? process.env;
  const at = { address: options.httpAddr ?? (env.CONSUL_HTTP_ADDR || undefined), agents: options.agents };
  const result = await diagnose(
    { ...session, paths: given },
    (nodes) => targetsOf(at, nodes).map(({ node, address }) => askedAt(caller, node, address, access)),
    await hostOf(options),
  );
  if (isFailed(result)) throw failedError(caller, result);
  return result;
}

/** Where the packages of Consul have the configuration of this machine's agent. */
const ownFiles = '/etc/consul.d';

const hostOf = async ({ onHost, systemctl }: DoctorOptions): Promise<HostReader | undefined> =>
  onHost ? (await import('../../../app/machine/systemd.ts')).hostReader(systemctl) : undefined;

function askedAt(caller: string, node: string | undefined, address: string, access: Allowed) {
  const endpoint = readEndpoint(address, access.isSecure);
  if (typeof endpoint === 'string') throw givenError(caller, `${address} ${endpoint}`, 'httpAddr');
  if (
    (access.token ?? access.patroniToken) !== undefined &&
    endpoint.protocol === 'http' &&
    !isHere(endpoint) &&
    !access.insecureToken
  )
    throw givenError(
      caller,
      `the token would be sent to ${endpoint.text} in the clear; write https://, or allow it with --insecure-token`,
      'token',
    );
  return {
    node,
    address: endpoint.text,
    ask: askOf(endpoint, access),
    served: servedBy(access),
    hasToken: access.token !== undefined,
    ...(access.patroniToken !== undefined && {
      asPatroni: askOf(endpoint, { ...access, token: access.patroniToken }),
    }),
  };
}
