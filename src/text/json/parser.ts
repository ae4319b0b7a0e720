/**
 * JSON to the tree, with encoding/json's verdict: its first error, in its words. Reading goes on behind an error, so
 * that one run shows all of them. It keeps its own stack, since files may nest deeper than JavaScript may call.
 */
import { type Bare, findBare, nothingBare } from '../bare.ts';
import { asTemplate } from '../bare-problems.ts';
import type { Refusal } from '../source/problem.ts';
import type { Source } from '../source/source.ts';
import type { Frame } from '../tree/frame.ts';
import { addKey, type MutableContainer, newList, newLiteral, newMember, newObject } from '../tree/nodes.ts';
import type { LiteralType, Tree } from '../tree/tree.ts';
import { JsonBuilder } from './builder.ts';
import { JsonProblemBuilder } from './problem-builder.ts';
import { goChar, JsonScanner, JsonToken, type JsonTokenKind } from './scanner.ts';

/** encoding/json reads no deeper than this. */
const maxDepth = 10_000;

/** What Go reports for a character that is not allowed here. */
const context = {
  value: 'looking for beginning of value',
  key: 'looking for beginning of object key string',
  colon: 'after object key',
  member: 'after object key:value pair',
  item: 'after array element',
  end: 'after top-level value',
  depth: 'exceeded max depth',
} as const;

const literalTypes: Partial<Record<JsonTokenKind, LiteralType>> = {
  [JsonToken.string]: 'string',
  [JsonToken.integer]: 'integer',
  [JsonToken.float]: 'float',
  [JsonToken.bool]: 'bool',
  [JsonToken.null]: 'null',
};

/**
 * The verdict is that of the unchanged text. Where values without quotes may be the reason, tree and problems are
 * those of a second reading, which takes each of them for a text.
 */
export function parseJson(source: Source): Tree {
  const first = new JsonParser(source).parse();
  if (!first.refusal) return first;
  const bare = findBare(source.text, 'json');
  if (bare.runs.length === 0 && bare.statements.length === 0) return first;
  return { ...asTemplate(source, bare, new JsonParser(source, bare).parse()), refusal: first.refusal };
}

class JsonParser {
  private readonly source: Source;
  private readonly scanner: JsonScanner;
  private readonly problems: JsonProblemBuilder;
  private readonly tree: JsonBuilder;
  private held = false;
  private refusal: Refusal | undefined;

  constructor(source: Source, { runs, scanned }: Bare = nothingBare(source.text)) {
    this.source = source;
    this.scanner = new JsonScanner(scanned, runs);
    this.problems = new JsonProblemBuilder(source);
    this.problems.bareRuns(runs);
    this.tree = new JsonBuilder(source, this.scanner);
  }

  parse(): Tree {
    const { source } = this;
    this.next(context.value);
    if (this.scanner.kind === JsonToken.illegal && source.text.startsWith('\ufeff')) {
      this.refuse(context.value);
      this.problems.byteOrderMark();
      this.next(context.value);
    }
    this.value(undefined);
    while (this.tree.frame) {
      if (this.tree.frame.container.kind === 'object') this.members(this.tree.frame);
      else this.items(this.tree.frame);
    }
    this.rest();
    this.problems.comments(this.scanner.comments);
    return {
      source,
      format: 'json',
      root: this.tree.root,
      problems: this.problems.sorted(),
      recovered: this.problems.recovered,
      refusal: this.refusal,
    };
  }

  /** @param expected what Go reports for a character that is not allowed there, such as the `/` of a comment. */
  private next(expected: string): JsonTokenKind {
    if (this.held) {
      this.held = false;
      return this.scanner.kind;
    }
    const { comments } = this.scanner;
    const known = comments.length;
    this.scanner.next();
    const comment = comments[known];
    if (comment) this.decide(comment.start, expected);
    return this.scanner.kind;
  }

