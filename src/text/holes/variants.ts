/**
 * The texts that a template may make: one with what is outside of all conditions, and one for each branch of each
 * condition. What the other conditions choose in such a text is not known.
 */
import { MappedText, type Place } from '../source/mapped-text.ts';
import type { Source } from '../source/source.ts';
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

/** @param hole the text for a value that is not known */
export function variantsOf(template: Template, source: Source, hole: string): readonly Variant[] {
  const most = Math.min(mostVariants, 1 + Math.floor(mostText / (template.text.length + 1)));
  const variants = [variantWith(template, source, hole, new Facts())];
  const tried = new Set<string>();
  for (const block of template.blocks) {
    for (const i of block.branches.keys()) {
      if (variants.length >= most) return variants;
      const facts = new Facts();
      assume(facts, block, i);
      if (tried.has(facts.key)) continue;
      tried.add(facts.key);
      variants.push(variantWith(template, source, hole, facts));
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

function variantWith(template: Template, source: Source, hole: string, facts: Facts): Variant {
  const writer = new Writer(template.text, hole);
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
      if (chosen === undefined) unsure.push({ start: part.start, end: part.end });
      if (part.isLoop) repeated.push({ start: part.start, end: part.end });
      tasks.push([...part.branches[chosen ?? 0]!.parts].reverse());
    }
  }
  return { text: writer.made(source), unsure, repeated };
}

class Writer {
  readonly #template: string;
  readonly #hole: string;
  readonly #places: Place[] = [];
  #text = '';

  constructor(template: string, hole: string) {
    this.#template = template;
    this.#hole = hole;
  }

  text(from: number, to: number): void {
    this.#text += this.#template.slice(from, to);
    for (let i = from; i < to; i++) this.#places.push([i, i + 1]);
  }

  hole(start: number, end: number): void {
    this.#text += this.#hole;
    for (let i = 0; i < this.#hole.length; i++) this.#places.push([start, end]);
  }

  made(source: Source): MappedText {
    return new MappedText(source, this.#text, this.#places, [0, source.text.length]);
  }
}
