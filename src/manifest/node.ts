/** One node of an expanded manifest: all that its files are made of. */
import type { keys } from './generated/keys.ts';
import type { NodeSpecBase } from './structure.ts';

type Keys = typeof keys;

type Function<Result> = (...parameters: never[]) => Result;

/** What the record of a key adds to a node; never where it adds nothing. */
type Added<Record> = Record extends { readonly merge: Function<infer Value> }
  ? Value
  : Record extends { readonly perNode: Function<infer Value> }
    ? Value
    : never;

/** What the keys of the manifest add to a node, by the name of the key. */
export type NodeKeyValues = {
  readonly [Name in keyof Keys as [Added<Keys[Name]>] extends [never] ? never : Name]: Added<Keys[Name]>;
};

export interface NodeSpec extends NodeSpecBase, NodeKeyValues {
  /** Why a derived value is as it is, by path; values that the manifest writes are not here. */
  readonly reasons: ReadonlyMap<string, string>;
}
