/** Gives every comment to the node that a reader would say it belongs to; never to one of another object. */

import type { MutableCommented, MutableContainer } from './nodes.ts';
import type { Comment, MemberNode, TreeNode } from './tree.ts';

/** What a comment at some point of a container may belong to: what is before it. */
export interface Neighbours {
  readonly container: MutableContainer;
  /** The member or item that ended last; undefined at the start of the container. */
  readonly previous: MutableCommented | undefined;
  /** Where that, or the opening bracket, ends. */
  readonly edge: number;
  /** Offset of the last comma; -1 where there was none. */
  readonly comma: number;
}

/**
 * Shares out the comments between `previous` and the token at `next`: those that begin on the line on which
 * `previous` ends go there, the others are returned. `/* x *​/ b` behind a comma belongs to what follows.
 */
export function attachComments(
  text: string,
  comments: readonly Comment[],
  neighbours: Neighbours,
  next: number,
  nextCloses: boolean,
): readonly Comment[] | undefined {
  const { container, previous } = neighbours;
  // At the top of a file nothing is on a separate line yet.
  if (!previous && neighbours.edge === container.start) return comments;
  let count = 0;
  // A heredoc ends behind its newline: what follows is not on its line.
  let edge = neighbours.edge - 1;
  while (count < comments.length && !hasNewline(text, edge, comments[count]!.start)) {
    edge = comments[count]!.end;
    count++;
  }
  if (count === comments.length && count > 0 && !hasNewline(text, edge, next)) {
    count = keptBehind(comments, neighbours, nextCloses);
  }
  if (count === 0) return comments;
  const own = comments.slice(0, count);
  if (previous) previous.after = append(previous.after, own);
  else container.opening = append(container.opening, own);
  return count === comments.length ? undefined : comments.slice(count);
}

/** All on one line with the token that follows: how many belong to what is before them. */
function keptBehind(comments: readonly Comment[], neighbours: Neighbours, nextCloses: boolean): number {
  if (!neighbours.previous) return 0;
  if (nextCloses || neighbours.comma < neighbours.edge) return comments.length;
  return comments.filter((comment) => comment.start < neighbours.comma).length;
}

export function append(
  list: readonly Comment[] | undefined,
  more: readonly Comment[],
): readonly Comment[] | undefined {
  if (more.length === 0) return list;
  return list ? [...list, ...more] : more;
}

/** Looks no further than `to`, so that asking for every comment of a file stays linear. */
export function hasNewline(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) return true;
  return false;
}

/** All comments that the nodes of a tree hold, in the order of the text. */
export function commentsOf(root: TreeNode): readonly Comment[] {
  const comments: Comment[] = [];
  const tasks: (TreeNode | MemberNode)[] = [root];
  for (let node = tasks.pop(); node; node = tasks.pop()) {
    collect(comments, node.before);
    collect(comments, node.after);
    if (node.kind === 'member') tasks.push(node.value);
    else if (node.kind !== 'literal') {
      collect(comments, node.opening);
      collect(comments, node.closing);
      for (const inner of node.kind === 'list' ? node.items : node.members) tasks.push(inner);
    }
  }
  return comments.sort((a, b) => a.start - b.start);
}

function collect(into: Comment[], comments: readonly Comment[] | undefined): void {
  for (const comment of comments ?? []) into.push(comment);
}
