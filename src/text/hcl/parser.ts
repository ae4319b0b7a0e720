/**
 * Tokens to a tree. Consul's parser stops at its first error; this one notes it word for word and goes on, so that
 * one run shows every error. It keeps its own stack, since files may nest deeper than JavaScript may call.
 */

import type { Run } from '../bare.ts';
import type { Source } from '../source/source.ts';
import { append, settle } from '../tree/comments.ts';
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
import type { Comment, LiteralType } from '../tree/tree.ts';
import { Scanner } from './scan/scanner.ts';
import { Token, type TokenKind } from './scan/token.ts';

const literalTypes: Partial<Record<TokenKind, LiteralType>> = {
  [Token.integer]: 'integer',
  [Token.float]: 'float',
  [Token.bool]: 'bool',
  [Token.string]: 'string',
  [Token.heredoc]: 'heredoc',
};

/** The grammar. What happens where a text does not follow it is the business of recovery.ts. */
export abstract class Grammar {
  protected readonly source: Source;
  protected readonly scanner: Scanner;
  protected readonly root = newObject(0);
  /** The container that is being read; undefined when all is read. */
  protected frame: Frame | undefined = newFrame(this.root, undefined, 0);
  /** The current token has been read, but not yet used. */
  protected held = false;
  /** How many of the scanner's comments have found their node. */
  private taken = 0;

  constructor(source: Source, runs?: readonly Run[]) {
    this.source = source;
    this.scanner = new Scanner(source.text, runs);
  }

  /** The current token is none that may follow these keys. True where reading can go on with a value. */
  protected abstract badKeys(frame: Frame, member: MutableMember): boolean;
  protected abstract badValue(frame: Frame, member: MutableMember): void;
  protected abstract badItem(frame: Frame): void;
  /** True where the current token is to be read as an item all the same. */
  protected abstract missingComma(frame: Frame): boolean;
  /** The current token is the end of the file, where a member or the end of the object might stand. */
  protected abstract endOfFile(frame: Frame): void;
  protected abstract unclosedString(): void;

  protected read(): void {
    while (this.frame) {
      if (this.frame.container.kind === 'object') this.members(this.frame);
      else this.items(this.frame);
    }
  }

  protected next(): TokenKind {
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
    const member = newMember(this.scanner.start, this.settle(frame, false));
    if (!this.keys(frame, member)) return;
    frame.member = member;
    if (this.scanner.kind === Token.leftBrace) this.open(newObject(this.scanner.start), frame);
    else this.value(frame, member);
  }

  /** Reads keys up to the `=` or `{` behind them, which is then the current token. False where there is none. */
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
    const before = this.settle(frame, false);
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
  protected close(frame: Frame): void {
    this.leave(frame, this.scanner.end);
  }

  protected leave(frame: Frame, end: number): void {
    const { container, up } = frame;
    container.closing = this.settle(frame, true);
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

  /** The comments before the current token that do not belong to what stands before them. */
  protected settle(frame: Frame, closes: boolean): readonly Comment[] | undefined {
    if (this.taken === this.scanner.comments.length) return undefined;
    return settle(this.source.text, this.takeComments(), frame, this.scanner.start, closes);
  }
}
