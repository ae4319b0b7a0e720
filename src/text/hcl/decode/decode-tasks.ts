/** What the decoder has still to do, and where it stands. */
import type { MemberNode, Node } from '../../tree/tree.ts';
import type { Member, Value } from '../../tree/value.ts';

export type Members = Map<string, Member>;

/** Where a task stands, for messages: `root.a[0].b`. */
export interface Place {
  readonly up: Place | undefined;
  /** Undefined for a list in a list. */
  readonly key: string | undefined;
  readonly index: number;
}

/** An object's members. `labels` keys of each have been used up by the objects around it. */
export interface ObjectTask {
  readonly kind: 'object';
  readonly members: readonly MemberNode[];
  readonly labels: number;
  readonly into: Members;
  readonly place: Place | undefined;
  next: number;
  /** Keys that a labelled block has finished, with all blocks of that name. */
  done: Set<string> | undefined;
  blocks: Map<string, MemberNode[]> | undefined;
}

export interface ListTask {
  readonly kind: 'list';
  readonly items: readonly Node[];
  /** What was a list of blocks before takes objects only. */
  readonly objectsOnly: boolean;
  readonly into: Value[];
  readonly up: Place | undefined;
  readonly key: string | undefined;
  next: number;
}

/** Labelled blocks of one name: one object for each. */
export interface BlocksTask {
  readonly kind: 'blocks';
  readonly members: readonly MemberNode[];
  readonly labels: number;
  readonly into: Value[];
  readonly up: Place | undefined;
  readonly key: string | undefined;
  next: number;
}

export type Task = ObjectTask | ListTask | BlocksTask;

export function nameOf(place: Place | undefined): string {
  const parts: string[] = [];
  for (let at = place; at; at = at.up) parts.push(`${at.key === undefined ? '' : `.${at.key}`}[${at.index}]`);
  return `root${parts.reverse().join('')}`;
}

export const nameWithoutIndex = (place: Place): string => nameOf(place).replace(/\[\d+\]$/, '');
