import { misplaced } from './support/tls.ts';

export const tlsVerifyOutgoing = misplaced(
  'tls/verify-outgoing',
  ['tls.grpc.verify_outgoing'],
  'The gRPC listener calls nobody; remove it',
);
