/** The option that was probably meant by a key that no agent knows. */

import { distance } from 'fastest-levenshtein';
import { own } from '../../util/collections.ts';
import { once } from '../../util/memo.ts';
import { agent } from '../agent.ts';
import { findOption, foldKey, member, walk } from '../lookup.ts';
import type { Section } from '../option.ts';
import { removedKeys } from './removed-keys.ts';

export interface Suggestion {
  /** A key of the same block, or the path of an option elsewhere; absent where there is only a note. */
  readonly use?: string;
  /** `use` is a path, since the option is in another block. */
  readonly elsewhere: boolean;
  /** What happened to the key; a clause, without a full stop. */
  readonly note?: string;
  /** The first release without the key, where older ones had it. */
  readonly removed?: string;
}

/**
 * The likeliest meaning of a key that `member(section, key)` does not find; undefined where nothing comes near.
 * @param parent the path of the section
 */
export function suggest(section: Section, key: string, parent = ''): Suggestion | undefined {
  const snake = toSnake(key);
  return (
    respelt(section, key, snake) ??
    dotted(key) ??
    removedKey(section, `${parent}.${key}`.toLowerCase()) ??
    removedKey(section, key.toLowerCase()) ??
    removedKey(section, snake) ??
    swapped(section, snake) ??
    nearest(section, snake, 1) ??
    elsewhere(snake) ??
    nearest(section, snake, Math.max(2, Math.floor(snake.length / 4)))
  );
}

/** `retry-join`, `retryJoin` and `RetryJoin` are `retry_join`. */
function toSnake(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s.-]+/g, '_')
    .toLowerCase();
}

function respelt(section: Section, key: string, snake: string): Suggestion | undefined {
  const name = member(section, snake)?.name ?? unjoined(section, key);
  return name === undefined ? undefined : { use: name, elsewhere: false };
}

/** `retryjoin` and `log_rotatebytes`: the same letters with the underscores elsewhere. */
function unjoined(section: Section, key: string): string | undefined {
  const bare = (text: string): string => foldKey(text).replace(/[_-]/g, '');
  const wanted = bare(key);
  return suggestable(section).find((name) => bare(name) === wanted);
}

/** HCL 1 reads `ports.http = 1` as one key. */
function dotted(key: string): Suggestion | undefined {
  const found = key.includes('.') ? findOption(key) : undefined;
  return found && { use: found.path, elsewhere: true, note: 'dots in a key do not open blocks' };
}

function removedKey(section: Section, key: string): Suggestion | undefined {
  if (!Object.hasOwn(removedKeys, key)) return undefined;
  const { use, removed, note } = removedKeys[key]!;
  const here = use !== undefined && own(section, lastKey(use)) !== undefined;
  const target = here ? lastKey(use) : use;
  const notes = [...(removed ? [`removed in ${removed}`] : []), ...(note ? [note] : [])];
  return {
    elsewhere: !here,
    ...(target && { use: target }),
    ...(notes.length > 0 && { note: notes.join('; ') }),
    ...(removed && { removed }),
  };
}

/** Two letters in the wrong order: the commonest slip, and in a short key two edits are too many to guess by. */
function swapped(section: Section, key: string): Suggestion | undefined {
  const name = suggestable(section).find((other) => {
    if (other.length !== key.length) return false;
    const at = [...key].findIndex((letter, index) => letter !== other[index]);
    return other === key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2);
  });
  return name === undefined ? undefined : { use: name, elsewhere: false };
}

function nearest(section: Section, key: string, limit: number): Suggestion | undefined {
  let best: string | undefined;
  let least = limit + 1;
  for (const name of suggestable(section)) {
    const edits = Math.abs(name.length - key.length) < least ? distance(key, name) : least;
    if (edits < least && edits < name.length / 2) {
      best = name;
      least = edits;
    }
  }
  return best === undefined ? undefined : { use: best, elsewhere: false };
}

/** The first option of that name in another block; those nearer to the root come first. */
function elsewhere(key: string): Suggestion | undefined {
  const path = placesOf().get(key);
  return path === undefined ? undefined : { use: path, elsewhere: true };
}

const placesOf = once((): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  walk(agent, ({ path, option }) => {
    const key = lastKey(path);
    const known = found.get(key);
    if (option.internal || option.refused || option.deprecated) return;
    if (known === undefined || depth(path) < depth(known)) found.set(key, path);
  });
  return found;
});

const suggestable = (section: Section): readonly string[] =>
  Object.keys(section).filter((name) => !section[name]?.internal && !section[name]?.ignoredWithWarning);

const lastKey = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const depth = (path: string): number => path.split('.').length;
