/** TLS, for each interface and as a default for all. */
import { dirPath, filePath } from '../../grammars/names.ts';
import { cipherSuites, keyExchange, tlsVersion } from '../../grammars/secrets.ts';
import { block, bool } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const certificates = section(() => ({
  ca_file: option(
    filePath,
    'CA certificate, or several in one file, that peers’ certificates must come from.',
  ),
  ca_path: option(dirPath, 'Directory of CA certificates; the alternative to ca_file.'),
  cert_file: option(filePath, 'Certificate of this agent; needs key_file.'),
  key_file: option(filePath, 'Private key of cert_file. Only the agent’s user must be able to read it.'),
  tls_min_version: option(tlsVersion, 'Oldest version of TLS that is accepted.', {
    unset: 'that of tls.defaults',
  }),
  tls_cipher_suites: option(
    cipherSuites,
    'Cipher suites for TLS 1.2. Not with TLSv1_3 as the oldest version.',
  ),
  tls_ecdh_curves: option(
    keyExchange,
    'Groups of the key exchange. With TLSv1_3 as the oldest version and none set: X25519MLKEM768,X25519.',
    { since: '2.1' },
  ),
}));

const verifyIncoming = option(bool, 'Turns away whoever cannot show a certificate of the CA.', {
  default: false,
});
const verifyOutgoing = option(bool, 'Calls others only over TLS, and only with a certificate of the CA.', {
  default: false,
});
const verifyServerHostname = option(
  bool,
  'Also asks that a server’s certificate be made out to server.<datacenter>.<domain>, so that no client can pass for one.',
  { default: false },
);

/** Known in every stanza, and refused in those that it means nothing to. */
const misplaced = (text: string) => option(bool, text, { refused: 'always' });
const noAutoCert = misplaced('Refused: only tls.grpc takes it.');
const noServerHostname = misplaced('Refused: only tls.defaults and tls.internal_rpc take it.');

const defaults = section(() => ({
  ...certificates(),
  tls_min_version: option(tlsVersion, 'Oldest version of TLS that is accepted.', { default: 'TLSv1_2' }),
  verify_incoming: verifyIncoming,
  verify_outgoing: verifyOutgoing,
  verify_server_hostname: option(verifyServerHostname.kind, verifyServerHostname.docs, {
    default: false,
    refused: { before: '1.17' },
  }),
  use_auto_cert: noAutoCert,
}));

const internalRpc = section(() => ({
  ...certificates(),
  verify_incoming: verifyIncoming,
  verify_outgoing: verifyOutgoing,
  verify_server_hostname: verifyServerHostname,
  use_auto_cert: noAutoCert,
}));

const https = section(() => ({
  ...certificates(),
  verify_incoming: verifyIncoming,
  verify_outgoing: verifyOutgoing,
  verify_server_hostname: noServerHostname,
  use_auto_cert: noAutoCert,
}));

const grpc = section(() => ({
  ...certificates(),
  verify_incoming: verifyIncoming,
  use_auto_cert: option(bool, 'Serves gRPC with the certificate that auto_encrypt or auto_config obtained.', {
    default: false,
  }),
  verify_outgoing: misplaced('Refused: the gRPC listener opens no connections.'),
  verify_server_hostname: noServerHostname,
}));

const noOptions = section(() => ({}));

export const tls = section(() => ({
  defaults: option(block('TlsDefaults', defaults), 'Defaults of every interface below.'),
  internal_rpc: option(
    block('TlsInternalRpc', internalRpc),
    'RPC between agents; the traffic inside of the cluster.',
  ),
  https: option(block('TlsHttps', https), 'The HTTPS API.'),
  grpc: option(block('TlsGrpc', grpc), 'The gRPC listener with TLS.'),
  '-': option(
    block('TlsMarker', noOptions),
    'An accident of the decoder: takes an empty object, and does nothing.',
    {
      internal: true,
    },
  ),
}));
