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
    summary:
      'TLS 1.3 has cipher suites of its own that cannot be chosen. A stanza that only inherits its list is spared.',
  },
  run: ({ config }, report) => {
    for (const stanza of stanzas) {
      const path = `${stanza}.tls_cipher_suites`;
      if (!config.value(path) || minimum(config, stanza) !== 'TLSv1_3') continue;
      report({
        path,
        message: `${path} cannot be set where the oldest version is TLSv1_3, whose cipher suites cannot be chosen; remove it`,
        related: [{ path: versionPath(config, stanza), message: 'the version is set here' }],
      });
    }
  },
});
