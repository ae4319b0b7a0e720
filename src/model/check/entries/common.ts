/** What several kinds of entries have in common: names, metadata, TLS, header conditions. */
import type { Value } from '../../../text/value.ts';
import { byteLength } from '../../grammar/text.ts';
import { boolAt, itemsAt, objectAt, textAt } from '../../select.ts';
import { type Check, quote } from '../check.ts';
import { ofEntries, type Say } from './entry.ts';

const named = [
  'service-defaults',
  'service-router',
  'service-splitter',
  'service-resolver',
  'service-intentions',
  'jwt-provider',
];

const name = ofEntries({
  id: 'name',
  kinds: named,
  keys: ['name'],
  docs: 'Entries for a service, and JWT providers, are known by their names.',
  run: ({ kind, name: given }, say) => {
    if (given === '') say('name', `is missing; a ${kind} needs the name that it is for`);
  },
});

const maxPairs = 64;
const maxKey = 128;
const maxValue = 512;

const meta = ofEntries({
  id: 'meta',
  keys: ['meta'],
  docs: 'At most 64 pairs, keys up to 128 and values up to 512 bytes; any characters.',
  run: ({ value, kind }, say) => {
    const pairs = objectAt(value, 'meta')?.members;
    if (!pairs || kind === 'bound-api-gateway') return;
    if (pairs.size > maxPairs)
      say('meta', `has ${pairs.size} pairs, and the agent takes ${maxPairs} at most`);
    for (const { name: key, value: text } of pairs.values()) {
      if (byteLength(key) > maxKey) say('meta', `has a key longer than ${maxKey} bytes`);
      if (text.kind === 'string' && byteLength(text.value) > maxValue)
        say(`meta.${key}`, `is longer than ${maxValue} bytes`);
    }
  },
});

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

const tls = ofEntries({
  id: 'tls',
  kinds: ['mesh', 'ingress-gateway', 'api-gateway'],
  keys: ['tls', 'listeners[].tls'],
  docs: 'The newest version of TLS must not be older than the oldest; cipher suites cannot be chosen for TLS 1.3.',
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

/** How many of the keys say something. */
export function countSet(value: Value | undefined, keys: readonly string[]): number {
  return keys.filter((key) => textAt(value, key) !== '' || boolAt(value, key) === true).length;
}

/** Conditions on headers, or on the query: each has a name and exactly one test. */
export function conditionFaults(value: Value, at: string, tests: readonly string[], say: Say): void {
  for (const [i, condition] of itemsAt(value, at).entries()) {
    if (textAt(condition, 'name') === '') say(`${at}[${i}]`, 'needs a name');
    if (countSet(condition, tests) !== 1) say(`${at}[${i}]`, `must have exactly one of ${tests.join(', ')}`);
  }
}

const pathKeys = ['path_exact', 'path_prefix', 'path_regex'];

/** Conditions on a path: one at most, and absolute. */
export function pathFaults(value: Value, at: string, say: Say): void {
  for (const key of ['path_exact', 'path_prefix']) {
    const path = textAt(value, `${at}.${key}`);
    if (path !== '' && !path.startsWith('/'))
      say(`${at}.${key}`, `must begin with a slash, not ${quote(path)}`);
  }
  const set = pathKeys.filter((key) => textAt(value, `${at}.${key}`) !== '');
  if (set.length > 1)
    say(`${at}.${set[1]}`, `stands beside ${set[0]}; a condition has one of ${pathKeys.join(', ')}`);
}

/** HTTP methods: each once, whatever its letter case. What is a method, the table says. */
export function methodFaults(value: Value, at: string, say: Say): void {
  const seen = new Set<string>();
  for (const [i, method] of itemsAt(value, at).entries()) {
    const text = method.kind === 'string' ? method.value.toUpperCase() : '';
    if (seen.has(text)) say(`${at}[${i}]`, `names ${text} a second time`);
    seen.add(text);
  }
}

export const common: readonly Check[] = [name, meta, tls];