  private members(frame: Frame): void {
    while (this.tree.frame === frame) {
      if (frame.needsComma && !this.comma(frame, context.member, JsonToken.rightBrace)) continue;
      const first = frame.comma < 0 && frame.previous === undefined;
      const kind = this.next(context.key);
      if (kind === JsonToken.rightBrace) {
        if (!first) this.trailingComma(frame, context.key);
        this.close(frame);
      } else if (kind === JsonToken.string || kind === JsonToken.word) this.member(frame);
      else this.strayInObject(frame);
    }
  }

  private member(frame: Frame): void {
    const { scanner } = this;
    const { start, end, kind } = scanner;
    if (kind === JsonToken.word) {
      this.refuse(context.key);
      this.problems.bareKey(start, end);
    } else this.checkToken();
    const member = newMember(start, this.tree.attachComments(frame, false));
    addKey(member, { source: this.source, start, end, quoted: kind === JsonToken.string });
    frame.member = member;
    if (this.next(context.colon) === JsonToken.colon) {
      member.separator = scanner.start;
      this.next(context.value);
    } else {
      this.refuse(context.colon);
      this.problems.missingColon(start, end);
      if (!isValueStart(scanner.kind) && !this.skipTo(frame)) return;
    }
    this.value(frame);
  }

  private items(frame: Frame): void {
    while (this.tree.frame === frame) {
      if (frame.needsComma && !this.comma(frame, context.item, JsonToken.rightBracket)) continue;
      const first = frame.comma < 0 && frame.previous === undefined;
      const kind = this.next(context.value);
      if (kind === JsonToken.rightBracket) {
        if (!first) this.trailingComma(frame, context.value);
        this.close(frame);
      } else this.value(frame);
    }
  }

  /** The current token begins a value, or should. */
  private value(frame: Frame | undefined): void {
    const { scanner } = this;
    const { kind, start, end } = scanner;
    const type = literalTypes[kind];
    if (type) {
      this.checkToken();
      this.tree.begin(frame, newLiteral(type, start, end));
    } else if (kind === JsonToken.leftBrace || kind === JsonToken.leftBracket) {
      this.open(frame, kind === JsonToken.leftBrace ? newObject(start) : newList(start));
    } else {
      this.badValue(frame);
    }
  }

  private open(frame: Frame | undefined, container: MutableContainer): void {
    if (this.tree.depth >= maxDepth) {
      this.refuse(context.depth);
      this.problems.tooDeep(this.scanner.start, maxDepth);
    }
    this.tree.open(frame, container);
  }

  private close(frame: Frame): void {
    this.tree.leave(frame, this.scanner.end);
  }

  /** Behind a member or an item: a comma, or the end. True where another may follow. */
  private comma(frame: Frame, expected: string, closing: JsonTokenKind): boolean {
    frame.needsComma = false;
    const kind = this.next(expected);
    if (kind === JsonToken.comma) {
      frame.comma = this.scanner.start;
      return true;
    }
    if (kind === closing) {
      this.close(frame);
      return false;
    }
    this.refuse(expected);
    return this.noComma(frame);
  }

  // What is wrong.

  private noComma(frame: Frame): boolean {
    const { scanner } = this;
    const { kind } = scanner;
    if (kind === JsonToken.eof || isClosing(kind)) {
      this.problems.unclosed(frame.container);
      this.held = true;
      this.tree.leave(frame, frame.edge);
      return false;
    }
    if (isValueStart(kind)) {
      this.problems.missingComma(frame.edge, scanner.start);
      this.held = true;
    } else {
      this.problems.unexpected(scanner.start, scanner.end);
      this.skipTo(frame);
    }
    return true;
  }

  private strayInObject(frame: Frame): void {
    const { scanner } = this;
    this.refuse(context.key);
    if (scanner.kind === JsonToken.eof || scanner.kind === JsonToken.rightBracket) {
      this.problems.unclosed(frame.container);
      this.held = true;
      this.tree.leave(frame, frame.edge);
      return;
    }
    this.problems.unexpected(scanner.start, scanner.end);
    this.skipTo(frame);
  }

