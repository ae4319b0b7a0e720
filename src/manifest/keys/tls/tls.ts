/**
 * `tls` as the options of a node. Every release that is modelled has the `tls` stanza (since 1.12) and a separate
 * gRPC port for TLS (since 1.14), so nothing here depends on the release.
 */
import type * as z from 'zod';
import type { Span } from '../../../text/source/source.ts';
import { stringValue } from '../../../text/tree/make.ts';
import { rpcAddress } from '../../cluster.ts';
import type { ClusterSpec, NodeSpecBase } from '../../structure.ts';
import { numberAt } from '../../values.ts';
import type { Setting } from '../key.ts';
import { factsOf, fillPlaceholders, type Pattern } from '../placeholders.ts';
import type { schema } from './schema.ts';

export interface Tls {
  readonly at: Span;
  readonly ca: Pattern;
  readonly cert: Pattern;
  readonly key: Pattern;
  readonly clients: NonNullable<z.infer<typeof schema>['clients']>;
  /** Port of the HTTPS API; undefined for none. */
  readonly https: number | undefined;
  readonly verifyIncomingHttps: boolean;
  readonly introTokenFile: Pattern | undefined;
}

export function tlsSettings(tls: Tls, node: NodeSpecBase, servers: ClusterSpec['servers']): Setting[] {
  const hasFiles = node.role === 'server' || tls.clients === 'certificates';
  return [
    file('tls.defaults.ca_file', tls.ca, node, originOf('tls.ca', tls.ca, tls)),
    ...(hasFiles
      ? [
          file('tls.defaults.cert_file', tls.cert, node, originOf('tls.cert', tls.cert, tls)),
          file('tls.defaults.key_file', tls.key, node, originOf('tls.key', tls.key, tls)),
        ]
      : []),
    ...verification(tls, hasFiles),
    ...(node.role === 'server' ? forClients(tls) : asClient(tls, node, servers)),
    ...ports(tls, node, hasFiles),
  ];
}

const originOf = (name: string, pattern: Pattern, tls: Tls): string =>
  pattern.at === tls.at ? `the default of ${name}` : `${name} of the manifest`;

function file(path: string, pattern: Pattern, node: NodeSpecBase, why: string): Setting {
  return { path, value: stringValue(fillPlaceholders(pattern.text, factsOf(node)), pattern.at), why };
}

function verification(tls: Tls, hasFiles: boolean): Setting[] {
  const outgoing: Setting[] = [
    {
      path: 'tls.defaults.verify_outgoing',
      value: true,
      why: 'without it RPC is unencrypted although there are certificates',
    },
  ];
  const incoming: Setting[] = [
    {
      path: 'tls.internal_rpc.verify_incoming',
      value: true,
      why: 'the agent accepts RPC only from holders of a certificate that the CA signed',
    },
  ];
  const hostname: Setting = {
    path: 'tls.internal_rpc.verify_server_hostname',
    value: true,
    why: 'otherwise any certificate that the CA signed is enough to pose as a server',
  };
  return [
    ...outgoing,
    ...(hasFiles ? incoming : []),
    hostname,
    ...(tls.verifyIncomingHttps && hasFiles ? verifyingApis : []),
  ];
}

const verifyingApis: readonly Setting[] = ['https', 'grpc'].map((listener) => ({
  path: `tls.${listener}.verify_incoming`,
  value: true,
  why: 'tls.verify_incoming_https of the manifest',
}));

/** What servers need so that clients need no files. */
function forClients({ clients }: Tls): Setting[] {
  const why = `tls.clients is ${clients}`;
  if (clients === 'auto_encrypt') return [{ path: 'auto_encrypt.allow_tls', value: true, why }];
  if (clients === 'auto_config') return [{ path: 'auto_config.authorization.enabled', value: true, why }];
  return [];
}

function asClient(tls: Tls, node: NodeSpecBase, servers: ClusterSpec['servers']): Setting[] {
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
      value: servers.map(rpcAddress),
      why: 'the servers of the datacenter',
    },
  ];
}

function ports({ https }: Tls, { role, config }: NodeSpecBase, hasFiles: boolean): Setting[] {
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
      : [{ path: 'ports.https', value: https, why: 'the API with TLS, in addition to the plain one' }]),
    ...(open ? [grpc] : []),
  ];
}
