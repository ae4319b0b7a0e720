import { misplaced } from './support/tls.ts';

export const tlsUseAutoCert = misplaced(
  'tls/use-auto-cert',
  ['tls.defaults.use_auto_cert', 'tls.https.use_auto_cert', 'tls.internal_rpc.use_auto_cert'],
  'Only tls.grpc takes it',
);
