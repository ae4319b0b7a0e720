/** Heredocs: where one ends. Its value is the business of heredoc.ts. */
import { Char, isWord } from './chars.ts';
import { END, type Reader } from './reader.ts';

/** Behind the first `<`. */
export function scanHeredoc(reader: Reader): void {
  const error = scan(reader);
  if (error) reader.fail(error);
}

function scan(reader: Reader): string | undefined {
  if (reader.read() !== Char.less) return "heredoc expected second '<', didn't see it";
  let rune = reader.read();
  const indented = rune === Char.minus;
  if (indented) rune = reader.read();
  const start = reader.lastRead;
  while (isWord(rune)) rune = reader.read();
  if (rune === END) return 'heredoc not terminated';
  // Of `\r\r\n`, which reads as a carriage return and a newline, the first belongs to the anchor.
  if (rune === Char.carriageReturn && isNewline(reader)) rune = reader.read();
  if (rune !== Char.newline) return 'invalid characters in heredoc anchor';
  if (reader.lastRead === start) return 'zero-length heredoc anchor';
  return scanBody(reader, reader.text.slice(start, reader.lastRead), indented);
}

function scanBody(reader: Reader, anchor: string, indented: boolean): string | undefined {
  for (;;) {
    const lineStart = reader.at;
    if (reader.restOfLine() === END) return 'heredoc not terminated';
    if (isAnchorLine(reader.text, lineStart, reader.lastRead, anchor, indented)) return undefined;
  }
}

const isNewline = ({ text, at }: Reader): boolean =>
  text.charCodeAt(at) === Char.newline || text.startsWith('\r\n', at);

/** Blanks, the anchor, any number of carriage returns. `<<-` wants one character more than the anchor has. */
function isAnchorLine(text: string, from: number, to: number, anchor: string, indented: boolean): boolean {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  if (!text.startsWith(anchor, at)) return false;
  at += anchor.length;
  if (at > to) return false;
  while (at < to && text.charCodeAt(at) === Char.carriageReturn) at++;
  return at === to && (!indented || to - from > anchor.length);
}

const isBlank = (unit: number): boolean =>
  unit === Char.space || (unit >= Char.tab && unit <= Char.carriageReturn);
