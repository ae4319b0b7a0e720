/**
 * Values without quotes: `bind_addr = 10.0.0.1`, `[ 10.0.0.1, srv2 ]`, `"server": True`. Parsers take them
 * apart into tokens that are not meant; here they are found whole, so that recovery can read each as one text. Asked
 * for only where a text is refused.
 */

import { isStatement, templatePartEnd, withoutParts } from './template-parts.ts';

export interface Run {
  readonly start: number;
  readonly end: number;
}

/** What recovery has to know of a text that is refused. */
export interface Bare {
  /** Values without quotes, and values of templates, in the order of the text: each is read as one string. */
  readonly runs: readonly Run[];
  /** Statements and other parts of templates that stand for no single value. */
  readonly statements: readonly Run[];
  /** The text as it is scanned: blanks in place of what is no value. */
  readonly scanned: string;
}

export const nothingBare = (text: string): Bare => ({ runs: [], statements: [], scanned: text });

export function findBare(text: string, format: 'hcl' | 'json'): Bare {
  return new RunFinder(text, format).find();
}

/** What the parsers read, or report, as one token: a number, a boolean, null. */
const literal = /^(?:true|false|null|-?(?:0[xX]\w*|\d+(?:\.\d*)?(?:[eE][-+]?\d*)?|\.\d+))$/;

