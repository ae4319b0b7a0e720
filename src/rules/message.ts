/** Pieces of messages that many rules share. */

/** A value as messages show it: quoted, and cut after 60 characters. */
export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return JSON.stringify(short);
}

/** One of a few words: `"a", "b" or "c"`. */
export const oneOf = (words: readonly string[]): string =>
  words.length < 2
    ? `${words.map(quote)}`
    : `${words.slice(0, -1).map(quote).join(', ')} or ${quote(words.at(-1)!)}`;
