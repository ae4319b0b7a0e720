/** Names that secrets have anywhere: in free maps, headers, environments, flags, and where a key is misspelt. */
import { distance } from 'fastest-levenshtein';
import { certainSecrets } from '../options/generated/secret-names.ts';

const secretWords = new Set(
  (
    'secret secrets token tokens password passwords passwd passphrase pass pwd pw psk credential credentials cookie ' +
    'authorization apikey bearer'
  ).split(' '),
);

/** Secrets where they end a name: `encrypt_verify_incoming` and `license_path` are not secrets. */
const lastWords = new Set(['encrypt', 'license']);

/** `signing_key`: which keys are not public. */
const keyWords = new Set(
  'api access secret private encryption gossip raw signing auth shared master account'.split(' '),
);

/** What such a name says when it is not the secret itself: `secret_id_file_path`, `token_ttl`. */
const aboutSecrets = new Set(
  (
    'path file files dir dirs directory url uri type types bits ttl name names timeout policy policies period interval ' +
    'length size persistence replication enabled count header prefix'
  ).split(' '),
);

/** `X-Consul-Token`, `apiKey`, `API_KEY`: whether the name is one that secrets have. */
export function isSecretName(name: string): boolean {
  const known = answers.get(name);
  if (known !== undefined) return known;
  const answer = namesSecret(wordsOf(name));
  if (answers.size < 10_000) answers.set(name, answer);
  return answer;
}

const answers = new Map<string, boolean>();

function namesSecret(words: readonly string[]): boolean {
  const last = words.at(-1);
  if (last === undefined || aboutSecrets.has(last)) return false;
  if (lastWords.has(last) || (last === 'key' && keyWords.has(words.at(-2) ?? ''))) return true;
  return words.some((word) => secretWords.has(word));
}

const wordsOf = (name: string): string[] =>
  name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

const usual = [
  'password',
  'passwd',
  'secret',
  'token',
  'tokens',
  'api_key',
  'api_token',
  'auth_token',
  'access_token',
  'client_secret',
  'apikey',
  'encryption_key',
  'authorization',
  'credentials',
];

/** A slip away from the name of a secret: `passwor`, `circonus_api_tokn`. */
export const isNearSecretName = (name: string): boolean => isNearOneOf(name, usual);

/** The same for keys that Consul does not know, which may be meant for any block: `agnet`. */
export const isNearSecretOption = (name: string, options: readonly string[]): boolean =>
  isNearOneOf(name, [...options, ...certainSecrets, ...usual]);

/** What a flag or a variable may be meant for that is one letter off: `encryptt`, `consul_acl_tokn`. */
export function isSlipOfSecretName(name: string): boolean {
  if (name.length > 60) return false;
  const known = slips.get(name);
  if (known !== undefined) return known;
  const key = wordsOf(name)
    .filter((word) => word !== 'consul')
    .join('_');
  const answer = key.length > 3 && meant.some((other) => isSlip(key, other));
  if (slips.size < 10_000) slips.set(name, answer);
  return answer;
}

const slips = new Map<string, boolean>();

/** Names of one word that other things have too, such as `agent`, are left out. */
const meant = [...usual, ...lastWords, ...certainSecrets.filter((name) => name.includes('_'))];

const isSlip = (key: string, name: string): boolean =>
  key !== name &&
  Math.abs(key.length - name.length) < 2 &&
  (distance(key, name) < 2 || (key.length === name.length && sorted(key) === sorted(name)));

function isNearOneOf(name: string, others: readonly string[]): boolean {
  if (name.length > 60) return false;
  const key = wordsOf(name).join('_');
  return others.some((other) => isNear(key, other.toLowerCase()));
}

function isNear(key: string, name: string): boolean {
  const limit = Math.max(1, Math.floor(name.length / 4));
  if (Math.abs(key.length - name.length) > limit) return false;
  return distance(key, name) <= limit || (key.length === name.length && sorted(key) === sorted(name));
}

const sorted = (text: string): string => [...text].sort().join('');
