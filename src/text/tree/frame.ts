/** A container that the parser is inside of. */
import type { Neighbours } from './comments.ts';
import type { MutableCommented, MutableContainer, MutableMember } from './nodes.ts';

export interface Frame extends Neighbours {
  readonly container: MutableContainer;
  readonly up: Frame | undefined;
  /** Of an object: the member whose value is being read. */
  member: MutableMember | undefined;
  /** Of a list: the next token must be a comma or the end. */
  needsComma: boolean;
  previous: MutableCommented | undefined;
  edge: number;
  comma: number;
}

export const newFrame = (container: MutableContainer, up: Frame | undefined, edge: number): Frame => ({
  container,
  up,
  member: undefined,
  needsComma: false,
  previous: undefined,
  edge,
  comma: -1,
});
