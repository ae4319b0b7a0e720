/** A tree of whatever format to the values that Consul reads from it. */
import { decodeHclRoot } from './hcl/decode/decode.ts';
import { decodeJsonRoot } from './json/decode.ts';
import type { Problem, Refusal } from './source/problem.ts';
import type { Tree } from './tree/tree.ts';
import type { ObjectValue } from './tree/value.ts';
import { decodeYamlRoot } from './yaml/decode.ts';

export interface Decoded {
  /** Of a broken text, what could be read of it; undefined where that is not an object. */
  readonly value: ObjectValue | undefined;
  /** Those of decoding; the tree has those of the syntax. */
  readonly problems: readonly Problem[];
  /** Why Consul's decoder refuses what its parser took. */
  readonly refusal: Refusal | undefined;
}

const nothing: Decoded = { value: undefined, problems: [], refusal: undefined };

/** With the problems of the syntax. */
export function decodeAll(tree: Tree): Decoded {
  const decoded = decode(tree);
  return { ...decoded, problems: [...tree.problems, ...decoded.problems] };
}

export function decode(tree: Tree): Decoded {
  const { source, root } = tree;
  if (!root) return nothing;
  if (tree.format === 'json') return decodeJsonRoot(source, root);
  if (tree.format === 'yaml') {
    return { value: decodeYamlRoot(source, root), problems: [], refusal: undefined };
  }
  return root.kind === 'object' ? decodeHclRoot(source, root, tree.format) : nothing;
}
