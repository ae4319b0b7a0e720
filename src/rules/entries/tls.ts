import { itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type Say } from '../forms/entries.ts';

const versions = ['TLSv1_0', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'];

interface TlsKeys {
  readonly min: string;
  readonly max: string;
}

/** Oldest and newest version in order, and no cipher suites where TLS 1.3 is the oldest. */
function tlsFault(value: Value, at: string, keys: TlsKeys, say: Say): void {
  const [min, max] = [textAt(value, `${at}.${keys.min}`), textAt(value, `${at}.${keys.max}`)];
  const isReversed =
    versions.includes(min) && versions.indexOf(max) >= 0 && versions.indexOf(max) < versions.indexOf(min);
  if (isReversed) say(`${at}.${keys.max}`, `is ${max}, older than ${keys.min}, which is ${min}`);
  if (itemsAt(value, `${at}.cipher_suites`).length > 0 && min === 'TLSv1_3') {
    say(
      `${at}.cipher_suites`,
      'cannot be chosen for TLS 1.3, which is the oldest version here; remove the list',
    );
  }
}

const underscored: TlsKeys = { min: 'tls_min_version', max: 'tls_max_version' };

const capital: TlsKeys = { min: 'MinVersion', max: 'MaxVersion' };

export const entriesTls = ofEntries({
  id: 'entries/tls',
  kinds: ['mesh', 'ingress-gateway', 'api-gateway'],
  keys: ['tls', 'listeners[].tls'],
  docs: {
    summary:
      'The newest version of TLS must not be older than the oldest; cipher suites cannot be chosen for TLS 1.3.',
  },
  run: ({ value, kind }, say) => {
    if (kind === 'mesh')
      for (const side of ['incoming', 'outgoing']) tlsFault(value, `tls.${side}`, underscored, say);
    if (kind === 'ingress-gateway') tlsFault(value, 'tls', underscored, say);
    for (const [i] of itemsAt(value, 'listeners').entries()) {
      if (kind !== 'mesh')
        tlsFault(value, `listeners[${i}].tls`, kind === 'api-gateway' ? capital : underscored, say);
    }
  },
});
