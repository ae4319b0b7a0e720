import { misplaced } from './support/tls.ts';

export const tlsVerifyServerHostname = misplaced(
  'tls/verify-server-hostname',
  ['tls.grpc.verify_server_hostname', 'tls.https.verify_server_hostname'],
  'Set it in tls.internal_rpc (from 1.17 on also in tls.defaults)',
);
