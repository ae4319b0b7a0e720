import { isFragment } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

const stanzas = ['defaults', 'internal_rpc', 'https', 'grpc'] as const;

export const certWithoutKey = rule({
  id: 'tls/cert-without-key',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['tls.defaults.cert_file', 'tls.defaults.key_file'],
  docs: {
    summary: 'A certificate has no key, or a key no certificate.',
    rationale: 'The agent starts and uses neither: TLS that was meant to be on is off, without a warning.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    cert_file = "/etc/consul.d/cert.pem"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    cert_file = "/etc/consul.d/cert.pem"\n' +
        '    key_file = "/etc/consul.d/key.pem"\n  }\n}\n',
    },
  },
  run(node, report) {
    if (isFragment(node)) return;
    const { config } = node;
    for (const stanza of stanzas) {
      const [cert, key] = ['cert_file', 'key_file'].map((name) => config.string(`tls.${stanza}.${name}`));
      if (Boolean(cert) === Boolean(key)) continue;
      const [is, lacks] = cert ? ['cert_file', 'key_file'] : ['key_file', 'cert_file'];
      // What tls.defaults lacks, every stanza that inherits from it lacks too.
      const own = config.get(`tls.${stanza}.${is}`) !== undefined;
      if (stanza !== 'defaults' && !own) continue;
      report({
        at: config.at(`tls.${stanza}.${is}`),
        path: `tls.${stanza}.${is}`,
        message: `${is} without ${lacks}: the agent starts without a certificate, and TLS stays off; write ${lacks} as well`,
      });
    }
  },
});
