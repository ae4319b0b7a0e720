import { base64Length } from '../../model/grammar/encoding.ts';
import { parseUrl } from '../../model/grammar/url.ts';
import { find, numberAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { kinds } from './support/jwt-provider.ts';

function localFaults(local: Value, at: string, report: ReportKey): void {
  const [jwks, filename] = [textAt(local, 'jwks'), textAt(local, 'filename')];
  if (Boolean(jwks) === Boolean(filename)) report(at, 'needs exactly one of jwks and filename');
  else if (jwks && base64Length(jwks) === undefined) report(`${at}.jwks`, 'must be base64 with padding');
}

function remoteFaults(remote: Value, at: string, report: ReportKey): void {
  const uri = textAt(remote, 'uri');
  if (uri === '') report(at, 'needs a uri');
  else if (!isRequestUri(uri)) report(`${at}.uri`, `must be an absolute URL, not ${quote(uri)}`);
  const pauses = 'retry_policy.retry_policy_back_off';
  const [first, longest] = ['base_interval', 'max_interval'].map(
    (key) => numberAt(remote, `${pauses}.${key}`) ?? 0,
  );
  if (longest !== 0 && (first ?? 0) > (longest ?? 0))
    report(`${at}.${pauses}.max_interval`, 'is shorter than base_interval; write a longer one');
  certificateFaults(
    find(remote, 'jwks_cluster.tls_certificates'),
    `${at}.jwks_cluster.tls_certificates`,
    report,
  );
}

/** url.ParseRequestURI: absolute, or a path; a `#` is part of it. */
function isRequestUri(text: string): boolean {
  const url = parseUrl(text.replaceAll('#', '%23'));
  return url !== undefined && (text.startsWith('/') || url.scheme !== '');
}

const trustedKeys = ['filename', 'environment_variable', 'inline_string'];

function certificateFaults(certificates: Value | undefined, at: string, report: ReportKey): void {
  if (!certificates) return;
  const trusted = find(certificates, 'trusted_ca');
  if (Boolean(trusted) === Boolean(find(certificates, 'ca_certificate_provider_instance'))) {
    report(at, 'needs exactly one of ca_certificate_provider_instance and trusted_ca');
  } else if (trusted) {
    const set = trustedKeys.filter((key) => textAt(trusted, key) !== '').length + (hasBytes(trusted) ? 1 : 0);
    if (set !== 1)
      report(`${at}.trusted_ca`, `needs exactly one of ${[...trustedKeys, 'inline_bytes'].join(', ')}`);
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
    summary: 'A JWT provider has no keys, or more than one source of keys.',
    rationale:
      'json_web_key_set must have exactly one of local and remote; local exactly one of jwks, in padded ' +
      'base64, and filename; remote an absolute uri. Certificates of the remote cluster need exactly ' +
      'one trusted source. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "jwt-provider"
      name = "okta"
      json_web_key_set {
        remote {
          uri = "okta.example.com/keys"
        }
      }
    `),
    good: withEntry(`
      kind = "jwt-provider"
      name = "okta"
      json_web_key_set {
        remote {
          uri = "https://okta.example.com/keys"
        }
      }
    `),
  },
  run: ({ value }, report) => {
    const base = 'json_web_key_set';
    const [local, remote] = [find(value, `${base}.local`), find(value, `${base}.remote`)];
    if (!find(value, base)) report('', `needs ${base}, the keys that verify tokens`);
    else if (Boolean(local) === Boolean(remote)) report(base, 'needs exactly one of local and remote');
    else if (local) localFaults(local, `${base}.local`, report);
    else if (remote) remoteFaults(remote, `${base}.remote`, report);
  },
});
