/**
 * The grammar of that reader, which is loose: whatever is not a comma ends an object, booleans vanish from lists,
 * inner brackets of lists are ignored. The tree is what Consul keeps; losses.ts says what it drops.
 */

import type { Refusal } from '../../source/problem.ts';
import type { Source } from '../../source/source.ts';
import {
  addKey,
  type MutableContainer,
  type MutableMember,
  newList,
  newLiteral,
  newMember,
  newObject,
} from '../../tree/nodes.ts';
import type { KeyNode, LiteralType, ObjectNode } from '../../tree/tree.ts';
import { Token, type TokenKind, tokenName } from '../scan/token.ts';
import { HclJsonScanner } from './scanner.ts';

export interface HclJsonParse {
  /** Undefined where the reader refuses or dies. */
  readonly root: ObjectNode | undefined;
  readonly refusal: Refusal | undefined;
  /** Where reading stopped, though the text goes on; undefined at its end. */
  readonly rest: number | undefined;
  /** Booleans and brackets in lists that are not read. */
  readonly ignored: readonly { readonly start: number; readonly end: number; readonly kind: TokenKind }[];
  /** Keys without a value, which are dropped. */
  readonly dropped: readonly KeyNode[];
}

const literalTypes: Partial<Record<TokenKind, LiteralType>> = {
  [Token.integer]: 'integer',
  [Token.float]: 'float',
  [Token.bool]: 'bool',
  [Token.null]: 'null',
  [Token.string]: 'string',
};

interface Frame {
  readonly container: MutableContainer;
  readonly up: Frame | undefined;
  member: MutableMember | undefined;
  /** A member has just ended: anything but a comma ends the object. */
  mayEnd: boolean;
}

const newFrame = (container: MutableContainer, up: Frame | undefined): Frame => ({
  container,
  up,
  member: undefined,
  mayEnd: false,
});

export function parseHclJson(source: Source): HclJsonParse {
  return new HclJsonParser(source).parse();
}

class HclJsonParser {
  private readonly source: Source;
  private readonly scanner: HclJsonScanner;
  private readonly ignored: { start: number; end: number; kind: TokenKind }[] = [];
  private readonly dropped: KeyNode[] = [];
  private frame: Frame | undefined;
  private error: string | undefined;

  constructor(source: Source) {
    this.source = source;
    this.scanner = new HclJsonScanner(source.text);
  }

  parse(): HclJsonParse {
    const { scanner, ignored, dropped } = this;
    let root: ObjectNode | undefined;
    const kind = this.next();
    if (kind === Token.leftBrace) {
      const object = newObject(scanner.start);
      root = object;
      this.frame = newFrame(object, undefined);
      while (this.frame && this.error === undefined) this.step(this.frame);
    } else {
      this.error = `Expected object, got unknown token: ${this.tokenText()}`;
    }
    const refusal = this.refusal();
    const rest = /[^ \t\r\n]/.exec(this.source.text.slice(scanner.end));
    return {
      root: refusal ? undefined : root,
      refusal,
      rest: rest ? scanner.end + rest.index : undefined,
      ignored,
      dropped,
    };
  }

  private next(): TokenKind {
    const kind = this.scanner.next();
    if (this.scanner.panic) this.error = this.scanner.panic;
    return kind;
  }

  private step(frame: Frame): void {
    if (frame.container.kind === 'list') this.item(frame);
    else if (frame.mayEnd && this.next() !== Token.comma) this.close(frame);
    else this.member(frame);
  }

  private member(frame: Frame): void {
    const { scanner } = this;
    const member = newMember(scanner.end, undefined);
    let kind = this.next();
    member.start = scanner.start;
    while (kind === Token.string) {
      addKey(member, { source: this.source, start: scanner.start, end: scanner.end, quoted: true });
      kind = this.next();
    }
    if (kind === Token.colon && member.keys.length > 0) {
      member.separator = scanner.start;
      frame.member = member;
      this.value(frame);
      return;
    }
    this.addDropped(member);
    if (kind === Token.eof) this.close(frame);
    else {
      this.fail(frame, kind === Token.illegal ? 'illegal' : `expected: STRING got: ${tokenName(kind)}`);
    }
  }

  private value(frame: Frame): void {
    const { scanner } = this;
    const kind = this.next();
    const type = literalTypes[kind];
    if (type) this.endMember(frame, newLiteral(type, scanner.start, scanner.end));
    else if (kind === Token.leftBrace) this.open(frame, newObject(scanner.start));
    else if (kind === Token.leftBracket) this.open(frame, newList(scanner.start));
    else if (kind === Token.eof) this.drop(frame);
    else this.fail(frame, `Expected object value, got unknown token: ${this.tokenText()}`);
  }

  private item(frame: Frame): void {
    const { scanner } = this;
    const list = frame.container;
    if (list.kind !== 'list') return;
    const kind = this.next();
    const { start, end } = scanner;
    if (kind === Token.rightBracket) this.close(frame);
    else if (kind === Token.leftBrace) this.open(frame, newObject(start));
    else if (kind === Token.bool || kind === Token.leftBracket) this.ignored.push({ start, end, kind });
    else if (kind === Token.integer || kind === Token.float || kind === Token.string) {
      list.items.push(newLiteral(literalTypes[kind]!, start, end));
    } else if (kind !== Token.comma) {
      this.fail(frame, `unexpected token while parsing list: ${tokenName(kind)}`);
    }
  }

  private open(frame: Frame, container: MutableContainer): void {
    this.frame = newFrame(container, frame);
  }

  /** Whatever follows, the container has ended, and its values count. */
  private close(frame: Frame): void {
    const { container, up } = frame;
    container.end = this.scanner.end;
    this.frame = up;
    if (!up) return;
    if (up.container.kind === 'list') up.container.items.push(container);
    else this.endMember(up, container);
  }

  private endMember(frame: Frame, value: MutableMember['value']): void {
    const { container, member } = frame;
    if (container.kind !== 'object' || !member) return;
    member.value = value;
    member.end = value.end;
    container.members.push(member);
    frame.member = undefined;
    frame.mayEnd = true;
  }

  /** The current token is not allowed here. An error at a `}` is swallowed, and ends the innermost object. */
  private fail(frame: Frame, message: string): void {
    if (this.scanner.kind !== Token.rightBrace) {
      this.error ??= message;
      return;
    }
    let object = frame;
    while (object.container.kind === 'list' && object.up) object = object.up;
    this.drop(object);
  }

  /** Ends an object without the member that is being read. */
  private drop(object: Frame): void {
    if (object.member) this.addDropped(object.member);
    object.member = undefined;
    this.close(object);
  }

  private addDropped({ keys }: MutableMember): void {
    for (const key of keys) this.dropped.push(key);
  }

  private refusal(): Refusal | undefined {
    const { scanner, source } = this;
    const { error, panic } = scanner;
    if (panic) return { text: panic, panic: true, at: this.span(source.text.length) };
    if (error) {
      const { line, column } = error;
      return {
        text: `${line}:${column}: ${error.message}`,
        line,
        column,
        panic: false,
        at: this.span(error.at),
      };
    }
    return this.error === undefined
      ? undefined
      : { text: this.error, panic: false, at: this.span(scanner.start) };
  }

  private span(at: number) {
    const start = Math.min(at, this.source.text.length);
    return this.source.span(start, Math.min(start + 1, this.source.text.length));
  }

  private tokenText(): string {
    const { position, kind, start, end } = this.scanner;
    return `${position.line}:${position.column} ${tokenName(kind)} ${this.source.text.slice(start, end)}`;
  }
}
