/** What differs between two answers of `/v1/agent/self`. */
import type { Json } from './agent.ts';

/** The fields that differ; lists, and maps of free keys, as a whole where their members do. */
export function changed(
  before: unknown,
  after: unknown,
  at = '',
): Record<string, readonly [unknown, unknown]> {
  if (JSON.stringify(before) === JSON.stringify(after)) return {};
  // A block that is null without any of its options.
  if (before === null && isObject(after))
    return changed(Object.fromEntries(Object.keys(after).map((name) => [name, ''])), after, at);
  if (!isObject(before) || !isObject(after) || !sameKeys(before, after)) return { [at]: [before, after] };
  return Object.assign(
    {},
    ...Object.keys(after).map((name) =>
      changed(before[name], after[name], at === '' ? name : `${at}.${name}`),
    ),
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameKeys(one: Json, two: Json): boolean {
  return Object.keys(one).sort().join() === Object.keys(two).sort().join();
}
