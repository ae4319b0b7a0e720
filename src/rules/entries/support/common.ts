import { boolAt, itemsAt, textAt } from '../../../model/value-path.ts';
/** What several kinds of entries have in common: names, metadata, TLS, header conditions. */
import type { Value } from '../../../text/tree/value.ts';
import type { Say } from '../../forms/entries.ts';
import { quote } from '../../message.ts';

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
