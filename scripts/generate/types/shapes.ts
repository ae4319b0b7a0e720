/**
 * The shapes that each block has in the releases: releases in which all of its options, and those of the blocks in it,
 * are the same share one shape, and so one interface.
 */
import type { BlockKind, Kind } from '../../../src/options/kinds.ts';
import type { Option } from '../../../src/options/option.ts';
import { isWritable, keysIn, type Target } from '../../../src/options/releases/release-keys.ts';
import { minors } from '../../../src/options/releases/versions.ts';
import { blocksIn } from '../../../src/options/visit.ts';
import { optionComment } from './comment.ts';

/** All releases together first: its shape has the plain name. */
const targets: readonly Target[] = [undefined, ...minors];

export interface Printable {
  readonly block: BlockKind;
  /** The member that distinguishes it from the other variants where it is one. */
  readonly tag?: string;
  /** Of the option that holds it. */
  readonly docs: string;
}

export const optionsIn = (block: BlockKind, target: Target): readonly (readonly [string, Option])[] =>
  [...keysIn(block, target)].filter(([key, option]) => block.section()[key] === option && isWritable(option));

/** Every block below this one, each once, in the order in which they are met. */
export function blocksBelow(root: BlockKind): ReadonlyMap<string, Printable> {
  const found = new Map<string, Printable>([[root.name, { block: root, docs: 'Every option of an agent.' }]]);
  for (const { block } of found.values()) {
    for (const [, { kind, docs }] of optionsIn(block, undefined)) {
      for (const inner of printablesIn(kind, docs))
        if (!found.has(inner.block.name)) found.set(inner.block.name, inner);
    }
  }
  return found;
}

/** The blocks that values of a kind are, and what their interfaces say of them. */
export function printablesIn(kind: Kind, docs = ''): readonly Printable[] {
  if (kind.shape === 'list' || kind.shape === 'map') return printablesIn(kind.of, docs);
  if (kind.shape !== 'variant') return blocksIn(kind).map(({ block }) => ({ block, docs }));
  return Object.entries(kind.variants)
    .filter(([, { internal }]) => !internal)
    .map(([name, { block }]) => ({
      block,
      tag: `${kind.tag}: '${name}'`,
      docs: `A config entry of the kind \`${name}\`.`,
    }));
}

/** The number of the shape that a block has in a release; 0 is that of all releases together. */
export type Shapes = (block: BlockKind, target: Target) => number;

/** Begins with one shape for each block, and splits until no split makes another. */
export function shapesOf(blocks: ReadonlyMap<string, Printable>): Shapes {
  let shapes = new Map([...blocks.keys()].map((name) => [name, targets.map(() => 0)]));
  const shapeOf: Shapes = ({ name }, target) => shapes.get(name)![targets.indexOf(target)]!;
  for (let before = -1; before !== total(shapes); ) {
    before = total(shapes);
    shapes = new Map([...blocks].map(([name, { block }]) => [name, split(block, shapeOf)]));
  }
  return shapeOf;
}

function split(block: BlockKind, shapeOf: Shapes): number[] {
  const texts = new Map<string, number>();
  return targets.map((target) => {
    const text = optionsIn(block, target)
      .map(([key, option]) => {
        const inner = printablesIn(option.kind).map((each) => shapeOf(each.block, target));
        return `${key} ${optionComment(option, target)} ${inner}`;
      })
      .join('\n');
    const shape = texts.get(text) ?? texts.size;
    texts.set(text, shape);
    return shape;
  });
}

const total = (shapes: ReadonlyMap<string, readonly number[]>): number =>
  [...shapes.values()].reduce((sum, numbers) => sum + new Set(numbers).size, 0);

/** One target for each shape of a block: the first release that has it. */
export const targetsOfShapes = (block: BlockKind, shapeOf: Shapes): readonly Target[] =>
  targets.filter(
    (target, i) => targets.findIndex((earlier) => shapeOf(block, earlier) === shapeOf(block, target)) === i,
  );
