/** Interfaces of blocks: one for each shape, and one for what all shapes of a block have in common. */
import type { BlockKind, Kind, ScalarKind } from '../../../src/options/kinds.ts';
import type { Option } from '../../../src/options/option.ts';
import type { Target } from '../../../src/options/releases/release-keys.ts';
import { visitKind } from '../../../src/options/visit.ts';
import { comment, optionComment, width } from './comment.ts';
import { optionsIn, type Printable, printablesIn, type Shapes, targetsOfShapes } from './shapes.ts';

export class Interfaces {
  readonly #shapeOf: Shapes;
  readonly #names = new Map<string, string>();

  constructor(blocks: readonly Printable[], shapeOf: Shapes) {
    this.#shapeOf = shapeOf;
    for (const { block } of blocks) {
      for (const target of targetsOfShapes(block, shapeOf))
        this.#names.set(this.#id(block, target), shapeName(block, target));
    }
    for (const { block } of blocks) this.#shorten(block);
  }

  /** The interface of a block in a release. */
  nameOf(block: BlockKind, target: Target): string {
    return this.#names.get(this.#id(block, target))!;
  }

  /** All interfaces of a block. */
  textOf({ block, tag, docs }: Printable): string {
    const shapes = targetsOfShapes(block, this.#shapeOf).map((target) => this.#members(block, target));
    const head = tag ? [`  ${tag};\n`] : [];
    const foot = block.free === 'open' ? ['  [key: string]: unknown;\n'] : [];
    const name = this.nameOf(block, undefined);
    const about = docs && comment(docs, [], '');
    if (shapes.length === 1)
      return interfaceText(`${about}export interface ${name}`, [...head, ...shapes[0]!, ...foot]);
    const common = commonOf(shapes);
    const base = interfaceText(`interface ${baseName(block)}`, [...head, ...common, ...foot]);
    const rest = targetsOfShapes(block, this.#shapeOf).flatMap((target, i) => {
      const own = shapes[i]!.filter((member) => !common.includes(member));
      const modifier = target === undefined ? `${about}export ` : about;
      if (own.length === 0 && target !== undefined) return [];
      return [
        interfaceText(`${modifier}interface ${this.nameOf(block, target)} extends ${baseName(block)}`, own),
      ];
    });
    return [base, ...rest].join('\n');
  }

  #id = (block: BlockKind, target: Target): string => `${block.name} ${this.#shapeOf(block, target)}`;

  /** A shape that adds nothing to what all have in common is the base itself. */
  #shorten(block: BlockKind): void {
    const targets = targetsOfShapes(block, this.#shapeOf);
    const shapes = targets.map((target) => this.#members(block, target));
    const common = commonOf(shapes);
    targets.forEach((target, i) => {
      if (target !== undefined && shapes[i]!.every((member) => common.includes(member)))
        this.#names.set(this.#id(block, target), baseName(block));
    });
  }

  #members(block: BlockKind, target: Target): readonly string[] {
    return optionsIn(block, target).map(
      ([key, option]) => optionComment(option, target) + this.#property(key, option, target),
    );
  }

  #property(key: string, { kind }: Option, target: Target): string {
    const name = /^[A-Za-z_]\w*$/.test(key) ? key : `'${key}'`;
    const all = [...this.#typesOf(kind, target), 'undefined'];
    const line = `  ${name}?: ${all.join(' | ')};\n`;
    return line.length <= width + 1
      ? line
      : `  ${name}?:\n${all.map((type) => `    | ${type}`).join('\n')};\n`;
  }

  /** The members of the union. */
  #typesOf(kind: Kind, target: Target): readonly string[] {
    return visitKind<readonly string[]>(kind, {
      string: (string) => (string.values ? wordsOf(string, string.values) : ['string']),
      bool: () => ['boolean'],
      number: () => ['number'],
      any: () => ['unknown'],
      list: ({ of }) => [`readonly ${bracketed(this.#typesOf(of, target))}[]`],
      map: ({ of }) => [`Readonly<Record<string, ${this.#typesOf(of, target).join(' | ')}>>`],
      variant: (variant) => printablesIn(variant).map(({ block }) => this.nameOf(block, target)),
      block: (block) => [this.nameOf(block, target)],
    });
  }
}

const commonOf = ([first = [], ...others]: readonly (readonly string[])[]): readonly string[] =>
  first.filter((member) => others.every((shape) => shape.includes(member)));

const interfaceText = (head: string, members: readonly string[]): string =>
  `${head} {\n${members.join('')}}\n`;

const plainName = ({ name }: BlockKind): string => (name.endsWith('Config') ? name : `${name}Config`);
const baseName = (block: BlockKind): string => `${plainName(block)}Base`;

/** `TelemetryConfig1_19`: from 1.19 on. */
function shapeName(block: BlockKind, target: Target): string {
  if (target !== undefined) return `${plainName(block)}${target.replace('.', '_')}`;
  return block.name === 'Agent' ? 'AnyAgentConfig' : plainName(block);
}

const bracketed = (types: readonly string[]): string =>
  types.length === 1 ? types[0]! : `(${types.join(' | ')})`;

const wordsOf = (kind: ScalarKind, values: readonly string[]): string[] => {
  const spellings = kind.anyCase ? values.flatMap((word) => [word, word.toLowerCase()]) : values;
  return [...new Set(spellings)].map((word) => `'${word}'`);
};
