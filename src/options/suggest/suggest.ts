/** The option that was probably meant by a key that no agent knows. */

import { own } from '../../util/collections.ts';
import { agent } from '../agent.ts';
import { findOption, member } from '../lookup.ts';
import type { Section } from '../option.ts';
import { flagged, onlyFlags } from './flags.ts';
import { elsewhere, fits, joined, lastKey, pathOf, type Written } from './places.ts';
import { removedKeys } from './removed-keys.ts';
import { bySpelling, mostEdits, nearest, partOf, respelt, swapped, toSnake } from './spelling.ts';
import { isUsableAt } from './usable.ts';
import { type Word, wordIn } from './words.ts';

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

export interface SuggestContext {
  /** The release that must take what is suggested; absent: any of the modelled ones. */
  readonly version?: string | undefined;
  /** The kind of its value. */
  readonly written?: Written;
  /** The keys of its value, where that is a block. */
  readonly inner?: readonly string[];
}

interface Place extends SuggestContext {
  readonly section: Section;
  /** Path of the block; undefined where the agent has no such block. */
  readonly path: string | undefined;
}

/** The likeliest meaning of a key that `member(section, key)` does not find; undefined where nothing comes near. */
export function suggest(section: Section, key: string, context: SuggestContext = {}): Suggestion | undefined {
  if (key.length > longest) return undefined;
  const path = pathOf(section);
  const place: Place = { ...context, section, path };
  const snake = toSnake(key);
  const { version } = context;
  // A config entry, and whatever is not the agent's, has keys of its own and no others.
  if (path === undefined || path.startsWith('config_entries'))
    return here(bySpelling(section, key, version), section, version);
  return (
    inOldSpelling(key, here(respelt(section, key, version), section, version)) ??
    dotted(key, version) ??
    byTable(place, key.toLowerCase()) ??
    byTable(place, snake) ??
    contents(place, snake) ??
    here(swapped(section, snake, version) ?? nearest(section, snake, 1, version), section, version) ??
    here(path === '' ? undefined : part(place, snake), section, version) ??
    there(elsewhere(path, snake, context.written, version)) ??
    here(part(place, snake) ?? nearest(section, snake, mostEdits(snake), version), section, version)
  );
}

/** What old releases knew under this spelling too. */
function inOldSpelling(key: string, found: Suggestion | undefined): Suggestion | undefined {
  const removed = own(removedKeys, key.toLowerCase())?.removed;
  return found && removed !== undefined ? { ...found, removed } : found;
}

/** The key of the block that was written in another habit, or with a slip; a word that only a person connects is not. */
export function misspelt(section: Section, key: string): string | undefined {
  const snake = toSnake(key);
  const sure =
    respelt(section, key, undefined) ??
    swapped(section, snake, undefined) ??
    nearest(section, snake, 1, undefined);
  if (sure !== undefined || elsewhere('', snake, undefined, undefined) !== undefined) return sure;
  return nearest(section, snake, mostEdits(snake), undefined);
}

/** A longer key is not a misspelt option. */
const longest = 200;

function here(
  name: string | undefined,
  section: Section,
  version: string | undefined,
): Suggestion | undefined {
  if (name === undefined) return undefined;
  const use = member(section, name)?.option.deprecated?.use;
  const better = use === undefined ? undefined : findOption(use);
  const note = better && isUsableAt(better, version) ? `${name} is deprecated: better ${use}` : undefined;
  return { use: name, elsewhere: false, ...(note !== undefined && { note }) };
}

/** A block is not a part of the name of a plain value. */
function part({ section, version, written }: Place, key: string): string | undefined {
  const name = partOf(section, key, version);
  return name !== undefined && (written !== 'object' || fits(section[name]!.kind, written))
    ? name
    : undefined;
}

const there = (path: string | undefined): Suggestion | undefined =>
  path === undefined ? undefined : { use: path, elsewhere: true };

/** HCL 1 reads `ports.http = 1` as one key. */
function dotted(key: string, version: string | undefined): Suggestion | undefined {
  const found = key.includes('.') ? findOption(key) : undefined;
  return found && isUsableAt(found, version)
    ? { use: found.path, elsewhere: true, note: 'dots in a key do not open blocks' }
    : undefined;
}

/** Words that are in a table: removed keys, flags, words of other programs, and paths in another form. */
function byTable(place: Place, word: string): Suggestion | undefined {
  const { section, path = '', version, written } = place;
  const removed = own(removedKeys, word);
  if (removed) return ofWord(place, removed);
  const flag = own(onlyFlags, word);
  if (flag !== undefined && path === '') return { elsewhere: false, note: flag };
  const option = flagged(word);
  const isNear = path === '' || option?.path.startsWith(`${path}.`);
  if (option && isNear && isUsableAt(option, version) && (written !== 'object' || fits(option.kind, written)))
    return { ...toPath(place, option.path), note: `-${word.replaceAll('_', '-')} is its flag` };
  const entry = wordIn(path, word);
  if (entry) return ofWord(place, entry);
  const nested = joined(path, word, version);
  if (nested !== undefined) return toPath(place, nested);
  const short = shortened(path, word);
  const name = short === undefined ? undefined : respelt(section, short, version);
  if (name !== undefined) return here(name, section, version);
  return there(joined('', word, version));
}

/** `consul_data_dir` of a role, and `service_name` in a service. */
function shortened(path: string, word: string): string | undefined {
  const prefixes = ['consul', lastKey(path).replace(/\[\]$/, '').replace(/s$/, '')];
  const prefix = prefixes.find((text) => text !== '' && word.startsWith(`${text}_`));
  return prefix === undefined ? undefined : word.slice(prefix.length + 1);
}

function toPath({ section, path }: Place, use: string): Suggestion {
  const parent = use.slice(0, Math.max(use.lastIndexOf('.'), 0));
  const isHere = path === parent && own(section, lastKey(use)) !== undefined;
  return { use: isHere ? lastKey(use) : use, elsewhere: !isHere };
}

function ofWord({ section, version }: Place, { use, removed, note }: Word): Suggestion {
  const found = use === undefined ? undefined : findOption(use);
  const usable = found && isUsableAt(found, version) ? found.path : undefined;
  const isHere = usable !== undefined && own(section, lastKey(usable)) !== undefined;
  const notes = [...(removed ? [`removed in ${removed}`] : []), ...(note ? [note] : [])];
  return {
    elsewhere: usable !== undefined && !isHere,
    ...(usable !== undefined && { use: isHere ? lastKey(usable) : usable }),
    ...(notes.length > 0 && { note: notes.join('; ') }),
    ...(removed && { removed }),
  };
}

/** A block that no agent has, around options that it has: `http { port = 8500 }`, `consul { datacenter = "dc1" }`. */
function contents(place: Place, snake: string): Suggestion | undefined {
  const { inner = [], path = '', version } = place;
  for (const key of inner) {
    const word = toSnake(key);
    const flag = path === '' ? flagged(`${snake}_${word}`) : undefined;
    const use = flag && isUsableAt(flag, version) ? flag.path : joined(path, `${snake}_${word}`, version);
    if (use !== undefined) return { use, elsewhere: true, note: `it is the option for ${snake}.${word}` };
  }
  const known = inner.filter((key) => member(agent, key) !== undefined);
  if (path !== '' || known.length === 0 || known.length < inner.length) return undefined;
  return { elsewhere: false, note: `there is no block around ${known[0]}: write it at the top` };
}
