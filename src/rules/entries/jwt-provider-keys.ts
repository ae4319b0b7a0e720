import { base64Length } from '../../model/grammar/encoding.ts';
import { parseUrl } from '../../model/grammar/url.ts';
import { find, numberAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type Say } from '../forms/entries.ts';
import { quote } from '../message.ts';
import { kinds } from './support/jwt-provider.ts';

function localFaults(local: Value, at: string, say: Say): void {
  const [jwks, filename] = [textAt(local, 'jwks'), textAt(local, 'filename')];
  if (Boolean(jwks) === Boolean(filename)) say(at, 'needs exactly one of jwks and filename');
  else if (jwks && base64Length(jwks) === undefined) say(`${at}.jwks`, 'must be base64 with padding');
}

function remoteFaults(remote: Value, at: string, say: Say): void {
  const uri = textAt(remote, 'uri');
  if (uri === '') say(at, 'needs a uri');
  else if (!isRequestUri(uri)) say(`${at}.uri`, `must be an absolute URL, not ${quote(uri)}`);
  const pauses = 'retry_policy.retry_policy_back_off';
  const [first, longest] = ['base_interval', 'max_interval'].map(
    (key) => numberAt(remote, `${pauses}.${key}`) ?? 0,
  );
  if (longest !== 0 && (first ?? 0) > (longest ?? 0))
    say(`${at}.${pauses}.max_interval`, 'is shorter than base_interval');
  certificateFaults(
    find(remote, 'jwks_cluster.tls_certificates'),
    `${at}.jwks_cluster.tls_certificates`,
    say,
  );
}

/** url.ParseRequestURI: absolute, or a path; a `#` is part of it. */
function isRequestUri(text: string): boolean {
  const url = parseUrl(text.replaceAll('#', '%23'));
  return url !== undefined && (text.startsWith('/') || url.scheme !== '');
}

const trustedKeys = ['filename', 'environment_variable', 'inline_string'];

function certificateFaults(certificates: Value | undefined, at: string, say: Say): void {
  if (!certificates) return;
  const trusted = find(certificates, 'trusted_ca');
  if (Boolean(trusted) === Boolean(find(certificates, 'ca_certificate_provider_instance'))) {
    say(at, 'needs exactly one of ca_certificate_provider_instance and trusted_ca');
  } else if (trusted) {
    const set = trustedKeys.filter((key) => textAt(trusted, key) !== '').length + (hasBytes(trusted) ? 1 : 0);
    if (set !== 1)
      say(`${at}.trusted_ca`, `needs exactly one of ${[...trustedKeys, 'inline_bytes'].join(', ')}`);
  }
}

function hasBytes(trusted: Value): boolean {
  const bytes = find(trusted, 'inline_bytes');
  return bytes?.kind === 'string'
    ? bytes.value !== ''
    : bytes?.kind === 'list'
      ? bytes.items.length > 0
      : bytes !== undefined;
}

export const entriesJwtProviderKeys = ofEntries({
  id: 'entries/jwt-provider-keys',
  supersedes: ['entries/value'],
  kinds,
  keys: ['json_web_key_set'],
  docs: {
    summary: 'The keys are given here, as base64 or in a file, or fetched from a URL: exactly one of these.',
  },
  run: ({ value }, say) => {
    const base = 'json_web_key_set';
    const [local, remote] = [find(value, `${base}.local`), find(value, `${base}.remote`)];
    if (!find(value, base)) say('', `needs ${base}: the keys that sign the tokens`);
    else if (Boolean(local) === Boolean(remote)) say(base, 'needs exactly one of local and remote');
    else if (local) localFaults(local, `${base}.local`, say);
    else if (remote) remoteFaults(remote, `${base}.remote`, say);
  },
});
