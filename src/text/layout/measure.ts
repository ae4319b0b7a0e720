/** How wide things are when written, and what fits on one line. */
import type { ListNode, LiteralNode, MemberNode, ObjectNode, TreeNode } from '../tree/tree.ts';
import type { Syntax } from './syntax.ts';

/** What is longer does not push the columns of its neighbours out. */
const maxKeyColumn = 40;
const maxCommentColumn = 80;

/** Members on consecutive lines, and their columns. */
export interface Columns {
  /** Behind the last of the one-line members that follow one another from here on. */
  runEnd: number;
  keyColumn: number;
  commentColumn: number;
}

export class Measure {
  private readonly text: string;
  private readonly syntax: Syntax;

  constructor(text: string, syntax: Syntax) {
    this.text = text;
    this.syntax = syntax;
  }

  /** Finds the members on consecutive lines from `index` on, and how wide they are. */
  startRun(frame: Columns, members: readonly MemberNode[], index: number): void {
    frame.runEnd = index;
    frame.keyColumn = frame.commentColumn = 0;
    if (!this.syntax.columns) return;
    let hasComments = false;
    for (
      let member = members[index];
      member && this.isOneLine(member.value);
      member = members[frame.runEnd]
    ) {
      if (frame.runEnd > index && this.isApart(members[frame.runEnd - 1]!, member)) break;
      if (!this.syntax.isBlock(member)) {
        const { length } = this.name(member);
        if (length <= maxKeyColumn) frame.keyColumn = Math.max(frame.keyColumn, length);
      }
      hasComments ||= member.after !== undefined;
      frame.runEnd++;
    }
    if (!hasComments) return;
    for (let at = index; at < frame.runEnd; at++) {
      const width = this.width(members[at]!, frame.keyColumn);
      if (width <= maxCommentColumn) frame.commentColumn = Math.max(frame.commentColumn, width);
    }
  }

  /** An empty line, or comments, between two one-line members. */
  private isApart(previous: MemberNode, member: MemberNode): boolean {
    const from = previous.after?.at(-1)?.end ?? previous.end;
    return hasBlankLine(this.text, from, Math.min(member.before?.[0]?.start ?? member.start, member.start));
  }

  /** Of a one-line member. */
  width(member: MemberNode, keyColumn: number): number {
    const { value } = member;
    const name = this.name(member).length;
    const head = this.syntax.isBlock(member)
      ? name + 1
      : Math.max(name, keyColumn) + this.syntax.assign.length;
    if (value.kind === 'literal') return head + this.syntax.literal(value).length;
    return head + (this.isEmpty(value) ? 2 : this.inlineText(value as ListNode).length);
  }

  isOneLine(node: TreeNode): boolean {
    if (node.kind === 'literal') return !this.syntax.isMultiline(node);
    return this.isEmpty(node) || (node.kind === 'list' && this.isInline(node));
  }

  isEmpty(node: ObjectNode | ListNode): boolean {
    if ((node.kind === 'object' ? node.members : node.items).length > 0) return false;
    return !this.syntax.comments || (!node.opening && !node.closing);
  }

  isInline(list: ListNode): boolean {
    const { comments, isMultiline, isInline } = this.syntax;
    if (comments && (list.opening || list.closing)) return false;
    for (const item of list.items) {
      if (item.kind !== 'literal' || isMultiline(item)) return false;
      if (comments && (item.before || item.after)) return false;
    }
    return isInline(list);
  }

  inlineText({ items }: ListNode): string {
    return `[${items.map((item) => this.syntax.literal(item as LiteralNode)).join(', ')}]`;
  }

  name(member: MemberNode): string {
    const { keys } = member;
    return keys.length === 1 ? this.syntax.key(keys[0]!) : keys.map(this.syntax.key).join(' ');
  }
}

/** Whether the author left a line empty between two places. What lies between is blank but for a comma. */
export function hasBlankLine(text: string, from: number, to: number): boolean {
  let newlines = 0;
  // A heredoc ends behind its newline.
  for (let at = Math.max(0, from - 1); at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2c) newlines = 0;
    else if (unit === 10 && ++newlines === 2) return true;
  }
  return false;
}
