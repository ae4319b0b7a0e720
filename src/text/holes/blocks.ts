/** The blocks of a template: what its conditions choose between, and what its loops repeat. */
import type { Tag } from './tags.ts';

export type Part =
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  | { readonly kind: 'hole'; readonly start: number; readonly end: number }
  | Block;

export interface Block {
  readonly kind: 'block';
  readonly start: number;
  readonly end: number;
  readonly isLoop: boolean;
  /** In order; a block without `else` has a last one without parts. */
  readonly branches: readonly Branch[];
  /** The branch that it is in. */
  readonly within: { readonly block: Block; readonly branch: number } | undefined;
}

export interface Branch {
  /** Undefined for `else`. */
  readonly condition: string | undefined;
  readonly parts: readonly Part[];
}

export interface Template {
  readonly text: string;
  readonly parts: readonly Part[];
  /** All of them, outer ones first. */
  readonly blocks: readonly Block[];
  readonly holes: readonly { readonly start: number; readonly end: number }[];
}

interface OpenBlock {
  readonly kind: 'block';
  readonly start: number;
  end: number;
  readonly isLoop: boolean;
  readonly branches: { readonly condition: string | undefined; readonly parts: Part[] }[];
  readonly within: { readonly block: OpenBlock; readonly branch: number } | undefined;
}

/** Deeper ones are none that people write. */
const deepest = 40;

/** Undefined where a block does not end, or ends twice. */
export function templateOf(text: string, tags: readonly Tag[]): Template | undefined {
  const reader = new BlockReader();
  let at = 0;
  for (const tag of tags) {
    reader.text(at, tag.start);
    at = tag.end;
    if (!reader.tag(tag)) return undefined;
  }
  reader.text(at, text.length);
  const { root, blocks, holes, isOpen } = reader;
  return isOpen ? undefined : { text, parts: root, blocks, holes };
}

class BlockReader {
  readonly root: Part[] = [];
  readonly blocks: OpenBlock[] = [];
  readonly holes: { start: number; end: number }[] = [];
  readonly #open: OpenBlock[] = [];

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  text(from: number, to: number): void {
    if (from < to) this.#add({ kind: 'text', from, to });
  }

  /** False where it does not belong there. */
  tag(tag: Tag): boolean {
    const { start, end } = tag;
    switch (tag.kind) {
      case 'nothing':
        return true;
      case 'hole':
        this.#add({ kind: 'hole', start, end });
        this.holes.push({ start, end });
        return true;
      case 'text':
        this.text(tag.from, tag.to);
        return true;
      case 'if':
      case 'loop':
        return this.#begin(tag.kind === 'loop', tag.condition, start);
      case 'end':
        return this.#end(end);
      default:
        return this.#next(tag.kind === 'elif' ? tag.condition : undefined);
    }
  }

  #add(part: Part): void {
    const branch = this.#open.at(-1)?.branches.at(-1);
    (branch?.parts ?? this.root).push(part);
  }

  #begin(isLoop: boolean, condition: string, start: number): boolean {
    if (this.#open.length === deepest) return false;
    const outer = this.#open.at(-1);
    const within = outer && { block: outer, branch: outer.branches.length - 1 };
    const block: OpenBlock = {
      kind: 'block',
      start,
      end: start,
      isLoop,
      branches: [{ condition, parts: [] }],
      within,
    };
    this.#add(block);
    this.blocks.push(block);
    this.#open.push(block);
    return true;
  }

  /** Behind `else` there is none. */
  #next(condition: string | undefined): boolean {
    const block = this.#open.at(-1);
    if (!block || block.branches.at(-1)?.condition === undefined) return false;
    block.branches.push({ condition, parts: [] });
    return true;
  }

  #end(end: number): boolean {
    const block = this.#open.pop();
    if (!block) return false;
    if (block.branches.at(-1)?.condition !== undefined)
      block.branches.push({ condition: undefined, parts: [] });
    block.end = end;
    return true;
  }
}
