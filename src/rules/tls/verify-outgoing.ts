import { misplaced } from './support/tls.ts';

export const tlsVerifyOutgoing = misplaced({
  id: 'tls/verify-outgoing',
  options: ['tls.grpc.verify_outgoing'],
  docs: {
    summary: 'verify_outgoing is set in tls.grpc.',
    rationale:
      'The agent knows the key in every stanza of `tls` and refuses it where it has no meaning, even when ' +
      'it is false. The gRPC listener makes no outgoing connections.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\ntls {\n  grpc {\n    verify_outgoing = true\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  internal_rpc {\n    verify_outgoing = true\n  }\n}\n',
    },
  },
  advice: 'remove it: the gRPC listener makes no outgoing connections',
});
