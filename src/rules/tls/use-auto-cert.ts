import { misplaced } from './support/tls.ts';

export const tlsUseAutoCert = misplaced({
  id: 'tls/use-auto-cert',
  options: ['tls.defaults.use_auto_cert', 'tls.https.use_auto_cert', 'tls.internal_rpc.use_auto_cert'],
  docs: {
    summary: 'use_auto_cert is set outside of tls.grpc.',
    rationale:
      'The agent knows the key in every stanza of `tls` and refuses it where it has no meaning, even when ' +
      'it is false. Only the gRPC listener can take its certificate from auto_encrypt or auto_config by ' +
      'this key.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    use_auto_cert = true\n  }\n}\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\ntls {\n  grpc {\n    use_auto_cert = true\n  }\n}\n',
    },
  },
  advice: 'write it in tls.grpc, or remove it',
});
