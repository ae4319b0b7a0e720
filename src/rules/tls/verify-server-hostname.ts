import { misplaced } from './support/tls.ts';

export const tlsVerifyServerHostname = misplaced({
  id: 'tls/verify-server-hostname',
  options: ['tls.grpc.verify_server_hostname', 'tls.https.verify_server_hostname'],
  docs: {
    summary: 'verify_server_hostname is set in tls.grpc or tls.https.',
    rationale:
      'The agent knows the key in every stanza of `tls` and refuses it where it has no meaning, even when ' +
      'it is false. It is about calls from agents to servers, and so belongs in tls.internal_rpc.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  https {\n    verify_server_hostname = true\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  internal_rpc {\n    verify_server_hostname = true\n  }\n}\n',
    },
  },
  advice: 'write it in tls.internal_rpc (since 1.17 also in tls.defaults)',
});
