import type { KeyNode, ListNode, LiteralNode, MemberNode } from '../tree/tree.ts';

/** How a format writes what the layout arranges. */
export interface Syntax {
  readonly newline: string;
  /** Between a key and its value. */
  readonly assign: string;
  /** Behind every member but the last. */
  readonly comma: '' | ',';
  /** Behind the last item of a list with one item per line, too. */
  readonly trailingComma: boolean;
  /** As hclfmt does: values and comments in columns, blank lines around what takes several lines. */
  readonly columns: boolean;
  /** Without braces at the top. */
  readonly bareRoot: boolean;
  readonly comments: boolean;
  readonly key: (node: KeyNode) => string;
  readonly literal: (node: LiteralNode) => string;
  /** Written without `assign`. */
  readonly isBlock: (member: MemberNode) => boolean;
  /** Whether a list of literals without comments goes on one line. */
  readonly isInline: (list: ListNode) => boolean;
  /** Whether a literal is written on several lines. */
  readonly isMultiline: (node: LiteralNode) => boolean;
}