/** No text without quotes begins with these: strings, containers, heredocs, templates. */
const otherStart = /["'[\]{}<,`(=]/;

/** Longer than any address; what is longer is something else. */
const longest = 400;

/** A text with more heredocs that never end is not HCL. */
const mostUnclosed = 20;

function blanked(text: string, parts: readonly Run[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of parts) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}

class RunFinder {
  private readonly text: string;
  private readonly isHcl: boolean;
  private readonly runs: Run[] = [];
  private readonly statements: Run[] = [];
  private readonly blanks: Run[] = [];
  private readonly open: string[] = [];
  private at = 0;
  private unclosed = 0;
  /** A value may begin here. */
  private wantsValue = false;
  /** The last token may be a key. */
  private behindKey = false;

  constructor(text: string, format: 'hcl' | 'json') {
    this.text = text;
    this.isHcl = format === 'hcl';
  }

  find(): Bare {
    while (this.at < this.text.length) this.step(this.text[this.at]!);
    const { runs, statements, blanks, text } = this;
    return { runs, statements, scanned: blanked(text, blanks) };
  }

  private step(char: string): void {
    const part = templatePartEnd(this.text, this.at, this.wantsValue);
    if (/\s/.test(char)) this.blank(char);
    else if (part !== undefined) this.template(part);
    else if (this.isCommentAt(this.at)) this.at = this.commentEnd(this.at);
    else if (this.wantsValue && !otherStart.test(char)) this.value();
    else if (char === '"') this.string();
    else if (this.isHcl && this.text.startsWith('<<', this.at)) this.skip(this.heredocEnd(), false);
    else if (/\w/.test(char)) this.skip(this.wordEnd(this.at), true);
    else this.mark(char);
  }

  /** A value of a template is read as one text; anything else of it is not read. */
  private template(end: number): void {
    const start = this.at;
    const isPart = isStatement(this.text.slice(start, end));
    if (isPart || !this.wantsValue) this.statements.push({ start, end });
    if (this.wantsValue && !(isPart && this.isInList())) this.valueFrom(start, this.runEnd(start));
    else {
      this.blanks.push({ start, end });
      this.at = end;
    }
  }

  /** A string in which a template has quotes of its own is read as a whole. */
  private string(): void {
    const start = this.at;
    const end = this.stringEnd(start);
    const whole = this.templateStringEnd(start);
    if (whole !== undefined && whole !== end) this.runs.push({ start, end: whole });
    this.skip(whole ?? end, true);
  }

  /** The end of a string whose parts of templates are skipped; undefined where it has none, or does not end. */
  private templateStringEnd(start: number): number | undefined {
    const { text } = this;
    let hasPart = false;
    for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
      const part = /[{<]/.test(text[at]!) ? templatePartEnd(text, at, false) : undefined;
      if (part !== undefined && !text.slice(at, part).includes('\n')) {
        hasPart = true;
        at = part - 1;
      } else if (text[at] === '"') return hasPart ? at + 1 : undefined;
      else if (text[at] === '\\') at++;
    }
    return undefined;
  }

  private blank(char: string): void {
    this.at++;
    // In HCL a value begins on the line of its `=`.
    if (char === '\n' && this.isHcl && !this.isInList()) this.wantsValue = false;
  }

  private mark(char: string): void {
    if (char === '[' || char === '{') this.open.push(char);
    if (char === ']' || char === '}') this.open.pop();
    const assigns = this.isHcl ? char === '=' || (char === ':' && this.behindKey) : char === ':';
    this.skip(this.at + 1, false);
    this.wantsValue = assigns || ((char === '[' || char === ',') && this.isInList());
  }

  private skip(end: number, isKey: boolean): void {
    this.at = end;
    this.wantsValue = false;
    this.behindKey = isKey;
  }

  private isInList(): boolean {
    return this.open.at(-1) === '[';
  }

  private value(): void {
    const start = this.at;
    const end = this.runEnd(start);
    const word = /^\S*/.exec(this.text.slice(start, end))![0];
    if (literal.test(word)) this.skip(start + word.length, false);
    else this.valueFrom(start, end);
  }

  private valueFrom(start: number, end: number): void {
    const text = this.text.slice(start, end);
    const isRun = text !== '' && text.length < longest && !/["{[]/.test(withoutParts(text));
    if (isRun) this.runs.push({ start, end });
    this.skip(Math.max(end, start + 1), false);
  }

  /** Up to a comma, a closing bracket, a comment, the next member or the end of the line. */
  private runEnd(start: number): number {
    const { text } = this;
    let at = start;
    const ends = this.isHcl ? /[,\]};\r\n]/ : /[,\]}\r\n]/;
    while (at < text.length && at - start < longest) {
      const part = templatePartEnd(text, at, this.isHcl ? at === start : true);
      if (part !== undefined && !text.slice(at, part).includes('\n')) {
        at = part;
        continue;
      }
      if (ends.test(text[at]!)) break;
      if (/[ \t]/.test(text[at]!) && this.isOtherBehind(start, at)) break;
      at++;
    }
    return start + text.slice(start, at).trimEnd().length;
  }

  private isOtherBehind(start: number, at: number): boolean {
    const rest = this.text.slice(at, at + 100);
    const next = at + /^[ \t]*/.exec(rest)![0].length;
    if (this.text[next] === '"' || this.isCommentAt(next)) return true;
    return (
      !this.text.slice(start, at).includes('=') && /^[ \t]+[\w-]+[ \t]*(?:[={]|"[^"\n]*"[ \t]*\{)/.test(rest)
    );
  }

  private isCommentAt(at: number): boolean {
    return (this.isHcl && this.text[at] === '#') || /^\/[/*]/.test(this.text.slice(at, at + 2));
  }

  private commentEnd(at: number): number {
    const isBlock = this.text.startsWith('/*', at);
    const end = this.text.indexOf(isBlock ? '*/' : '\n', at);
    return end < 0 ? this.text.length : end + (isBlock ? 2 : 0);
  }

  private stringEnd(start: number): number {
    const { text } = this;
    for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
      if (text[at] === '"') return at + 1;
      if (text[at] === '\\') at++;
    }
    return this.lineEnd(start);
  }

  private heredocEnd(): number {
    const { text, at } = this;
    const anchor = /^<<-?(\w+)/.exec(text.slice(at, at + 200))?.[1];
    if (anchor === undefined) return at + 2;
    const close = new RegExp(`\\n[ \\t]*${anchor}(?=\\r?\\n|$)`, 'g');
    close.lastIndex = at;
    if (close.exec(text)) return close.lastIndex;
    return ++this.unclosed > mostUnclosed ? text.length : this.lineEnd(at);
  }

  private wordEnd(at: number): number {
    const end = /[^\w.-]/g;
    end.lastIndex = at;
    return end.exec(this.text)?.index ?? this.text.length;
  }

  private lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }
}