  private badValue(frame: Frame | undefined): void {
    const { scanner } = this;
    const { kind, start, end, error } = scanner;
    if (error && kind === JsonToken.word) this.decide(error.at, error.context);
    else this.refuse(context.value);
    if (kind === JsonToken.word) {
      this.problems.bareWord(start, end);
      this.tree.begin(frame, newLiteral('string', start, start));
    } else if (!frame) {
      this.problems.noValue(start, end);
    } else if (kind === JsonToken.eof || isClosing(kind)) {
      if (frame.member) this.problems.memberWithoutValue(frame.member);
      else this.problems.unclosed(frame.container);
      frame.member = undefined;
      this.held = true;
      if (frame.container.kind === 'list' || kind === JsonToken.eof) this.tree.leave(frame, frame.edge);
    } else {
      this.problems.unexpected(start, end);
      frame.member = undefined;
      this.skipTo(frame);
    }
  }

  /**
   * Leaves out tokens up to a comma, which is left out too, or a bracket. True where a value begins there.
   */
  private skipTo(frame: Frame): boolean {
    const { scanner } = this;
    while (scanner.kind !== JsonToken.eof && !isClosing(scanner.kind) && !isOpening(scanner.kind)) {
      if (scanner.kind === JsonToken.comma) {
        frame.comma = scanner.start;
        frame.member = undefined;
        return false;
      }
      scanner.next();
    }
    if (isOpening(scanner.kind) && frame.member) return true;
    if (isOpening(scanner.kind)) this.skipBrackets();
    else this.held = true;
    frame.member = undefined;
    return false;
  }

  private skipBrackets(): void {
    let open = 0;
    do {
      const { kind } = this.scanner;
      open += isOpening(kind) ? 1 : isClosing(kind) ? -1 : 0;
      if (kind === JsonToken.eof) break;
      this.scanner.next();
    } while (open > 0);
    this.held = true;
  }

  private trailingComma(frame: Frame, expected: string): void {
    if (frame.comma < frame.edge) return;
    this.refuse(expected);
    this.problems.trailingComma(frame.comma);
  }

  /** Only white space may follow the value. */
  private rest(): void {
    if (!this.tree.root) return;
    const kind = this.next(context.end);
    const comments = this.tree.take();
    if (comments.length > 0) this.tree.root.after = comments;
    if (kind === JsonToken.eof) return;
    this.refuse(context.end);
    this.problems.behindTheEnd(this.scanner.start);
  }

  private checkToken(): void {
    const { error, start, end } = this.scanner;
    if (!error) return;
    this.decide(error.at, error.context);
    this.problems.lexical(error, start, end);
  }

  /** The current token is not allowed here. */
  private refuse(expected: string): void {
    const { kind, start } = this.scanner;
    this.decide(start, kind === JsonToken.eof ? undefined : expected);
  }

  private decide(at: number, expected: string | undefined): void {
    if (this.refusal) return;
    const { source } = this;
    const { text } = source;
    // Go counts the byte at which it stopped as read, except at the end of the text.
    const { line, column } = source.position(Math.max(0, Math.min(at, text.length - 1)));
    this.refusal = {
      text: expected ? `invalid character ${goChar(text, at)} ${expected}` : 'unexpected end of JSON input',
      line,
      column,
      panic: false,
      at: source.span(Math.min(at, text.length), Math.min(at + 1, text.length)),
    };
  }
}

const isOpening = (kind: JsonTokenKind): boolean =>
  kind === JsonToken.leftBrace || kind === JsonToken.leftBracket;
const isClosing = (kind: JsonTokenKind): boolean =>
  kind === JsonToken.rightBrace || kind === JsonToken.rightBracket;
const isValueStart = (kind: JsonTokenKind): boolean =>
  isOpening(kind) || kind === JsonToken.word || (kind >= JsonToken.string && kind <= JsonToken.null);
