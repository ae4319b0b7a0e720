/**
 * `tls` as the options of a node. Every release that is modelled has the `tls` stanza (since 1.12) and the gRPC port with
 * TLS of its own (since 1.14), so nothing here depends on the release.
 */
import type { ObjectValue } from '../../text/tree/value.ts';
import type { Group } from '../derive.ts';
import type { Setting } from '../presets/preset.ts';
import { numberAt, stringValue } from '../values.ts';
import { type Facts, fillPlaceholders } from './placeholders.ts';
import type { Pattern, Tls } from './security.ts';

export interface TlsNode {
  readonly facts: Facts;
  readonly role: 'server' | 'client';
  /** What the manifest says of it otherwise. */
  readonly config: ObjectValue;
  /** The servers of its datacenter. */
  readonly servers: Group['servers'];
}

export function tlsSettings(tls: Tls, node: TlsNode): Setting[] {
  const hasFiles = node.role === 'server' || tls.clients === 'certificates';
  return [
    file('tls.defaults.ca_file', tls.ca, node, said('tls.ca', tls.ca, tls)),
    ...(hasFiles
      ? [
          file('tls.defaults.cert_file', tls.cert, node, said('tls.cert', tls.cert, tls)),
          file('tls.defaults.key_file', tls.key, node, said('tls.key', tls.key, tls)),
        ]
      : []),
    ...verification(tls, hasFiles),
    ...(node.role === 'server' ? forClients(tls) : asClient(tls, node)),
    ...ports(tls, node, hasFiles),
  ];
}

const said = (name: string, pattern: Pattern, tls: Tls): string =>
  pattern.at === tls.at ? `the default of ${name}` : `${name} of the manifest`;

function file(path: string, pattern: Pattern, { facts }: TlsNode, why: string): Setting {
  return { path, value: stringValue(fillPlaceholders(pattern.text, facts), pattern.at), why };
}

function verification(tls: Tls, hasFiles: boolean): Setting[] {
  const outgoing: Setting[] = [
    {
      path: 'tls.defaults.verify_outgoing',
      value: true,
      why: 'without it the certificates are there and RPC still goes unencrypted',
    },
  ];
  const incoming: Setting[] = [
    {
      path: 'tls.internal_rpc.verify_incoming',
      value: true,
      why: 'only holders of a certificate of the CA may speak to the agent',
    },
  ];
  const hostname: Setting = {
    path: 'tls.internal_rpc.verify_server_hostname',
    value: true,
    why: 'otherwise any certificate of the CA is good enough to pose as a server',
  };
  return [
    ...outgoing,
    ...(hasFiles ? incoming : []),
    hostname,
    ...(tls.verifyIncomingHttps && hasFiles ? demanded : []),
  ];
}

const demanded: readonly Setting[] = ['https', 'grpc'].map((listener) => ({
  path: `tls.${listener}.verify_incoming`,
  value: true,
  why: 'tls.verify_incoming_https of the manifest',
}));

/** What servers need so that clients get by without files. */
function forClients({ clients }: Tls): Setting[] {
  const why = `tls.clients is ${clients}`;
  if (clients === 'auto_encrypt') return [{ path: 'auto_encrypt.allow_tls', value: true, why }];
  if (clients === 'auto_config') return [{ path: 'auto_config.authorization.enabled', value: true, why }];
  return [];
}

function asClient(tls: Tls, node: TlsNode): Setting[] {
  const why = `tls.clients is ${tls.clients}`;
  if (tls.clients === 'auto_encrypt') return [{ path: 'auto_encrypt.tls', value: true, why }];
  if (tls.clients === 'certificates') return [];
  const intro = tls.introTokenFile;
  return [
    { path: 'auto_config.enabled', value: true, why },
    ...(intro
      ? [file('auto_config.intro_token_file', intro, node, 'tls.intro_token_file of the manifest')]
      : []),
    {
      path: 'auto_config.server_addresses',
      value: node.servers.map(({ target }) => target.rpc),
      why: 'the servers of the datacenter',
    },
  ];
}

function ports({ https }: Tls, { role, config }: TlsNode, hasFiles: boolean): Setting[] {
  if (!hasFiles) return [];
  const plain = (numberAt(config, 'ports', 'grpc') ?? 0) > 0;
  const grpc: Setting = {
    path: 'ports.grpc_tls',
    value: 8503,
    why: plain
      ? 'an agent with a certificate and only ports.grpc refuses to start'
      : 'what a server with a certificate opens for proxies and data planes',
  };
  const open = role === 'server' || plain;
  return [
    ...(https === undefined
      ? []
      : [{ path: 'ports.https', value: https, why: 'the API with TLS, beside the plain one' }]),
    ...(open ? [grpc] : []),
  ];
}
