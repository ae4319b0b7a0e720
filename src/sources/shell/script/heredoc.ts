/** The text behind the line of a command, up to a line with its delimiter alone. */
import type { MappedText } from '../../../text/source/mapped-text.ts';
import type { Words } from './words.ts';

export interface Heredoc {
  readonly delimiter: string;
  /** Then the shell fills nothing in. */
  readonly isQuoted: boolean;
  /** `<<-`: tabs at the beginning of its lines do not belong to it. */
  readonly isIndented: boolean;
}

/** The body is undefined where it does not end, so that it is not certain what belongs to it. */
export function heredocAt(
  script: MappedText,
  words: Words,
  start: number,
  { delimiter, isQuoted, isIndented }: Heredoc,
): { readonly body: MappedText | undefined; readonly end: number } {
  const { text } = script;
  for (let line = start; line < text.length; ) {
    const newline = text.indexOf('\n', line);
    const end = newline < 0 ? text.length : newline;
    let from = line;
    while (isIndented && text[from] === '\t') from++;
    if (text.slice(from, end).replace(/\r$/, '') === delimiter) {
      const body = isQuoted ? script.slice(start, line) : words.body(start, line);
      return { body: isIndented ? withoutTabs(body) : body, end: Math.min(end + 1, text.length) };
    }
    line = end + 1;
  }
  return { body: undefined, end: text.length };
}

const withoutTabs = (body: MappedText): MappedText =>
  body.replaced(
    [...body.text.matchAll(/^\t+/gm)].map(({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
      text: '',
    })),
  );
