/** Ways through kinds, for code that treats each shape of them in its own way. */

import type { Value } from '../text/tree/value.ts';
import { memberPath } from '../util/text.ts';
import type { AnyKind, BlockKind, Kind, ListKind, MapKind, ScalarKind, VariantKind } from './types.ts';

export type NumberKind = ScalarKind & { readonly shape: 'int' | 'uint' | 'float' };

interface ContainerVisitor<T> {
  readonly list: (kind: ListKind) => T;
  readonly map: (kind: MapKind) => T;
  readonly block: (kind: BlockKind) => T;
  readonly variant: (kind: VariantKind) => T;
  readonly any: (kind: AnyKind) => T;
}

export interface ScalarVisitor<T> {
  readonly string: (kind: ScalarKind) => T;
  readonly bool: (kind: ScalarKind) => T;
  readonly number: (kind: NumberKind) => T;
}

/** Scalars are treated alike or by their shape. */
export type KindVisitor<T> = ContainerVisitor<T> &
  ({ readonly scalar: (kind: ScalarKind) => T } | ScalarVisitor<T>);

/** Calls the function for the kind's shape. */
export function visitKind<T>(kind: Kind, visitor: KindVisitor<T>): T {
  switch (kind.shape) {
    case 'list':
      return visitor.list(kind);
    case 'map':
      return visitor.map(kind);
    case 'block':
      return visitor.block(kind);
    case 'variant':
      return visitor.variant(kind);
    case 'any':
      return visitor.any(kind);
    default:
      return 'scalar' in visitor ? visitor.scalar(kind) : visitScalar(kind, visitor);
  }
}

/** The same for the kinds of single values. */
export function visitScalar<T>(kind: ScalarKind, visitor: ScalarVisitor<T>): T {
  if (kind.shape === 'string') return visitor.string(kind);
  return kind.shape === 'bool' ? visitor.bool(kind) : visitor.number(kind as NumberKind);
}

export const isScalar = (kind: Kind): kind is ScalarKind => 'wants' in kind;

/** The kind of the values in a list or map, however deep it is nested; any other kind itself. */
export function innermost(kind: Kind): Exclude<Kind, ListKind | MapKind> {
  return kind.shape === 'list' || kind.shape === 'map' ? innermost(kind.of) : kind;
}

/** The kind of the items in a list, however deep it is nested; any other kind itself. */
export function itemKind(kind: Kind): Exclude<Kind, ListKind> {
  return kind.shape === 'list' ? itemKind(kind.of) : kind;
}

export interface Element {
  readonly value: Value;
  /** `services[0]`, `node_meta.rack` */
  readonly path: string;
}

/** The items of a list, or the values of an object that is read as a map; none where the value is neither. */
export function elementsOf(value: Value, path: string): readonly Element[] {
  if (value.kind === 'list') return value.items.map((item, i) => ({ value: item, path: `${path}[${i}]` }));
  if (value.kind !== 'object') return [];
  return [...value.members.values()].map((member) => ({
    value: member.value,
    path: memberPath(path, member.name),
  }));
}

export interface Inner {
  readonly block: BlockKind;
  readonly path: string;
}

/** The blocks that a kind holds, itself or in lists and maps, and the paths to them. */
export const blocksIn = (kind: Kind, path = ''): readonly Inner[] =>
  visitKind<readonly Inner[]>(kind, {
    block: (block) => [{ block, path }],
    list: ({ of }) => blocksIn(of, `${path}[]`),
    map: ({ of }) => blocksIn(of, `${path}.{}`),
    variant: ({ variants }) =>
      Object.entries(variants).map(([name, { block }]) => ({ block, path: `${path}.${name}` })),
    any: () => [],
    scalar: () => [],
  });
