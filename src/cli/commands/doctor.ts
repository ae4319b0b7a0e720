/** `doctor`: what is wrong with running agents, next to what the files say of them. */
import { ConsulCfgError, type DoctorReport, doctor, InputError } from '../../node.ts';
import { plural } from '../../util/text.ts';
import { visibleLine } from '../../util/visible.ts';
import type { Command } from '../command.ts';
import { consulFlag, lintedVersion } from '../input/flags.ts';
import { sessionTexts } from '../input/session.ts';
import { milliseconds } from '../input/time.ts';
import { type ExitCode, exit, type Io, usageError, writeRaw } from '../io.ts';
import { attempt } from '../print/failure.ts';
import { destinations, formatFlag, printReport } from '../print/report.ts';

interface Options {
  readonly consul?: string;
  readonly httpAddr?: string;
  readonly agent?: readonly string[];
  readonly tokenFile?: string;
  readonly patroniTokenFile?: string;
  readonly insecureToken?: boolean;
  readonly caFile?: string;
  readonly clientCert?: string;
  readonly clientKey?: string;
  readonly tlsServerName?: string;
  readonly timeout: string;
  readonly onHost?: boolean;
  readonly wait?: string;
  readonly settings?: string;
  readonly format?: readonly string[];
  readonly failOn: 'error' | 'warning';
}

export const command: Command<Options> = {
  arguments: '[path...]',
  description:
    'Asks running agents over HTTP, all at once, and changes nothing. Reports what is wrong with the cluster (leader, Raft peers, ' +
    'members, releases, gossip keys, certificates that are served, what Patroni keeps) and, next to a cluster.yaml or the files of agents, which nodes are missing and which options ' +
    'an agent runs with another value; on the machine itself also the service of the agent and its files. Without addresses it asks the nodes whose API the files open to other machines, else the ' +
    'agent of this machine. The token is that of CONSUL_HTTP_TOKEN or of a file.',
  flags: [
    { ...consulFlag, docs: 'Consul release that files of agents are for; a manifest names its own' },
    {
      flags: '--http-addr <address>',
      docs: 'one agent: HOST:PORT, http://…, https://… or unix:///PATH (default: CONSUL_HTTP_ADDR)',
    },
    { flags: '--agent <name=address>', docs: 'the agent of a node', repeatable: true },
    { flags: '--token-file <file>', docs: 'file with the ACL token (default: CONSUL_HTTP_TOKEN)' },
    {
      flags: '--patroni-token-file <file>',
      docs: 'file with the ACL token of Patroni, to check whether its rights suffice',
    },
    { flags: '--insecure-token', docs: 'send the token over plain HTTP to other machines too' },
    { flags: '--ca-file <file>', docs: 'CAs that sign the certificates of agents (default: CONSUL_CACERT)' },
    { flags: '--client-cert <file>', docs: 'certificate to show to agents (default: CONSUL_CLIENT_CERT)' },
    { flags: '--client-key <file>', docs: 'key of that certificate (default: CONSUL_CLIENT_KEY)' },
    {
      flags: '--tls-server-name <name>',
      docs: 'name that certificates of agents must have (default: CONSUL_TLS_SERVER_NAME)',
    },
    { flags: '--timeout <time>', docs: 'time for an answer of an agent', default: '5s' },
    {
      flags: '--on-host',
      docs: 'the files are those of this machine (default: /etc/consul.d): look at the service of the agent (systemctl show), its binary, and owner and mode of files too',
    },
    { flags: '--wait <time>', docs: 'look again until nothing is wrong, for as long as this' },
    { flags: '--settings <file>', docs: 'settings to use instead of the nearest consul-cfg.yaml' },
    {
      flags: '--fail-on <level>',
      docs: 'exit with 1 at findings of this level',
      choices: ['error', 'warning'],
      default: 'error',
    },
    formatFlag,
  ],
  examples: [
    { line: 'consul-cfg doctor cluster.yaml', does: 'compare a running cluster with its manifest' },
    {
      line: 'consul-cfg doctor cluster.yaml --agent srv1=https://10.0.0.11:8501 --ca-file ca.pem --wait 3m',
      does: 'wait until a cluster is healthy and runs what is written, such as between two restarts',
    },
    {
      line: 'sudo consul-cfg doctor --on-host',
      does: 'look at the agent of this machine: its service, its files, and what it runs',
    },
    {
      line: 'consul-cfg doctor --http-addr unix:///run/consul.sock',
      does: 'look at a cluster without any file',
    },
  ],
  run,
};

async function run(paths: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  destinations(options.format);
  const { consul, httpAddr, tokenFile, insecureToken, caFile, clientCert, clientKey, tlsServerName } =
    options;
  const { patroniTokenFile } = options;
  const work = () =>
    doctor(paths, {
      cwd: io.cwd,
      env: io.env,
      consul: consul === undefined ? undefined : lintedVersion(consul),
      settings: options.settings,
      httpAddr,
      agents: agentsOf(options.agent),
      tokenFile,
      patroniTokenFile,
      insecureToken,
      caFile,
      clientCert,
      clientKey,
      tlsServerName,
      timeout: milliseconds('--timeout', options.timeout),
      onHost: options.onHost,
      wait: options.wait === undefined ? undefined : milliseconds('--wait', options.wait),
      waiting: (left) => showWaiting(left, io),
    });
  const report = await attempt(() => refusing(work), sessionTexts(io));
  hideWaiting(io);
  await printReport(report, options.format, io);
  for (const line of [...report.notes, scopeText(report)]) io.stderr.write(`${visibleLine(line)}\n`);
  const { errors, warnings } = report.summary;
  return errors > 0 || (options.failOn === 'warning' && warnings > 0) ? exit.findings : exit.clean;
}

/** What the library refuses of the command line, without the words of a script. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConsulCfgError) || error instanceof InputError) throw error;
    throw usageError(error.findings.map(({ message }) => message).join('; '));
  }
}

function agentsOf(given: readonly string[] = []): Readonly<Record<string, string>> {
  const pairs = given.map((text) => {
    const [, name, address] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (name === undefined || address === undefined)
      throw usageError(`--agent ${text} is not NAME=ADDRESS, such as srv1=http://10.0.0.11:8500`);
    return [name, address] as const;
  });
  return Object.fromEntries(pairs);
}

function scopeText({ agents, notAsked }: DoctorReport): string {
  const asked = `asked ${plural(agents, 'agent')}`;
  if (notAsked.length === 0 || agents === 0) return asked;
  const [first] = notAsked;
  return `${asked}, and not those of ${notAsked.slice(0, 5).join(', ')}${notAsked.length > 5 ? ' …' : ''}: what they run is not known; name them, as --agent ${first}=ADDRESS`;
}

const showWaiting = (left: number, { stderr }: Io): void => {
  if (stderr.isTerminal) writeRaw(stderr, `\r\u001b[Kwaiting: ${plural(left, 'finding')} left …`);
};

const hideWaiting = ({ stderr }: Io): void => {
  if (stderr.isTerminal) writeRaw(stderr, '\r\u001b[K');
};
