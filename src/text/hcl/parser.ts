/**
 * Tokens to a tree. Consul's parser stops at its first error; this one records it word for word and goes on, so that
 * one run shows every error. It keeps its own stack, since files may nest deeper than JavaScript may call.
 */
import { type Bare, findBare, nothingBare, type Run } from '../bare.ts';
import { asTemplate } from '../bare-problems.ts';
import type { Problem, Refusal } from '../source/problem.ts';
import type { Source } from '../source/source.ts';
import { append, attachComments, hasNewline } from '../tree/comments.ts';
import { type Frame, newFrame } from '../tree/frame.ts';
import {
  addKey,
  type MutableContainer,
  type MutableLiteral,
  type MutableMember,
  newList,
  newLiteral,
  newMember,
  newObject,
  trim,
} from '../tree/nodes.ts';
import type { Comment, KeyNode, LiteralType, ObjectNode } from '../tree/tree.ts';
import { refusalAt, wrappedRefusal } from './decode/verdict.ts';
import { ProblemBuilder } from './problem-builder.ts';
import { Scanner } from './scan/scanner.ts';
import { Token, type TokenKind, tokenName } from './scan/token.ts';

export interface HclParse {
  readonly root: ObjectNode;
  readonly problems: readonly Problem[];
  readonly refusal: Refusal | undefined;
  readonly recovered: readonly Run[];
  readonly template?: true;
}

/**
 * The verdict is that of the unchanged text. Where values without quotes may be the reason, tree and problems are
 * those of a second reading, which takes each of them for a text.
 *
 * @param swallowErrors see `swallowsErrors` of versions.ts.
 */
export function parseHclText(source: Source, swallowErrors: boolean): HclParse {
  const first = new Parser(source, swallowErrors).parse();
  if (!first.refusal) return first;
  const bare = findBare(source.text, 'hcl');
  if (bare.runs.length === 0 && bare.statements.length === 0) return first;
  const again = new Parser(source, swallowErrors, bare).parse();
  return { ...asTemplate(source, bare, again), refusal: first.refusal };
}

const literalTypes: Partial<Record<TokenKind, LiteralType>> = {
  [Token.integer]: 'integer',
  [Token.float]: 'float',
  [Token.bool]: 'bool',
  [Token.string]: 'string',
  [Token.heredoc]: 'heredoc',
};

class Parser {
  private readonly source: Source;
  private readonly scanner: Scanner;
  private readonly root = newObject(0);
  /** The container that is being read; undefined when all is read. */
  private frame: Frame | undefined = newFrame(this.root, undefined, 0);
  /** The current token has been read, but not yet used. */
  private held = false;
  /** How many of the scanner's comments have found their node. */
  private taken = 0;

  private readonly swallowErrors: boolean;
  private readonly problems: ProblemBuilder;
  private refusal: Refusal | undefined;
  /** Consul has stopped reading: what follows is recovery only. */
  private decided = false;

  constructor(source: Source, swallowErrors: boolean, bare: Bare = nothingBare(source.text)) {
    this.source = source;
    this.swallowErrors = swallowErrors;
    this.scanner = new Scanner(bare.scanned, bare.runs);
    this.problems = new ProblemBuilder(source);
    this.problems.bareRuns(bare.runs);
  }

  parse(): HclParse {
    this.read();
    this.root.end = this.source.text.length;
    this.problems.scanErrors(this.scanner.errors);
    const { problems, refusal, root } = this;
    return { root, problems: problems.sorted(), refusal, recovered: problems.recovered };
  }

  private read(): void {
    while (this.frame) {
      if (this.frame.container.kind === 'object') this.members(this.frame);
      else this.items(this.frame);
    }
  }

  private next(): TokenKind {
    if (this.held) this.held = false;
    else {
      this.scanner.next();
      if (this.scanner.isUnclosedString) this.unclosedString();
    }
    return this.scanner.kind;
  }

  /** Members until the object ends, or until one begins that is a container itself. */
  private members(frame: Frame): void {
    while (this.frame === frame) {
      const kind = this.next();
      if (kind === Token.eof) this.endOfFile(frame);
      else if (kind === Token.rightBrace && frame.up) this.close(frame);
      else this.member(frame);
    }
  }

  private member(frame: Frame): void {
    const member = newMember(this.scanner.start, this.attachComments(frame, false));
    if (!this.keys(frame, member)) return;
    frame.member = member;
    if (this.scanner.kind === Token.leftBrace) this.open(newObject(this.scanner.start), frame);
    else this.value(frame, member);
  }

