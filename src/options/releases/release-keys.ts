/**
 * What one should write, release by release: the part of the table that the checker, the zod builder and the JSON
 * Schema emitter share, so that all three agree. An undefined release means all of them together.
 */
import { memoByText } from '../../util/memo.ts';
import { type BlockKind, type ScalarKind, type Variant, type VariantKind, words } from '../kinds.ts';
import type { Option } from '../option.ts';
import { isAtLeast, knownIn } from './versions.ts';

export type Target = string | undefined;

/**
 * The keys that a block takes, in the table's order, other spellings after their option's own. Those that any agent
 * refuses are left out; those that should not be written, but every agent accepts, are not.
 */
export function keysIn({ section, weak }: BlockKind, target: Target): ReadonlyMap<string, Option> {
  const keys = new Map<string, Option>();
  for (const [name, option] of Object.entries(section())) {
    if (!isTaken(option, target)) continue;
    keys.set(name, option);
    if (weak) for (const alias of option.aliases ?? []) keys.set(alias, option);
  }
  return keys;
}

/** Whether a release takes the option, as far as it is the option that decides. */
export function isTaken(option: Option, target: Target): boolean {
  if (option.refused === 'always') return false;
  if (target === undefined) return true;
  return knownIn(option, target) && (!option.refused || isAtLeast(target, option.refused.before));
}

/** What types and docs list: everything that there may be a reason to write. */
export const isWritable = ({ internal, ignoredWithWarning, refused }: Option): boolean =>
  !internal && !ignoredWithWarning && refused !== 'always';

/** Whether a block accepts a key that it does not list. */
export const isOpen = (kind: BlockKind): boolean => kind.free === 'open';

export function variantsIn({ variants }: VariantKind, target: Target): ReadonlyMap<string, Variant> {
  const known = Object.entries(variants).filter(
    ([, { since }]) => target === undefined || since === undefined || isAtLeast(target, since),
  );
  return new Map(known);
}

/** The two spellings that the agent looks for: `kind` and `Kind`. */
export const tagKeys = ({ tag }: VariantKind): readonly [string, string] => [
  tag,
  tag.charAt(0).toUpperCase() + tag.slice(1),
];

/** What a string must be: one of the words or a match of the pattern, where there is either. */
export interface Grammar {
  readonly words?: readonly string[];
  readonly pattern?: string;
  /** Matches some of what `pattern` does, at less cost. */
  readonly usual?: RegExp;
}

/** Undefined where any string will do. */
export function grammarIn(kind: ScalarKind, target: Target): Grammar | undefined {
  const { values, pattern, usual, orEmpty, enforcedSince } = kind;
  if (enforcedSince !== undefined && target !== undefined && !isAtLeast(target, enforcedSince))
    return undefined;
  if (values) return wordGrammar(kind, values, target);
  if (!pattern) return undefined;
  return { pattern: orEmpty ? `^$|${pattern.source}` : pattern.source, ...(usual && { usual }) };
}

export function follows(text: string, { words, pattern, usual }: Grammar): boolean {
  if (words?.includes(text) || usual?.test(text)) return true;
  return pattern !== undefined && patternOf(pattern).test(text);
}

const patternOf = memoByText((source) => new RegExp(source, 'u'));

/** The words that a release takes. */
export const wordsIn = ({ values = [], valuesSince }: ScalarKind, target: Target): readonly string[] =>
  values.filter((word) => {
    const since = valuesSince?.[word];
    return target === undefined || since === undefined || isAtLeast(target, since);
  });

/** Completes "must be …" for a release. */
export function wantsIn(kind: ScalarKind, target: Target): string {
  if (!kind.values || !kind.valuesSince) return kind.wants;
  return words(wordsIn(kind, target)).wants;
}

function wordGrammar(kind: ScalarKind, values: readonly string[], target: Target): Grammar {
  const known = wordsIn({ ...kind, values }, target);
  const words = kind.orEmpty ? [...known, ''] : known;
  return kind.anyCase ? { words, pattern: `^(?:${known.map(anyCase).join('|')})$` } : { words };
}

/** `on` → `[Oo][Nn]`: flags do not survive the way into a JSON Schema. */
const anyCase = (word: string): string =>
  word.replace(/[A-Za-z]/g, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
