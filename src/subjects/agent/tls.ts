/** The three listeners that TLS is set for, and what they take from tls.defaults. */
import type { Config } from '../../model/config.ts';

export const tlsStanzas = ['internal_rpc', 'https', 'grpc'] as const;

/** True where whoever uses the HTTPS API needs a certificate of the CA. */
export const needsClientCertificate = (config: Config): boolean =>
  config.bool(tlsOption(config, 'https', 'verify_incoming')) === true;

/** Where an option of a listener is written: in its own stanza, else in tls.defaults. */
export function tlsOption(config: Config, stanza: (typeof tlsStanzas)[number], name: string): string {
  const own = `tls.${stanza}.${name}`;
  return config.value(own) ? own : `tls.defaults.${name}`;
}
