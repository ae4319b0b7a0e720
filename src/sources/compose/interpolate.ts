/** Variables in a compose file: those of `.env` and defaults are put in; what the machine gives stays as it is written. */
import { variablesOf } from '../../text/environment.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import type { Source } from '../../text/source/source.ts';

export type Variables = ReadonlyMap<string, string>;

export const variablesIn = (source: Source | undefined): Variables =>
  new Map(source ? variablesOf(source).map(({ name, value }) => [name, value] as const) : []);

/** `$$`, `$NAME`, `${NAME}` and `${NAME:-default}`, whose default may hold others. */
const variable = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?+])((?:[^{}]|\{[^{}]*\})*))?\})/g;

export function interpolated(text: MappedText, known: Variables): MappedText {
  if (!text.text.includes('$')) return text;
  const parts = [...text.text.matchAll(variable)].flatMap((match) => {
    const value = putIn(match, known);
    return value === undefined ? [] : [{ from: match.index, to: match.index + match[0].length, text: value }];
  });
  return text.replaced(parts);
}

export const interpolatedWord = (text: string, known: Variables): string =>
  text.replace(variable, (...match) => putIn(match as unknown as RegExpMatchArray, known) ?? match[0]);

/** Undefined where only the machine knows it. */
function putIn(
  [, dollar, bare, key = bare, operator, word = '']: RegExpMatchArray,
  known: Variables,
): string | undefined {
  if (dollar) return '$';
  const value = known.get(key!);
  if (operator === undefined) return value;
  const isSet = value !== undefined && !(operator.startsWith(':') && value === '');
  if (operator.endsWith('-')) return isSet ? value : interpolatedWord(word, known);
  if (operator.endsWith('+')) return isSet ? interpolatedWord(word, known) : undefined;
  return isSet ? value : undefined;
}
