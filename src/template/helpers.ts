/**
 * Quoting, above all for units, sysusers.d and tmpfiles.d: white space parts words there, `%` starts a specifier and `$` a
 * variable. A text that could end the line or the quotes cannot be written there at all; the manifest refuses it with
 * a finding, and this is the second wall.
 */
export const helpers = {
  word: (text: string): string => quote(text),
  words: (texts: readonly string[]): string => texts.map(quote).join(' '),
  /** A command line: `$` would be replaced there. */
  arguments: (texts: readonly string[]): string =>
    texts.map((text) => quote(text.replaceAll('$', '$$$$'))).join(' '),
  /** A scalar of YAML: JSON's strings are YAML's too. */
  yaml: (text: string): string => JSON.stringify(text),
} as const;

const plain = /^[\w@:.,/+=$-]+$/;

function quote(text: string): string {
  if (/["'\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) {
    throw new Error(`cannot be written in a unit: ${JSON.stringify(text)}`);
  }
  const literal = text.replaceAll('%', '%%');
  return plain.test(text) ? literal : `"${literal}"`;
}
