import { misplaced } from './support/tls.ts';

export const tlsDefaultServerHostname = misplaced({
  id: 'tls/default-server-hostname',
  options: ['tls.defaults.verify_server_hostname'],
  before: '1.17',
  docs: {
    summary: 'verify_server_hostname is set in tls.defaults, before 1.17.',
    rationale:
      'The agent knows the key in every stanza of `tls` and refuses it where it has no meaning, even when ' +
      'it is false. Since 1.17 tls.defaults takes it.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    verify_server_hostname = true\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  internal_rpc {\n    verify_server_hostname = true\n  }\n}\n',
    },
    consul: '1.16',
  },
  advice: 'write it in tls.internal_rpc, the only stanza that takes it before 1.17',
});
