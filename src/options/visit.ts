/** Ways through kinds, for code that treats each shape of them in its own way. */
import type { AnyKind, BlockKind, Kind, ListKind, MapKind, ScalarKind, VariantKind } from './types.ts';

export interface KindVisitor<T> {
  readonly scalar: (kind: ScalarKind) => T;
  readonly list: (kind: ListKind) => T;
  readonly map: (kind: MapKind) => T;
  readonly block: (kind: BlockKind) => T;
  readonly variant: (kind: VariantKind) => T;
  readonly any: (kind: AnyKind) => T;
}

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
      return visitor.scalar(kind);
  }
}

/** The kind of the values in a list or map, however deep it is nested; any other kind itself. */
export function innermost(kind: Kind): Exclude<Kind, ListKind | MapKind> {
  return kind.shape === 'list' || kind.shape === 'map' ? innermost(kind.of) : kind;
}

export interface Inner {
  readonly block: BlockKind;
  readonly path: string;
}

/** The blocks that a kind holds, itself or in lists and maps, and the paths to them. */
export function blocksIn(kind: Kind, path = ''): readonly Inner[] {
  switch (kind.shape) {
    case 'block':
      return [{ block: kind, path }];
    case 'list':
      return blocksIn(kind.of, `${path}[]`);
    case 'map':
      return blocksIn(kind.of, `${path}.{}`);
    case 'variant':
      return Object.entries(kind.variants).map(([name, { block }]) => ({ block, path: `${path}.${name}` }));
    default:
      return [];
  }
}
