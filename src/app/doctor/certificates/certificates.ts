/** The certificates that agents serve: how long they are valid, for which names, and of which CA. */
import type { Finding } from '../../../finding.ts';
import type { Served } from '../../../live/served.ts';
import { tlsOption } from '../../../subjects/agent/listeners.ts';
import { named as inSentence } from '../../../subjects/cluster/groups.ts';
import { covers } from '../../../subjects/machine/certificates.ts';
import { absolutePath } from '../../../subjects/machine/machine.ts';
import type { Node } from '../../../subjects/subjects.ts';
import { groupBy } from '../../../util/collections.ts';
import { plural } from '../../../util/text.ts';
import { called } from '../agents.ts';
import { type Expected, isNamed, placeOf } from '../expected.ts';
import { fieldOf } from '../json.ts';
import { nameIn, type Observed } from '../observe.ts';
import { askedAt, type Listener, listenersOf } from './listeners.ts';

type Certificate = Served & { readonly kind: 'certificate' };

interface Look {
  readonly agent: Observed;
  readonly listener: Listener;
  readonly served: Certificate;
  readonly expected: Expected | undefined;
  /** Whether it was compared with the CA of the agent's files. */
  readonly isOfFiles: boolean;
}

export interface CertificateState {
  readonly findings: readonly Finding[];
  /** Agents that were not asked anything, since their certificate is not valid. */
  readonly explained: readonly Observed[];
}

export async function certificateState(
  agents: readonly Observed[],
  nodes: readonly Expected[],
): Promise<CertificateState> {
  const found = await Promise.all(agents.map((agent) => looksAt(agent, nodes)));
  const all = found.flat();
  const named = nodes.some(({ node }) => verifiesNames(node)) || agents.some(verifiesNamesNow);
  return {
    findings: [
      ...alike(all).flatMap(expiryOf),
      ...all.flatMap((look) => nameOf(look, named)),
      ...alike(all.filter(({ isOfFiles, served }) => isOfFiles && served.isStrange)).map(strangeCa),
    ],
    explained: all.flatMap(({ agent, served }) =>
      agent.self.kind === 'silent' && isInvalid(served) ? [agent] : [],
    ),
  };
}

/** The looks at one certificate of an agent, which several ports may serve. */
const alike = (looks: readonly Look[]): readonly (readonly [Look, ...Look[]])[] =>
  [
    ...groupBy(looks, ({ agent, served: { subject, names, date } }) =>
      JSON.stringify([agent.address, subject, names, date]),
    ).values(),
  ].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []));

const isInvalid = ({ isEarly, daysLeft }: Certificate): boolean => isEarly || daysLeft < 0;

async function looksAt(agent: Observed, nodes: readonly Expected[]): Promise<readonly Look[]> {
  const { served } = agent;
  if (!served) return [];
  const name = nameIn(agent) ?? agent.node;
  const expected = name === undefined ? undefined : nodes.find(isNamed(name));
  const looks = await Promise.all(
    toLookAt(agent).map(async (listener): Promise<readonly Look[]> => {
      const ca = expected && hasOwnCa(agent, listener) ? caOf(expected.node, listener) : undefined;
      const seen = await served({
        ...listener,
        protocol: listener.stanza === 'internal_rpc' ? 'rpc' : 'tls',
        ca,
      });
      return seen.kind === 'certificate'
        ? [{ agent, listener, served: seen, expected, isOfFiles: ca !== undefined }]
        : [];
    }),
  );
  return looks.flat();
}

/** The port that was asked too where the agent did not answer there: its certificate may be why. */
function toLookAt(agent: Observed): readonly Listener[] {
  const asked = agent.address.startsWith('https://') ? askedAt(agent.address) : undefined;
  if (agent.self.kind === 'silent') return asked ? [{ what: 'HTTPS', ...asked, stanza: 'https' }] : [];
  return listenersOf(agent);
}

/** Those that Connect, auto_encrypt or auto_config give an agent are of a CA of the cluster. */
function hasOwnCa({ self }: Observed, { stanza }: Listener): boolean {
  const get = (name: string): unknown =>
    fieldOf(self.kind === 'json' ? self.json : undefined, `DebugConfig.${name}`);
  const isGiven = get('AutoEncryptTLS') === true || get('AutoConfig.Enabled') === true;
  return !isGiven && !(stanza === 'grpc' && get('TLS.GRPC.UseAutoCert') === true);
}

/** Undefined where the file is not here. */
function caOf({ config, machine, tree }: Node, { stanza }: Listener): string | undefined {
  const file = absolutePath(config.string(`tls.${stanza}.ca_file`));
  if (file === undefined) return undefined;
  const bytes = machine?.files.read(file);
  const text = bytes ? new TextDecoder().decode(bytes) : tree?.read(file)?.text;
  return text?.includes('CERTIFICATE-----') ? text : undefined;
}

const verifiesNames = ({ config }: Node): boolean =>
  config.bool('tls.internal_rpc.verify_server_hostname') === true;

const verifiesNamesNow = ({ self }: Observed): boolean =>
  fieldOf(
    self.kind === 'json' ? self.json : undefined,
    'DebugConfig.TLS.InternalRPC.VerifyServerHostname',
  ) === true;

