/**
 * The texts that a template may make: one with what is outside of all conditions, and one for each branch of each
 * condition. What the other conditions choose in such a text is not known.
 */
import type { MappedText } from '../source/mapped-text.ts';
import type { Block, Part, Template } from './blocks.ts';
import { Facts } from './conditions.ts';

export interface Variant {
  readonly text: MappedText;
  /** Parts of the template in which another text may be. */
  readonly unsure: readonly Stretch[];
  /** Bodies of loops, which appear there any number of times. */
  readonly repeated: readonly Stretch[];
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const mostVariants = 16;

/** Characters of all variants. */
const mostText = 1_000_000;

/**
 * @param written the text of the template, where it is written
 * @param hole the text for a value that is not known
 */
export function variantsOf(template: Template, written: MappedText, hole: string): readonly Variant[] {
  const most = Math.min(mostVariants, 1 + Math.floor(mostText / (template.text.length + 1)));
  const variants = [variantWith(template, written, hole, new Facts())];
  const tried = new Set<string>();
  for (const block of template.blocks) {
    for (const i of block.branches.keys()) {
      if (variants.length >= most) return variants;
      const facts = new Facts();
      assume(facts, block, i);
      if (tried.has(facts.key)) continue;
      tried.add(facts.key);
      variants.push(variantWith(template, written, hole, facts));
    }
  }
  return variants;
}

/** The branch is chosen, and with it those that it is in. */
function assume(facts: Facts, block: Block, branch: number): void {
  for (let at: Block['within'] = { block, branch }; at; at = at.block.within)
    for (const [i, { condition }] of at.block.branches.entries())
      if (condition !== undefined && i <= at.branch) facts.add(condition, i === at.branch);
}

/** The branch that follows of what is known; undefined where none does. */
function chosenOf({ branches }: Block, facts: Facts): number | undefined {
  for (const [i, { condition }] of branches.entries()) {
    const holds = condition === undefined ? true : facts.holds(condition);
    if (holds === undefined) return undefined;
    if (holds) return i;
  }
  return undefined;
}

function variantWith(template: Template, written: MappedText, hole: string, facts: Facts): Variant {
  const writer = new Writer(written, hole);
  const unsure: Stretch[] = [];
  const repeated: Stretch[] = [];
  const tasks: Part[][] = [[...template.parts].reverse()];
  for (let parts = tasks.at(-1); parts; parts = tasks.at(-1)) {
    const part = parts.pop();
    if (!part) tasks.pop();
    else if (part.kind === 'text') writer.text(part.from, part.to);
    else if (part.kind === 'hole') writer.hole(part.start, part.end);
    else {
      const chosen = chosenOf(part, facts);
      const stretch = stretchOf(written, part);
      if (chosen === undefined) unsure.push(stretch);
      if (part.isLoop) repeated.push(stretch);
      tasks.push([...part.branches[chosen ?? 0]!.parts].reverse());
    }
  }
  return { text: writer.made(), unsure, repeated };
}

/** The place of a part of a template in its file. */
export function stretchOf(written: MappedText, { start, end }: Stretch): Stretch {
  const at = written.span(start, end);
  return { start: at.start, end: at.end };
}

/** Takes parts of a text in their order, and leaves out what lies between them. */
class Writer {
  readonly #written: MappedText;
  readonly #hole: string;
  readonly #replaced: { from: number; to: number; text: string }[] = [];
  #at = 0;

  constructor(written: MappedText, hole: string) {
    this.#written = written;
    this.#hole = hole;
  }

  text(from: number, to: number): void {
    if (from > this.#at) this.#replaced.push({ from: this.#at, to: from, text: '' });
    this.#at = to;
  }

  hole(start: number, end: number): void {
    this.text(start, start);
    this.#replaced.push({ from: start, to: end, text: this.#hole });
    this.#at = end;
  }

  made(): MappedText {
    this.text(this.#written.text.length, this.#written.text.length);
    return this.#written.replaced(this.#replaced);
  }
}
