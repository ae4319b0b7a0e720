/** Where the APIs of an agent listen, and what TLS they use. */
import type { Config } from '../../model/config.ts';
import { addressFields, isLoopback } from '../../util/addresses.ts';

export interface Listener {
  /** The option that opens it to the network. */
  readonly path: string;
  readonly address: string;
}

/** The option that says where an API listens, and its addresses as they are written. */
export function apiAddresses(
  config: Config,
  api: string,
): { readonly path: string; readonly addresses: readonly string[] } {
  const own = addressFields(config.string(`addresses.${api}`) ?? '');
  if (own.length > 0) return { path: `addresses.${api}`, addresses: own };
  return { path: 'client_addr', addresses: addressFields(config.string('client_addr') ?? '127.0.0.1') };
}

/** The first address beyond this machine on which a client API listens; undefined where it is off or local. */
export function openListener(config: Config, api: 'http' | 'https'): Listener | undefined {
  if ((config.number(`ports.${api}`) ?? 0) <= 0) return undefined;
  const { path, addresses } = apiAddresses(config, api);
  const address = addresses.find(reachesBeyond);
  return address === undefined ? undefined : { path, address };
}

/** A template is taken for what it says: every go-sockaddr function but one for the interface lo finds outside ones. */
function reachesBeyond(address: string): boolean {
  if (address.startsWith('unix://')) return false;
  if (address.includes('{{')) return /Get\w+/.test(address) && !/"lo\d*"|127\./.test(address);
  return !isLoopback(address);
}

/** True where the agent has an HTTP or HTTPS listener. */
export const hasHttpApi = (config: Config): boolean =>
  (config.number('ports.http') ?? 0) > 0 || (config.number('ports.https') ?? 0) > 0;

/** True where an API listens on a unix socket; without one, the owner of sockets has no effect. */
export const opensSocket = (config: Config): boolean =>
  ['addresses.http', 'addresses.https', 'addresses.grpc', 'addresses.grpc_tls'].some((path) =>
    config.string(path)?.includes('unix://'),
  );

/** The three listeners that TLS is set for; what a stanza does not set is taken from tls.defaults. */
export const tlsStanzas = ['internal_rpc', 'https', 'grpc'] as const;

/** True where whoever uses the HTTPS API needs a certificate of the CA. */
export const needsClientCertificate = (config: Config): boolean =>
  config.bool(tlsOption(config, 'https', 'verify_incoming')) === true;

/** Where an option of a listener is written: in its own stanza, else in tls.defaults. */
export function tlsOption(config: Config, stanza: (typeof tlsStanzas)[number], name: string): string {
  const own = `tls.${stanza}.${name}`;
  return config.value(own) ? own : `tls.defaults.${name}`;
}
