/**
 * Trees to text: one layout for HCL and JSON. Every member is on a separate line, comments stay where they
 * belong, blank lines of the author stay (one at a time). Linear in the size of the tree, and without recursion.
 */
import type { Source } from '../source/source.ts';
import type { Comment, ListNode, MemberNode, ObjectNode, TreeNode } from '../tree/tree.ts';
import { type Columns, hasBlankLine, Measure } from './measure.ts';
import type { Syntax } from './syntax.ts';

/** Nesting beyond this is not indented further: else the blanks alone would grow with the square of the depth. */
const maxIndent = 60;
const indents = Array.from({ length: maxIndent + 1 }, (_, depth) => '  '.repeat(depth));

export function layOut(source: Source, root: TreeNode, syntax: Syntax): string {
  return new Layout(source.text, syntax).run(root);
}

interface Frame extends Columns {
  readonly container: ObjectNode | ListNode;
  readonly depth: number;
  next: number;
  /** Position in the source from which blank lines are looked for. */
  edge: number;
  previousIsOneLine: boolean;
}

class Layout {
  private readonly text: string;
  private readonly syntax: Syntax;
  private readonly measure: Measure;
  private readonly parts: string[] = [];
  private readonly frames: Frame[] = [];
  /** The last part has ended its line, as a heredoc does. */
  private atLineStart = true;

  constructor(text: string, syntax: Syntax) {
    this.text = text;
    this.syntax = syntax;
    this.measure = new Measure(text, syntax);
  }

  run(root: TreeNode): string {
    const isBare = this.syntax.bareRoot && root.kind === 'object';
    this.ownLines(root.before, 0);
    if (root.kind === 'object' && isBare) {
      this.ownLines(root.opening, 0);
      this.push(root, 0);
    } else {
      this.line(0);
      this.value(root, 0);
    }
    for (let frame = this.frames.at(-1); frame; frame = this.frames.at(-1)) this.step(frame);
    if (isBare) this.ownLines(root.after, 0);
    else this.behind(root.after);
    if (!this.atLineStart) this.parts.push(this.syntax.newline);
    return this.parts.join('');
  }

  private push(container: ObjectNode | ListNode, depth: number): void {
    this.frames.push({
      container,
      depth,
      next: 0,
      edge: container.opening?.at(-1)?.end ?? container.start,
      previousIsOneLine: true,
      runEnd: -1,
      keyColumn: 0,
      commentColumn: 0,
    });
  }

  private step(frame: Frame): void {
    const { container } = frame;
    if (container.kind === 'object') {
      if (frame.next === container.members.length) this.close(frame);
      else this.member(frame, container.members);
    } else if (frame.next === container.items.length) this.close(frame);
    else this.item(frame, container.items);
  }

  private member(frame: Frame, members: readonly MemberNode[]): void {
    const { syntax } = this;
    const index = frame.next++;
    const member = members[index]!;
    if (index >= frame.runEnd) this.measure.startRun(frame, members, index);
    const isOneLine = index < frame.runEnd;
    this.leading(frame, member, index > 0, syntax.columns && !(isOneLine && frame.previousIsOneLine));
    frame.previousIsOneLine = isOneLine;
    this.line(frame.depth);
    const name = this.measure.name(member);
    this.write(name);
    if (syntax.isBlock(member)) this.write(' ');
    else {
      if (name.length < frame.keyColumn) this.write(' '.repeat(frame.keyColumn - name.length));
      this.write(syntax.assign);
    }
    this.value(member.value, frame.depth);
    if (this.frames.at(-1) === frame) this.endMember(frame, member);
  }

  private item(frame: Frame, items: readonly TreeNode[]): void {
    const index = frame.next++;
    const item = items[index]!;
    this.leading(frame, item, index > 0, false);
    this.line(frame.depth);
    this.value(item, frame.depth);
    if (this.frames.at(-1) === frame) this.endItem(frame, item);
  }

  /** Writes a value, or as much of it as comes before its members or items. */
  private value(node: TreeNode, depth: number): void {
    if (node.kind === 'literal') this.write(this.syntax.literal(node));
    else if (this.measure.isEmpty(node)) this.write(node.kind === 'object' ? '{}' : '[]');
    else if (node.kind === 'list' && this.measure.isInline(node)) this.write(this.measure.inlineText(node));
    else {
      this.write(node.kind === 'object' ? '{' : '[');
      this.behind(node.opening);
      this.push(node, depth + 1);
    }
  }

