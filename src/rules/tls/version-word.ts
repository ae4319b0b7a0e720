import { quote } from '../message.ts';
import { rule } from '../rule.ts';

export const tlsVersionWord = rule({
  scope: 'agent',
  source: 'consul',
  id: 'tls/version-word',
  severity: 'warning',
  options: ['tls_min_version'],
  docs: { summary: 'The old words tls10 to tls13 are understood in the old key only.' },
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
        message: `tls_min_version ${quote(value.value)} is an old word; write ${quote(word)} in tls.defaults.tls_min_version`,
      });
    }
  },
});
