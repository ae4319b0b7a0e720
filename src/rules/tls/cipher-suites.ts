import { trimSpace } from '../../model/grammar/text.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { agentSuites, algorithms, minimum, stanzas } from './support/tls.ts';

/** Split at commas and not trimmed: a blank after a comma makes an unknown suite. */
function unknownSuites(text: string): readonly string[] {
  const trimmed = trimSpace(text);
  return trimmed === '' ? [] : trimmed.split(',').filter((suite) => !agentSuites.has(suite));
}

export const tlsCipherSuites = rule({
  scope: 'agent',
  source: 'consul',
  id: 'tls/cipher-suites',
  severity: 'error',
  options: stanzas.map((stanza) => `${stanza}.tls_cipher_suites`),
  docs: {
    summary: 'tls_cipher_suites names a suite that the agent does not know.',
    rationale:
      'The agent knows ten suites, by the names of the IANA registry, and refuses others. It splits the ' +
      'list at commas without trimming: a blank after a comma is part of the name.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n' +
        '    tls_cipher_suites = "TLS_RSA_WITH_AES_128_GCM_SHA256"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n' +
        '    tls_cipher_suites = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"\n  }\n}\n',
    },
  },
  run: ({ config }, report) => {
    for (const path of tlsCipherSuites.options) {
      const value = config.value(path);
      if (value?.kind !== 'string' || minimum(config, path.replace('.tls_cipher_suites', '')) === 'TLSv1_3')
        continue;
      const [unknown] = unknownSuites(value.value);
      if (unknown === undefined) continue;
      const known = agentSuites.has(unknown.trim());
      const fault = known
        ? `has a blank around ${quote(unknown.trim())}; separate suites by commas alone`
        : `names ${quote(unknown)}, which the agent does not know; it knows TLS_ECDHE_{ECDSA,RSA}_WITH_{${algorithms.join(', ')}}`;
      report({ path, value, message: `${path} ${fault}` });
    }
  },
});
