/** Keys of one block that differ from a written key by habit or by slips of the hand. */

import { distance } from 'fastest-levenshtein';
import { foldKey, member } from '../lookup.ts';
import type { Section } from '../option.ts';
import { isUsable } from './usable.ts';

/** `retry-join`, `retryJoin` and `RetryJoin` are `retry_join`. */
export function toSnake(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s.-]+/g, '_')
    .toLowerCase();
}

/** The same letters with capitals, dashes and underscores elsewhere: `retryjoin`, `log_rotatebytes`. */
export function respelt(section: Section, key: string, version: string | undefined): string | undefined {
  const hit = member(section, toSnake(key));
  if (hit && isUsable(hit.option, version)) return hit.name;
  const wanted = bare(key);
  return usableKeys(section, version).find((name) => bare(name) === wanted);
}

/** Two keys are the same word when they have the same bare form. */
export const bare = (key: string): string => foldKey(key).replace(/[_-]/g, '');

/** Two letters in the wrong order: the commonest slip, and in a short key two edits are too many to guess by. */
export function swapped(section: Section, key: string, version: string | undefined): string | undefined {
  return usableKeys(section, version).find((other) => {
    if (other.length !== key.length) return false;
    const at = [...key].findIndex((letter, index) => letter !== other[index]);
    return other === key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2);
  });
}

/** The key with the fewest edits, up to a limit. */
export function nearest(
  section: Section,
  key: string,
  limit: number,
  version: string | undefined,
): string | undefined {
  let best: string | undefined;
  let least = limit + 1;
  for (const name of usableKeys(section, version)) {
    const edits = Math.abs(name.length - key.length) < least ? distance(key, name) : least;
    if (edits < least && edits < name.length / 2) {
      best = name;
      least = edits;
    }
  }
  return best;
}

/** The only key that the written one begins or ends: `provider` of `ca_provider`. */
export function partOf(section: Section, key: string, version: string | undefined): string | undefined {
  if (key.length < 4) return undefined;
  const [name, ...more] = usableKeys(section, version).filter(
    (other) => other.endsWith(`_${key}`) || other.startsWith(`${key}_`),
  );
  return more.length === 0 ? name : undefined;
}

/** The nearest key of the block by letters alone. */
export function bySpelling(section: Section, key: string, version: string | undefined): string | undefined {
  const snake = toSnake(key);
  return (
    respelt(section, key, version) ??
    swapped(section, snake, version) ??
    nearest(section, snake, mostEdits(snake), version)
  );
}

/** Edits by which a key may differ where nothing else explains it. */
export const mostEdits = (key: string): number => Math.max(2, Math.floor(key.length / 4));

const usableKeys = (section: Section, version: string | undefined): readonly string[] =>
  Object.keys(section).filter((name) => isUsable(section[name]!, version));