  private close(frame: Frame): void {
    const { container, depth } = frame;
    this.frames.pop();
    let mayBeApart = frame.next > 0;
    for (const comment of container.closing ?? []) {
      this.comment(comment, depth, mayBeApart && hasBlankLine(this.text, frame.edge, comment.start));
      frame.edge = comment.end;
      mayBeApart = true;
    }
    if (depth === 0) return;
    this.line(depth - 1);
    this.write(container.kind === 'object' ? '}' : ']');
    const up = this.frames.at(-1);
    if (!up) return;
    if (up.container.kind === 'object') this.endMember(up, up.container.members[up.next - 1]!);
    else this.endItem(up, up.container.items[up.next - 1]!);
  }

  private endMember(frame: Frame, member: MemberNode): void {
    const { container, next } = frame;
    const isLast = container.kind === 'object' && next === container.members.length;
    if (!isLast) this.write(this.syntax.comma);
    if (member.after && next <= frame.runEnd) {
      this.write(' '.repeat(Math.max(0, frame.commentColumn - this.measure.width(member, frame.keyColumn))));
    }
    this.behind(member.after);
    frame.edge = member.after?.at(-1)?.end ?? member.end;
  }

  private endItem(frame: Frame, item: TreeNode): void {
    const { container, next } = frame;
    const isLast = container.kind === 'list' && next === container.items.length;
    if (!isLast || this.syntax.trailingComma) {
      // Nothing may follow the end of a heredoc on its line.
      if (this.atLineStart) this.line(frame.depth);
      this.write(',');
    }
    this.behind(item.after);
    frame.edge = item.after?.at(-1)?.end ?? item.end;
  }

  // Comments and lines.

  /** The comments above a member or item, and the empty line that sets it apart. */
  private leading(frame: Frame, node: MemberNode | TreeNode, hasPrevious: boolean, isApart: boolean): void {
    const before = this.syntax.comments ? (node.before ?? []) : [];
    const limit = node.start;
    let wantsBlank =
      hasPrevious &&
      (isApart || hasBlankLine(this.text, frame.edge, Math.min(before[0]?.start ?? limit, limit)));
    for (const [i, comment] of before.entries()) {
      this.comment(comment, frame.depth, wantsBlank);
      wantsBlank = hasBlankLine(this.text, comment.end, Math.min(before[i + 1]?.start ?? limit, limit));
    }
    if (wantsBlank) this.blankLine();
  }

  private ownLines(comments: readonly Comment[] | undefined, depth: number): void {
    for (const [i, comment] of (comments ?? []).entries()) {
      this.comment(comment, depth, i > 0 && hasBlankLine(this.text, comments![i - 1]!.end, comment.start));
    }
  }

  private comment(comment: Comment, depth: number, afterBlank: boolean): void {
    if (!this.syntax.comments) return;
    if (afterBlank) this.blankLine();
    this.line(depth);
    this.write(this.commentText(comment));
  }

  /** Comments on the line of what is before them. */
  private behind(comments: readonly Comment[] | undefined): void {
    if (!comments || !this.syntax.comments) return;
    for (const comment of comments) this.write(` ${this.commentText(comment)}`);
  }

  private commentText({ start, end }: Comment): string {
    return this.text.slice(start, end).replace(/[ \t\r]+$/, '');
  }

  private line(depth: number): void {
    if (!this.atLineStart) this.parts.push(this.syntax.newline);
    if (depth > 0) this.parts.push(indents[Math.min(depth, maxIndent)]!);
    this.atLineStart = false;
  }

  private blankLine(): void {
    if (!this.atLineStart) this.parts.push(this.syntax.newline);
    if (this.parts.length > 0) this.parts.push(this.syntax.newline);
    this.atLineStart = true;
  }

  private write(text: string): void {
    if (text === '') return;
    this.parts.push(text);
    this.atLineStart = text.charCodeAt(text.length - 1) === 10;
  }
}
