/**
 * Words, strings and signs of a configuration file, read by what was probably meant: no text is
 * refused, since what the parsers cannot read may hold secrets too.
 */
import type { Range } from './range.ts';

export interface Token extends Range {
  /** `text`: a string in quotes, a heredoc or a bare word. */
  readonly kind: 'text' | 'sign' | 'newline' | 'comment';
  /** Of a text: what is between the quotes; else as written. */
  readonly text: string;
  /** Where `text` begins. */
  readonly from: number;
  /** The closing quote is missing. */
  readonly open: boolean;
}

const blank = /[^\S\n]*/y;
const comment = /#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const heredoc = /<<-?([^\s"'{}]*)[^\n]*\n/y;
const quoted = /"((?:[^"\\\n]|\\(?:[^\n]|$))*)("?)/y;
const single = /'([^'\n]*)('?)/y;
/** In the place of a value, where `=` may end a key of base64. */
const valueWord = /[^\s,{}[\]"'#][^\s,{}[\]"']*/y;
const keyWord = /[^\s,{}[\]"'=:#][^\s,{}[\]"'=:]*/y;

export class Tokens {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** @param inValue whether a bare word that comes next is a value */
  next(inValue: boolean): Token | undefined {
    this.match(blank);
    if (this.at >= this.text.length) return undefined;
    const start = this.at;
    const sign = this.text[start]!;
    if (sign === '\n') return this.token('newline', start, start + 1);
    const taken = this.match(comment);
    if (taken) return this.token('comment', start, this.at);
    return (
      this.heredoc(start) ??
      this.string(start) ??
      this.word(start, inValue) ??
      this.token('sign', start, start + 1)
    );
  }

  /** The next sign that is not a blank, without moving; `\n` where the line ends before it. */
  peek(): string {
    blank.lastIndex = this.at;
    blank.exec(this.text);
    return this.text[blank.lastIndex] ?? '';
  }

  /** As `peek`, over line ends too. */
  peekFar(): string {
    const all = /\s*/y;
    all.lastIndex = this.at;
    all.exec(this.text);
    return this.text[all.lastIndex] ?? '';
  }

  private heredoc(start: number): Token | undefined {
    const head = this.match(heredoc);
    if (!head) return undefined;
    const from = this.at;
    const name = head[1]!;
    for (let line = from; line < this.text.length; ) {
      const newline = this.text.indexOf('\n', line);
      const end = newline < 0 ? this.text.length : newline;
      if (name !== '' && this.text.slice(line, end).trim() === name)
        return this.made(start, end, from, line, false);
      line = end + 1;
    }
    return this.made(start, this.text.length, from, this.text.length, true);
  }

  private string(start: number): Token | undefined {
    const match = this.match(quoted) ?? this.match(single);
    if (!match) return undefined;
    const from = start + 1;
    return this.made(start, this.at, from, from + match[1]!.length, match[2] === '');
  }

  private word(start: number, inValue: boolean): Token | undefined {
    const match = this.match(inValue ? valueWord : keyWord);
    return match && this.made(start, this.at, start, this.at, false);
  }

  private made(start: number, end: number, from: number, to: number, open: boolean): Token {
    this.at = end;
    return { kind: 'text', start, end, from, text: this.text.slice(from, to), open };
  }

  private token(kind: Token['kind'], start: number, end: number): Token {
    this.at = end;
    return { kind, start, end, from: start, text: this.text.slice(start, end), open: false };
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at += match[0].length;
    return match ?? undefined;
  }
}
