import { itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';

const versions = ['TLSv1_0', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'];

interface TlsKeys {
  readonly min: string;
  readonly max: string;
}

/** Oldest and newest version in order, and no cipher suites where TLS 1.3 is the oldest. */
function tlsFault(value: Value, at: string, keys: TlsKeys, report: ReportKey): void {
  const [min, max] = [textAt(value, `${at}.${keys.min}`), textAt(value, `${at}.${keys.max}`)];
  const isReversed =
    versions.includes(min) && versions.indexOf(max) >= 0 && versions.indexOf(max) < versions.indexOf(min);
  if (isReversed)
    report(`${at}.${keys.max}`, `is ${max}, older than ${keys.min}, which is ${min}; write ${min} or newer`);
  if (itemsAt(value, `${at}.cipher_suites`).length > 0 && min === 'TLSv1_3') {
    report(
      `${at}.cipher_suites`,
      'has no effect on TLS 1.3, the oldest version allowed here, and the agent refuses it; remove the list',
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
      'The newest TLS version of an entry is older than the oldest, or cipher suites are chosen for TLS 1.3.',
    rationale:
      'The agent refuses a maximum version below the minimum, and a list of cipher suites where the ' +
      'minimum is TLSv1_3, which has other suites.',
    bad: withEntry(`
      kind = "mesh"
      tls {
        incoming {
          tls_min_version = "TLSv1_3"
          tls_max_version = "TLSv1_2"
        }
      }
    `),
    good: withEntry(`
      kind = "mesh"
      tls {
        incoming {
          tls_min_version = "TLSv1_2"
          tls_max_version = "TLSv1_3"
        }
      }
    `),
  },
  run: ({ value, kind }, report) => {
    if (kind === 'mesh')
      for (const side of ['incoming', 'outgoing']) tlsFault(value, `tls.${side}`, underscored, report);
    if (kind === 'ingress-gateway') tlsFault(value, 'tls', underscored, report);
    for (const [i] of itemsAt(value, 'listeners').entries()) {
      if (kind !== 'mesh')
        tlsFault(value, `listeners[${i}].tls`, kind === 'api-gateway' ? capital : underscored, report);
    }
  },
});
