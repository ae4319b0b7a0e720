/**
 * Text of others on its way to a terminal or a log. Control characters drive terminals, characters of direction show a
 * text in another order than it has, and a CI runner takes some lines of a log for its own commands: all of them are
 * shown as escapes, such as `\x1b`.
 */

/** C0 but tab and line feed, DEL, C1, what turns text around, line separators, and lone surrogates. */
const unseen =
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]|\\p{Cs}';

const inText = new RegExp(`\\r(?!\\n)|${unseen}`, 'gu');
const inLine = new RegExp(`[\\t\\n\\r]|${unseen}`, 'gu');

/** The colours of `coloursIf`, and nothing else that a terminal would obey. */
const colour = '\\u001b\\[(?:1|2|22|3[1-9])m';
const exceptColours = new RegExp(`${colour}|\\r(?!\\n)|${unseen}`, 'gu');

const hiddenUnit = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** C1, DEL, and what turns text around: what the strings of JSON and HCL may hold, and should not. */
export const isHidden = (unit: number): boolean => hiddenUnit.test(String.fromCharCode(unit));

const short: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(char: string): string {
  const code = char.codePointAt(0)!;
  const hex = code.toString(16);
  return short[char] ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`);
}

/** Text of any number of lines: these and tabs stay. */
export const visible = (text: string): string => text.replace(inText, escaped);

/** Text for one line, such as the name of a file. */
export const visibleLine = (text: string): string => text.replace(inLine, escaped);

export interface Printed {
  /** The text has colours of our own. */
  readonly colours: boolean;
}

/** Whatever is printed for people, as it may reach a terminal or the log of a CI runner. */
export function printable(text: string, { colours }: Printed): string {
  const shown = colours
    ? text.replace(exceptColours, (found) => (found.length > 2 ? found : escaped(found)))
    : visible(text);
  return withoutCommands(shown);
}

/**
 * GitHub's runner takes a line for a command that begins with `::` after blanks, or that holds `##[` anywhere; others
 * take `##name[`. It compares as people read: what has no width does not count.
 */
const withoutCommands = (text: string): string => withoutColons(text).replace(/##(?=\w*\[)/g, '#\\x23');

/** The classes of Unicode take long to compile, and hardly any text has a line that begins with a colon. */
const withoutColons = (text: string): string =>
  /^[^\w\n]*:/m.test(text) ? text.replace(/^([\s\p{DI}\p{Cf}]*):(?=\p{DI}*:)/gmu, '$1\\x3a') : text;

/** JSON of any value, with all of that escaped. It means the same to every reader. */
export const printableJson = (value: unknown, indent?: number): string =>
  asJson(JSON.stringify(value, undefined, indent));

/** The same of a text that is JSON already. */
export const asJson = (json: string): string =>
  json
    .replace(
      /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/##(?=\w*\[)/g, '#\\u0023');
