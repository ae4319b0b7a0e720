import { quote } from '../message.ts';
import { rule } from '../rule.ts';

export const tlsVersionWord = rule({
  scope: 'agent',
  source: 'consul',
  id: 'tls/version-word',
  severity: 'warning',
  options: ['tls_min_version'],
  docs: {
    summary: 'The deprecated top-level tls_min_version has one of the words tls10 to tls13.',
    rationale:
      'The agent takes these words in the top-level key only, and warns; tls.defaults.tls_min_version ' +
      'refuses them, so that moving the value with its key would not do.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\ntls_min_version = "tls12"\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    tls_min_version = "TLSv1_2"\n  }\n}\n',
    },
  },
  run: ({ agent }, report) => {
    for (const file of agent.files) {
      const value = file.value?.members.get('tls_min_version')?.value;
      const tls = file.value?.members.get('tls')?.value;
      const defaults = tls?.kind === 'object' ? tls.members.get('defaults')?.value : undefined;
      const isReplaced = defaults?.kind === 'object' && defaults.members.has('tls_min_version');
      if (value?.kind !== 'string' || isReplaced || !/^(?:tls1[0-3])?$/.test(value.value)) continue;
      const word = value.value === '' ? 'TLS_AUTO' : `TLSv1_${value.value.slice(-1)}`;
      report({
        path: 'tls_min_version',
        value,
        message: `tls_min_version ${quote(value.value)} is a deprecated word; write ${quote(word)} in tls.defaults.tls_min_version`,
      });
    }
  },
});