/** The place of the certificate's file in the files, else that of the node. */
function placeIn({ agent, expected, listener }: Look): Finding['at'] {
  if (!expected) return placeOf(agent);
  const { config } = expected.node;
  return config.string(`tls.${listener.stanza}.cert_file`)
    ? config.at(tlsOption(config, listener.stanza, 'cert_file'))
    : expected.at;
}

const shown = (...looks: readonly [Look, ...Look[]]): string => {
  const { agent, served } = looks[0];
  const node = nameIn(agent) ?? agent.node;
  const at = looks.map(
    ({ listener: { what, host, port } }) => `${host.includes(':') ? `[${host}]` : host}:${port} (${what})`,
  );
  const whose = node === undefined ? called(agent) : node;
  return `the certificate of ${whose} at ${inSentence(at)}, "${served.subject || served.names[0] || 'without a name'}",`;
};

/** A certificate for less than 90 days is renewed by a program, and one for less than 30 by the cluster itself. */
const isSoon = ({ daysLeft, days }: Certificate): boolean =>
  days > 30 && daysLeft < Math.min(30, Math.floor(days / 3));

function expiryOf(looks: readonly [Look, ...Look[]]): readonly Finding[] {
  const [look] = looks;
  const { served, agent } = look;
  const at = placeIn(look);
  const rule = 'live/certificate-expired';
  const unknown = agent.self.kind === 'silent' ? '; nothing is known of this agent' : '';
  const remedy = `put a new one in place of its file, and \`consul reload\`${unknown}`;
  if (served.isEarly)
    return [
      {
        rule,
        severity: 'error',
        message: `${shown(...looks)} is not valid yet: whoever verifies it refuses the connection; look at the clocks, or ${remedy}`,
        at,
      },
    ];
  if (served.daysLeft < 0)
    return [
      {
        rule,
        severity: 'error',
        message: `${shown(...looks)} has expired on ${served.date}: whoever verifies it refuses the connection; ${remedy}`,
        at,
      },
    ];
  if (!isSoon(served)) return [];
  return [
    {
      rule,
      severity: 'warning',
      message: `${shown(...looks)} expires in ${plural(served.daysLeft, 'day')}, on ${served.date}; ${remedy}`,
      at,
    },
  ];
}

/** @param isVerified some agent of the cluster calls servers only by their name */
function nameOf(look: Look, isVerified: boolean): readonly Finding[] {
  const { listener, served, expected, agent } = look;
  const name = serverName(agent, expected?.node);
  const has = served.names.length > 0 ? `it has ${served.names.slice(0, 5).join(', ')}` : 'it has none';
  const isNamedFor = (wanted: string): boolean => served.names.some((other) => covers(other, wanted));
  if (listener.stanza === 'internal_rpc') {
    if (!isVerified || name === undefined || isNamedFor(name)) return [];
    return [
      {
        rule: 'live/certificate-name',
        severity: 'error',
        message: `${shown(look)} is not for ${name} (${has}): with verify_server_hostname agents refuse to call this server; issue one with that name`,
        at: placeIn(look),
      },
    ];
  }
  const wanted = [name, ...namesOf(look)].flatMap((one) => one ?? []);
  // Who calls gRPC by which name is not known, and an agent that was asked by a wrong one says so itself.
  if (listener.stanza === 'grpc' || agent.self.kind === 'silent' || wanted.some(isNamedFor)) return [];
  return [
    {
      rule: 'live/certificate-name',
      severity: 'warning',
      message: `${shown(look)} is for none of ${wanted.slice(0, 5).join(', ')} (${has}): who calls it by one of these refuses it; issue one with the names that callers use`,
      at: placeIn(look),
    },
  ];
}

/** `server.dc1.consul`, as agents call a server; undefined where that is not known. */
function serverName({ self }: Observed, node: Node | undefined): string | undefined {
  const get = (path: string): unknown => fieldOf(self.kind === 'json' ? self.json : undefined, path);
  const datacenter = get('Config.Datacenter') ?? node?.config.string('datacenter');
  const domain = get('DebugConfig.DNSDomain') ?? node?.config.string('domain') ?? 'consul';
  if (typeof datacenter !== 'string' || typeof domain !== 'string') return undefined;
  return `server.${datacenter}.${domain.replace(/\.$/, '')}`.toLowerCase();
}

/** By which names and addresses callers may know the agent. */
function namesOf({ agent, listener, expected }: Look): readonly string[] {
  const config = expected?.node.config;
  const addresses = ['advertise_addr', 'bind_addr'].map((path) => config?.string(path));
  const asked = askedAt(agent.address)?.host;
  const own = [nameIn(agent), listener.host, asked, ...addresses, 'localhost', '127.0.0.1'];
  return [
    ...new Set(
      own.flatMap((name) => (name === undefined || /^[0.:]*$|[{<$]/.test(name) ? [] : name.toLowerCase())),
    ),
  ];
}

const strangeCa = (looks: readonly [Look, ...Look[]]): Finding => ({
  rule: 'live/certificate-ca',
  severity: 'error',
  message: `${shown(...looks)} is not signed by the CA of the files (${looks[0].expected!.node.config.string(`tls.${looks[0].listener.stanza}.ca_file`)}): agents that have this CA refuse it; issue it by that CA, or give all agents both CAs in one file`,
  at: placeIn(looks[0]),
});
