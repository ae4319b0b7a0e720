/** The smallest configuration that still does something: parts are taken away while it does. */
import type { Config, Plain } from './generate.ts';
import { isObject } from './mutate.ts';

export async function shrink(config: Config, still: (smaller: Config) => Promise<boolean>): Promise<Config> {
  let current = config;
  for (let tries = 0; tries < 20; tries++) {
    const smaller = await first(smallerOnes(current), still);
    if (!smaller) return current;
    current = smaller;
  }
  return current;
}

async function first(
  candidates: Iterable<Plain>,
  still: (smaller: Config) => Promise<boolean>,
): Promise<Config | undefined> {
  for (const candidate of candidates) if (isObject(candidate) && (await still(candidate))) return candidate;
  return undefined;
}

/** Everything that is this without one member or item, the largest steps first. */
function* smallerOnes(plain: Plain): Iterable<Plain> {
  if (Array.isArray(plain)) {
    for (const i of plain.keys()) yield plain.filter((_, at) => at !== i);
    for (const [i, item] of plain.entries())
      for (const smaller of smallerOnes(item)) yield plain.with(i, smaller);
  } else if (isObject(plain)) {
    for (const key of Object.keys(plain)) {
      const { [key]: _, ...rest } = plain;
      yield rest;
    }
    for (const [key, value] of Object.entries(plain))
      for (const smaller of smallerOnes(value)) yield { ...plain, [key]: smaller };
  }
}