  /** Reads keys up to the `=` or `{` after them, which is then the current token. False where neither follows. */
  private keys(frame: Frame, member: MutableMember): boolean {
    const { scanner } = this;
    for (let kind = scanner.kind; ; kind = this.next()) {
      if (kind === Token.identifier || kind === Token.string) {
        const { start, end } = scanner;
        addKey(member, { source: this.source, start, end, quoted: kind === Token.string });
      } else if (kind === Token.assign && member.keys.length === 1) {
        member.separator = scanner.start;
        return true;
      } else if (kind === Token.leftBrace && member.keys.length > 0) {
        return true;
      } else {
        return this.badKeys(frame, member);
      }
    }
  }

  private value(frame: Frame, member: MutableMember): void {
    const { scanner } = this;
    const kind = this.next();
    const type = literalTypes[kind];
    if (type) {
      this.takeInto(member);
      this.endValue(frame, newLiteral(type, scanner.start, scanner.end));
    } else if (kind === Token.leftBrace) this.open(newObject(scanner.start), frame);
    else if (kind === Token.leftBracket) this.open(newList(scanner.start), frame);
    else this.badValue(frame, member);
  }

  private items(frame: Frame): void {
    const { scanner } = this;
    while (this.frame === frame) {
      const kind = this.next();
      if (kind === Token.comma) {
        frame.comma = scanner.start;
        frame.needsComma = false;
      } else if (kind === Token.rightBracket) {
        this.close(frame);
      } else if (!frame.needsComma || this.missingComma(frame)) {
        this.item(frame, kind);
      }
    }
  }

  private item(frame: Frame, kind: TokenKind): void {
    const { scanner } = this;
    const type = literalTypes[kind];
    if (!type && kind !== Token.leftBrace && kind !== Token.leftBracket) {
      this.badItem(frame);
      return;
    }
    const before = this.attachComments(frame, false);
    const { start, end } = scanner;
    const node = type
      ? newLiteral(type, start, end)
      : kind === Token.leftBrace
        ? newObject(start)
        : newList(start);
    node.before = before;
    if (node.kind === 'literal') this.endValue(frame, node);
    else this.frame = newFrame(node, frame, end);
  }

  private open(container: MutableContainer, frame: Frame): void {
    this.takeInto(frame.member!);
    this.frame = newFrame(container, frame, this.scanner.end);
  }

  /** The current token is the container's closing bracket. */
  private close(frame: Frame): void {
    this.leave(frame, this.scanner.end);
  }

  private leave(frame: Frame, end: number): void {
    const { container, up } = frame;
    container.closing = this.attachComments(frame, true);
    container.end = end;
    trim(container);
    this.frame = up;
    if (up) this.endValue(up, container);
  }

  private endValue(frame: Frame, value: MutableContainer | MutableLiteral): void {
    frame.edge = value.end;
    if (frame.container.kind === 'list') {
      frame.container.items.push(value);
      frame.previous = value;
      frame.needsComma = value.kind !== 'list';
      return;
    }
    const member = frame.member!;
    member.value = value;
    member.end = value.end;
    frame.container.members.push(member);
    frame.previous = member;
    frame.member = undefined;
    if (this.next() === Token.comma) frame.comma = this.scanner.start;
    else this.held = true;
  }

  private takeComments(): readonly Comment[] {
    const taken = this.scanner.comments.slice(this.taken);
    this.taken = this.scanner.comments.length;
    return taken;
  }

  private takeInto(member: MutableMember): void {
    if (this.taken < this.scanner.comments.length) member.before = append(member.before, this.takeComments());
  }

  /** The comments before the current token that do not belong to what is before them. */
  private attachComments(frame: Frame, closes: boolean): readonly Comment[] | undefined {
    if (this.taken === this.scanner.comments.length) return undefined;
    return attachComments(this.source.text, this.takeComments(), frame, this.scanner.start, closes);
  }

  // Recovery: what a text that does not follow the grammar was meant to be.

  /** The current token is not allowed after these keys. True where parsing can continue with a value. */
  private badKeys(frame: Frame, member: MutableMember): boolean {
    const { kind } = this.scanner;
    const { keys } = member;
    // The older parser reports every error of a `}` directly after keys.
    const maySwallow = keys.length === 0;
    if (this.refuse(frame, keysError(this.source.text, kind, keys), maySwallow)) return false;
    this.leaveKeysAbove(member);
    const last = member.keys.at(-1);
    if (!last) this.strayToken(frame);
    else if (this.mayTakeValue(member, last)) return true;
    else {
      this.problems.noValue(member.keys);
      this.skipLine(last.end);
    }
    return false;
  }

