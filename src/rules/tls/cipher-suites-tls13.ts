import type { AgentSubject } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';
import { minimum, stanzas } from './support/tls.ts';

const versionPath = (config: AgentSubject['config'], stanza: string): string => {
  const own = `${stanza}.tls_min_version`;
  return config.value(own) ? own : 'tls.defaults.tls_min_version';
};

export const tlsCipherSuitesTls13 = rule({
  scope: 'agent',
  source: 'consul',
  id: 'tls/cipher-suites-tls13',
  severity: 'error',
  options: stanzas.flatMap((stanza) => [`${stanza}.tls_cipher_suites`, `${stanza}.tls_min_version`]),
  docs: {
    summary: 'tls_cipher_suites is set, but the oldest TLS version is TLSv1_3.',
    rationale:
      'The cipher suites of TLS 1.3 cannot be chosen, and the agent refuses the option, even empty. A ' +
      'stanza that only inherits its list from tls.defaults is accepted.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    tls_min_version = "TLSv1_3"\n' +
        '    tls_cipher_suites = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    tls_min_version = "TLSv1_3"\n  }\n}\n',
    },
  },
  run: ({ config }, report) => {
    for (const stanza of stanzas) {
      const path = `${stanza}.tls_cipher_suites`;
      if (!config.value(path) || minimum(config, stanza) !== 'TLSv1_3') continue;
      report({
        path,
        message: `${path} cannot be set where the oldest version is TLSv1_3, whose cipher suites cannot be chosen, and the agent refuses it; remove it`,
        related: [{ path: versionPath(config, stanza), message: 'the oldest version' }],
      });
    }
  },
});
