import { misplaced } from './support/tls.ts';

export const tlsDefaultServerHostname = misplaced(
  'tls/default-server-hostname',
  ['tls.defaults.verify_server_hostname'],
  'Before 1.17 only tls.internal_rpc takes it',
  { before: '1.17' },
);