  /** Keys on the lines above the last one have no value, and the last one is a separate member. */
  private leaveKeysAbove(member: MutableMember): void {
    const { keys } = member;
    const last = keys.at(-1);
    const before = keys.at(-2);
    if (!last || !before || !hasNewline(this.source.text, before.end, last.start)) return;
    this.problems.noValue(keys.slice(0, -1));
    member.keys = [last];
    member.start = last.start;
  }

  /** The current token is not a `=` after one key, but is meant as one, or as the value after it. */
  private mayTakeValue(member: MutableMember, last: KeyNode): boolean {
    const { kind, start } = this.scanner;
    const { keys } = member;
    if (kind === Token.assign && keys.length > 1) {
      this.problems.labelledAssignment(keys, start);
      member.keys = keys.slice(0, 1);
    } else if (keys.length > 1) return false;
    else if (isValueStart(kind)) {
      this.problems.missingAssign(last, start);
      this.held = true;
    } else if (kind !== Token.assign && !this.isColon()) return false;
    member.separator = start;
    return true;
  }

  /** The current token does not begin a member. */
  private strayToken(frame: Frame): void {
    const { kind, start, end } = this.scanner;
    this.problems.unexpected(kind, start, end, frame.up !== undefined);
    if (kind === Token.rightBrace) return;
    this.skipLine(end);
  }

  private badValue(frame: Frame, member: MutableMember): void {
    const { kind, start, end } = this.scanner;
    const key = member.keys[0]!;
    if (kind === Token.eof) {
      if (!frame.up && this.scanner.isAtEnd) this.problems.droppedAtEnd(key, member.separator!);
      this.endOfFile(frame);
      return;
    }
    if (this.refuse(frame, `Unknown token: ${this.placeText()} ${tokenName(kind)} ${this.tokenText()}`))
      return;
    if (kind === Token.rightBrace || this.startsMember(member.separator!)) {
      this.problems.noValue(member.keys);
      this.held = true;
    } else {
      if (kind === Token.identifier) this.problems.bareWord(start, end);
      else this.problems.unexpectedValue(kind, start, end);
      this.skipLine(end);
    }
  }

  /** True where the current token is to be read as an item all the same. */
  private missingComma(frame: Frame): boolean {
    const { kind, start } = this.scanner;
    if (this.refuse(frame, `error parsing list, expected comma or list end, got: ${tokenName(kind)}`))
      return false;
    if (isValueStart(kind)) {
      this.problems.missingComma(frame.edge, start);
      return true;
    }
    this.brokenList(frame);
    return false;
  }

  private badItem(frame: Frame): void {
    const { kind } = this.scanner;
    if (this.refuse(frame, `unexpected token while parsing list: ${tokenName(kind)}`)) return;
    this.brokenList(frame);
  }

  /** The current token is not allowed in a list: either it is wrong, or the list's end is missing before it. */
  private brokenList(frame: Frame): void {
    const { kind, start, end } = this.scanner;
    const atEnd = kind === Token.eof && this.scanner.isAtEnd;
    if (atEnd || kind === Token.rightBrace || this.startsMember(frame.edge)) {
      this.problems.unclosed(frame.container);
      this.held = true;
      this.leave(frame, frame.edge);
      return;
    }
    if (kind === Token.identifier) this.problems.bareWord(start, end);
    else this.problems.unexpectedValue(kind, start, end);
    frame.needsComma = kind === Token.identifier;
    frame.edge = end;
  }

  /** The current token is the end of the file, where a member or the end of the object is expected. */
  private endOfFile(frame: Frame): void {
    if (!frame.up) {
      this.decide(undefined);
      if (!this.scanner.isAtEnd) return;
      this.root.closing = this.attachComments(frame, true);
      this.frame = undefined;
      return;
    }
    const kind = this.next();
    if (kind === Token.rightBrace) {
      this.close(frame);
      return;
    }
    this.refuse(frame, `object expected closing RBRACE got: ${tokenName(kind)}`);
    if (kind === Token.eof && this.scanner.isAtEnd) {
      this.problems.unclosed(frame.container);
      this.leave(frame, this.source.text.length);
    } else {
      this.held = true;
    }
  }

