import { boolAt, itemsAt, textAt } from '../../../model/value-path.ts';
/** Conditions on HTTP requests, which routers and intentions share. */
import type { Value } from '../../../text/tree/value.ts';
import type { ReportKey } from '../../forms/entries.ts';
import { quote } from '../../message.ts';

/** How many of the keys are set to something other than an empty string or false. */
export function countSet(value: Value | undefined, keys: readonly string[]): number {
  return keys.filter((key) => textAt(value, key) !== '' || boolAt(value, key) === true).length;
}

/** Conditions on headers, or on the query: each has a name and exactly one test. */
export function conditionFaults(value: Value, at: string, tests: readonly string[], report: ReportKey): void {
  for (const [i, condition] of itemsAt(value, at).entries()) {
    if (textAt(condition, 'name') === '')
      report(`${at}[${i}]`, 'has no name, and the agent refuses the entry without one; write name');
    if (countSet(condition, tests) !== 1)
      report(`${at}[${i}]`, `must have exactly one of ${tests.join(', ')}`);
  }
}

const pathKeys = ['path_exact', 'path_prefix', 'path_regex'];

/** Conditions on a path: one at most, and absolute. */
export function pathFaults(value: Value, at: string, report: ReportKey): void {
  for (const key of ['path_exact', 'path_prefix']) {
    const path = textAt(value, `${at}.${key}`);
    if (path !== '' && !path.startsWith('/'))
      report(`${at}.${key}`, `must begin with a slash, not ${quote(path)}`);
  }
  const set = pathKeys.filter((key) => textAt(value, `${at}.${key}`) !== '');
  if (set.length > 1)
    report(`${at}.${set[1]}`, `is set together with ${set[0]}; keep one of ${pathKeys.join(', ')}`);
}

/** HTTP methods: each once, in any letter case. `entries/value` reports words that are not methods. */
export function methodFaults(value: Value, at: string, report: ReportKey): void {
  const seen = new Set<string>();
  for (const [i, method] of itemsAt(value, at).entries()) {
    const text = method.kind === 'string' ? method.value.toUpperCase() : '';
    if (seen.has(text)) report(`${at}[${i}]`, `repeats ${text}; keep one`);
    seen.add(text);
  }
}
