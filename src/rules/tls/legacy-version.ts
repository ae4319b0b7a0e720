import { replaceValue } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

const options = [
  'tls.defaults.tls_min_version',
  'tls.internal_rpc.tls_min_version',
  'tls.https.tls_min_version',
  'tls.grpc.tls_min_version',
  'tls_min_version',
] as const;

const legacy = ['TLSv1_0', 'TLSv1_1', 'tls10', 'tls11'];

export const legacyVersion = rule({
  id: 'tls/legacy-version',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  supersedes: ['tls/version-word'],
  options,
  fix: 'safe',
  docs: {
    summary: 'TLS 1.0 or 1.1 is allowed.',
    rationale: 'Both are withdrawn (RFC 8996). Every Consul since 0.8 supports 1.2, which is the default.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    tls_min_version = "TLSv1_1"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    tls_min_version = "TLSv1_2"\n  }\n}\n',
    },
  },
  run({ config }, report) {
    for (const path of options) {
      const value = config.get(path);
      if (value?.kind !== 'string' || !legacy.includes(value.value)) continue;
      const better = value.value.startsWith('tls') ? 'tls12' : 'TLSv1_2';
      report({
        at: config.at(path),
        path,
        message: `${path} allows ${value.value}, a withdrawn version of TLS; write "${better}"`,
        fix: { title: `Write "${better}"`, safe: true, edits: [replaceValue(value, JSON.stringify(better))] },
      });
    }
  },
});