  private unclosedString(): void {
    this.decide(undefined);
    const { start } = this.scanner;
    const newline = this.source.text.indexOf('\n', start);
    if (newline >= 0) this.scanner.cutString(newline);
  }

  /** Notes an error of Consul's parser at the current token. True where the older one goes on as if nothing were wrong. */
  private refuse(frame: Frame, message: string, maySwallow = this.swallowErrors): boolean {
    if (this.decided) return false;
    const object =
      this.swallowErrors && maySwallow && this.scanner.kind === Token.rightBrace && innermostObject(frame);
    if (object) {
      this.swallow(object);
      return true;
    }
    this.decide(wrappedRefusal(this.source, frame, this.place(), message));
    return false;
  }

  private swallow(object: Frame): void {
    const { start, end } = this.scanner;
    this.frame = object;
    object.member = undefined;
    const kind = this.next();
    if (kind === Token.rightBrace) {
      this.problems.swallowed(object.edge, start, end);
      this.close(object);
      return;
    }
    this.problems.unreadable(start, end);
    this.decide(
      wrappedRefusal(
        this.source,
        object,
        this.place(),
        `object expected closing RBRACE got: ${tokenName(kind)}`,
      ),
    );
    this.held = true;
    this.leave(object, end);
  }

  private decide(refusal: Refusal | undefined): void {
    if (this.decided) return;
    this.decided = true;
    const last = this.scanner.errors.at(-1);
    this.refusal = last ? refusalAt(this.source, last, last.message) : refusal;
  }

  /** Leaves out the rest of the line, and whatever is bracketed there. */
  private skipLine(from: number): void {
    const { scanner, source } = this;
    let depth = 0;
    let end = from;
    for (;;) {
      const { kind } = scanner;
      if (kind === Token.eof && scanner.isAtEnd) break;
      if (depth === 0 && (isClosing(kind) || hasNewline(source.text, end, scanner.start))) break;
      depth += isOpening(kind) ? 1 : isClosing(kind) ? -1 : 0;
      end = scanner.end;
      this.next();
    }
    this.held = scanner.kind !== Token.rightBracket;
  }

  /** The current token is on another line than `from`, and is a key if what follows it on its line is any sign. */
  private startsMember(from: number): boolean {
    const { kind, start, end } = this.scanner;
    if (kind !== Token.identifier && kind !== Token.string) return false;
    return (
      hasNewline(this.source.text, from, start) && /^[ \t]*[={"]/.test(this.source.text.slice(end, end + 80))
    );
  }

  private isColon(): boolean {
    return this.scanner.kind === Token.illegal && this.tokenText() === ':';
  }

  private place() {
    return { at: this.scanner.start, beyond: this.scanner.kind === Token.eof ? this.scanner.beyond : 0 };
  }

  private placeText(): string {
    const { line, column } = this.source.position(this.scanner.start);
    return `${line}:${column}`;
  }

  private tokenText(): string {
    return fold(this.source.text.slice(this.scanner.start, this.scanner.end));
  }
}

function keysError(text: string, kind: TokenKind, keys: readonly KeyNode[]): string {
  if (kind === Token.illegal) return 'illegal character';
  if (kind === Token.assign) {
    return keys.length === 0 ? 'no object keys found!' : 'nested object expected: LBRACE got: ASSIGN';
  }
  if (kind === Token.leftBrace) return 'expected: IDENT | STRING got: LBRACE';
  if (keys.length > 0 && (kind === Token.eof || kind === Token.rightBrace)) {
    const names = keys.map((key) => fold(text.slice(key.start, key.end))).join(' ');
    return `key '${names}' expected start of object ('{') or assignment ('=')`;
  }
  return `expected: IDENT | STRING | ASSIGN | LBRACE got: ${tokenName(kind)}`;
}

function innermostObject(frame: Frame): Frame | undefined {
  for (let at = frame; at.up; at = at.up) if (at.container.kind === 'object') return at;
  return undefined;
}

const fold = (text: string): string => text.replaceAll('\r\n', '\n');
const isOpening = (kind: TokenKind): boolean => kind === Token.leftBrace || kind === Token.leftBracket;
const isClosing = (kind: TokenKind): boolean => kind === Token.rightBrace || kind === Token.rightBracket;
const isValueStart = (kind: TokenKind): boolean =>
  isOpening(kind) || (kind >= Token.integer && kind <= Token.heredoc);
