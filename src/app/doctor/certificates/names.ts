/** Whether the certificate that an agent serves is for the names by which others call it. */
import type { Finding } from '../../../finding.ts';
import { covers } from '../../../subjects/machine/certificates.ts';
import type { Node } from '../../../subjects/subjects.ts';
import type { Expected } from '../expected.ts';
import { fieldOf } from '../json.ts';
import { nameIn, type Observed } from '../observe.ts';
import { askedAt } from './listeners.ts';
import { type Look, placeIn, shown } from './look.ts';

/** Whether some agent calls servers only by their name. */
export const areNamesVerified = (agents: readonly Observed[], nodes: readonly Expected[]): boolean =>
  nodes.some(({ node }) => verifiesNames(node)) || agents.some(verifiesNamesNow);

const verifiesNames = ({ config }: Node): boolean =>
  config.bool('tls.internal_rpc.verify_server_hostname') === true;

const verifiesNamesNow = ({ self }: Observed): boolean =>
  fieldOf(
    self.kind === 'json' ? self.json : undefined,
    'DebugConfig.TLS.InternalRPC.VerifyServerHostname',
  ) === true;

/** @param isVerified some agent of the cluster calls servers only by their name */
export function nameOf(look: Look, isVerified: boolean): readonly Finding[] {
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
