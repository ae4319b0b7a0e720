/** The tree as it grows: which container is open, what goes into it, and whose the comments are. */

import type { Source } from '../source/source.ts';
import { attachComments } from '../tree/comments.ts';
import { type Frame, newFrame } from '../tree/frame.ts';
import { type MutableContainer, type MutableLiteral, trim } from '../tree/nodes.ts';
import type { Comment } from '../tree/tree.ts';
import type { JsonScanner } from './scanner.ts';

export class JsonBuilder {
  root: MutableContainer | MutableLiteral | undefined;
  /** The container that is open. */
  frame: Frame | undefined;
  depth = 0;
  private readonly source: Source;
  private readonly scanner: JsonScanner;
  /** How many of the scanner's comments have found their place. */
  private taken = 0;

  constructor(source: Source, scanner: JsonScanner) {
    this.source = source;
    this.scanner = scanner;
  }

  /** Comments before a value belong to its member, or to itself. */
  begin(frame: Frame | undefined, node: MutableContainer | MutableLiteral): void {
    if (frame?.member) {
      const comments = this.take();
      if (comments.length > 0) frame.member.before = [...(frame.member.before ?? []), ...comments];
    } else if (frame) node.before = this.attachComments(frame, false);
    else {
      const comments = this.take();
      node.before = comments.length > 0 ? comments : undefined;
      this.root = node;
    }
    if (node.kind === 'literal' && frame) this.endValue(frame, node);
  }

  open(frame: Frame | undefined, container: MutableContainer): void {
    this.depth++;
    this.begin(frame, container);
    this.frame = newFrame(container, frame, this.scanner.end);
  }

  leave(frame: Frame, end: number): void {
    const { container, up } = frame;
    container.closing = this.attachComments(frame, true);
    container.end = end;
    trim(container);
    this.depth--;
    this.frame = up;
    if (up) this.endValue(up, container);
  }

  private endValue(frame: Frame, value: MutableContainer | MutableLiteral): void {
    const { container, member } = frame;
    frame.edge = value.end;
    if (container.kind === 'list') {
      container.items.push(value);
      frame.previous = value;
      frame.needsComma = true;
      return;
    }
    if (!member) return;
    member.value = value;
    member.end = value.end;
    container.members.push(member);
    frame.previous = member;
    frame.member = undefined;
    frame.needsComma = true;
  }

  take(): readonly Comment[] {
    const { comments } = this.scanner;
    const taken = comments.slice(this.taken);
    this.taken = comments.length;
    return taken;
  }

  attachComments(frame: Frame, closes: boolean): readonly Comment[] | undefined {
    if (this.taken === this.scanner.comments.length) return undefined;
    return attachComments(this.source.text, this.take(), frame, this.scanner.start, closes);
  }
}
