/** Reads blocks and expressions of Terraform. What is not understood is unknown up to where it ends: no text is a mistake. */

import { withoutIndentation } from '../../../text/source/indentation.ts';
import type { MappedText } from '../../../text/source/mapped-text.ts';
import type { Span } from '../../../text/source/source.ts';
import type { Block, Entry, Expression } from './expression.ts';
import { behindBraces, behindQuotes, filled } from './templates.ts';

/** Deeper ones are not written by people. */
const deepest = 40;

export const blocksIn = (written: MappedText): readonly Block[] => new Parser(written).body(0).blocks;

const space = /(?:[ \t\r]+|\\\r?\n)+/y;
const spaceOrLine = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const word = /[A-Za-z_][\w-]*/y;
const path = /[A-Za-z_][\w-]*(?:\.[\w*-]+|\[[\w*"-]*\])*/y;
const scalar = /(?:-?\d[\d.]*(?:e[-+]?\d+)?|true|false)(?![\w.])/y;
const heredoc = /<<(-?)([A-Za-z_]\w*)[ \t]*\r?\n/y;

class Parser {
  readonly #written: MappedText;
  readonly #text: string;
  #at = 0;

  constructor(written: MappedText) {
    this.#written = written;
    this.#text = written.text;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found ?? undefined;
  }

  #is(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  /** Up to the brace that ends it. */
  body(depth: number): Pick<Block, 'entries' | 'blocks'> {
    const entries: Entry[] = [];
    const blocks: Block[] = [];
    for (;;) {
      this.#match(spaceOrLine);
      if (this.#at >= this.#text.length || this.#is('}')) return { entries, blocks };
      const start = this.#at;
      this.#part(entries, blocks, depth);
      if (this.#at === start) this.#at++;
    }
  }

  #part(entries: Entry[], blocks: Block[], depth: number): void {
    const start = this.#at;
    const name = this.#match(word)?.[0];
    const block = name === undefined ? undefined : this.#block(name, start, depth);
    if (block) blocks.push(block);
    else if (name !== undefined && this.#is('=')) {
      const key = this.#written.slice(start, start + name.length);
      const value = this.#expression(depth + 1);
      entries.push({ name, key, value });
      // Blocks as old releases have them: `ports = { … }`.
      if (value.kind === 'object')
        blocks.push({ type: name, labels: [], at: key.at, entries: value.entries, blocks: [] });
    } else this.#skipped();
  }

  #block(type: string, start: number, depth: number): Block | undefined {
    const before = this.#at;
    const labels: string[] = [];
    for (;;) {
      this.#match(space);
      const from = this.#at;
      if (this.#text[from] === '"') {
        this.#at = behindQuotes(this.#text, from);
        labels.push(this.#text.slice(from + 1, this.#at - 1));
      } else {
        const label = this.#match(word)?.[0];
        if (label === undefined) break;
        labels.push(label);
      }
    }
    if (this.#text[this.#at] !== '{' || depth >= deepest) {
      this.#at = labels.length > 0 ? this.#at : before;
      this.#match(space);
      return undefined;
    }
    const at = this.#trimmed(start, this.#at);
    this.#at++;
    return { type, labels, at, ...this.body(depth + 1) };
  }

  /** Without white space behind it. */
  #trimmed(from: number, to: number): Span {
    return this.#written.span(from, from + this.#text.slice(from, to).trimEnd().length);
  }

  #expression(depth: number): Expression {
    this.#match(spaceOrLine);
    const start = this.#at;
    const value = depth > deepest ? undefined : this.#primary(depth);
    const isAlone = value !== undefined && this.#ends();
    if (isAlone) return value;
    this.#skipped();
    return { kind: 'unknown', at: this.#written.span(start, Math.max(start, this.#at)) };
  }

  /** Nothing is done with the value. */
  #ends(): boolean {
    this.#match(space);
    const next = this.#text[this.#at];
    return next === undefined || /[\n,\])}#]|\//.test(next);
  }

  #primary(depth: number): Expression | undefined {
    const start = this.#at;
    const char = this.#text[start];
    if (char === '"') return this.#quoted(start, depth);
    if (char === '[') return this.#list(start, depth);
    if (char === '{') return this.#object(start, depth);
    const lead = this.#match(heredoc);
    if (lead) return this.#heredoc(start, lead[1] === '-', lead[2]!);
    const plain = this.#match(scalar)?.[0];
    const at = this.#written.span(start, this.#at);
    if (plain !== undefined)
      return { kind: 'text', text: this.#written.slice(start, this.#at), isQuoted: false, at };
    const name = this.#match(path)?.[0];
    if (name === undefined) return undefined;
    return this.#is('(') ? this.#call(start, name, depth) : this.#reference(start, name);
  }

  #reference = (start: number, name: string): Expression => ({
    kind: 'reference',
    path: name,
    at: this.#written.span(start, this.#at),
  });

  #quoted(start: number, depth: number): Expression {
    const end = behindQuotes(this.#text, start);
    this.#at = end;
    const inner = this.#written.slice(start + 1, Math.max(start + 1, end - 1));
    const at = this.#written.span(start, end);
    const call = this.#lastCall(start + 1, end - 1, depth);
    if (call) return { ...call, at };
    return { kind: 'text', text: filled(inner, true), isQuoted: true, at };
  }

  /** `"NAME=${jsonencode(…)}"`, and `"${docker_image.consul.latest}"`. */
  #lastCall(
    from: number,
    to: number,
    depth: number,
  ): { kind: 'joined'; lead: MappedText; rest: Expression } | undefined {
    const begin = this.#text.indexOf('${', from);
    if (begin < 0 || begin >= to || this.#text[begin - 1] === '$') return undefined;
    if (behindBraces(this.#text, begin) !== to) return undefined;
    const after = this.#at;
    this.#at = begin + 2;
    const rest = this.#expression(depth + 1);
    this.#at = after;
    if (rest.kind !== 'call' && rest.kind !== 'reference') return undefined;
    return { kind: 'joined', lead: filled(this.#written.slice(from, begin), true), rest };
  }

  #heredoc(start: number, isIndented: boolean, delimiter: string): Expression {
    const body = this.#at;
    const last = new RegExp(`^[ \\t]*${delimiter}[ \\t]*\\r?$`, 'gm');
    last.lastIndex = body;
    const end = last.exec(this.#text);
    const to = end?.index ?? this.#text.length;
    this.#at = end ? end.index + end[0].length : this.#text.length;
    const text = this.#written.slice(body, to);
    return {
      kind: 'text',
      text: filled(isIndented ? withoutIndentation(text) : text, false),
      isQuoted: true,
      at: this.#written.span(start, this.#at),
    };
  }

  #list(start: number, depth: number): Expression | undefined {
    this.#at++;
    this.#match(spaceOrLine);
    if (this.#match(/for\b/y)) return undefined;
    const items = this.#items(']', depth);
    return { kind: 'list', items, at: this.#written.span(start, this.#at) };
  }

  #items(close: string, depth: number): readonly Expression[] {
    const items: Expression[] = [];
    for (;;) {
      this.#match(spaceOrLine);
      if (this.#at >= this.#text.length || this.#is(close)) return items;
      const before = this.#at;
      items.push(this.#expression(depth + 1));
      this.#match(spaceOrLine);
      this.#is(',');
      // What ends another bracket ends this one too.
      if (this.#at === before) this.#at++;
    }
  }

  #call(start: number, name: string, depth: number): Expression {
    const items = this.#items(')', depth);
    return { kind: 'call', name, given: items, at: this.#written.span(start, this.#at) };
  }

  #object(start: number, depth: number): Expression | undefined {
    this.#at++;
    this.#match(spaceOrLine);
    if (this.#match(/for\b/y)) return undefined;
    const entries: Entry[] = [];
    for (;;) {
      this.#match(spaceOrLine);
      if (this.#at >= this.#text.length || this.#is('}')) break;
      const before = this.#at;
      const entry = this.#entry(depth);
      if (entry) entries.push(entry);
      this.#match(spaceOrLine);
      this.#is(',');
      if (this.#at === before) this.#at++;
    }
    return { kind: 'object', entries, at: this.#written.span(start, this.#at) };
  }

  #entry(depth: number): Entry | undefined {
    const start = this.#at;
    const isQuoted = this.#text[start] === '"';
    if (isQuoted) this.#at = behindQuotes(this.#text, start);
    else if (!this.#match(word)) {
      this.#skipped();
      return undefined;
    }
    const key = isQuoted
      ? this.#written.slice(start + 1, this.#at - 1)
      : this.#written.slice(start, this.#at);
    this.#match(space);
    if (!this.#is('=') && !this.#is(':')) {
      this.#skipped();
      return undefined;
    }
    const isKnown = !/[$%\\]/.test(key.text);
    return { name: key.text, key: isKnown ? key : undefined, value: this.#expression(depth + 1) };
  }

  /** What is not understood, up to the end of its line or what it is in. */
  #skipped(): void {
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at]!;
      if (char === '"') this.#at = behindQuotes(this.#text, this.#at) - 1;
      else if (/[[({]/.test(char)) depth++;
      else if (/[\])}]/.test(char)) {
        if (depth === 0) return;
        depth--;
      } else if (depth === 0 && (char === '\n' || char === ',')) return;
    }
  }
}
