/**
 * `consul-cfg/json`: JSON as Consul's agents read it, with positions and every error at once.
 *
 * ```ts
 * const tree = parseJson('{ "server": true }');
 * toPlain(decodeJson(tree).value);   // { server: true }
 * ```
 */
import { type Decoded, decode, decodeAll } from './text/decode.ts';
import { type Formatted, format } from './text/format.ts';
import { parseJson as parse } from './text/parse.ts';
import { toJson } from './text/print.ts';
import { Source } from './text/source/source.ts';
import type { Tree } from './text/tree/tree.ts';
import { fromPlain, toPlain } from './text/tree/value.ts';

export type { Decoded } from './text/decode.ts';
export type { Formatted } from './text/format.ts';
export type { TextEdit } from './text/source/edit.ts';
export { applyEdits } from './text/source/edit.ts';
export { formatPath, type Located, locate, type Path, parsePath } from './text/source/path.ts';
export type { Problem, ProblemCode, Refusal } from './text/source/problem.ts';
export { type Position, Source, type Span } from './text/source/source.ts';
export type { Tree, TreeNode } from './text/tree/tree.ts';
export type { ObjectValue, Value } from './text/tree/value.ts';
export { toPlain };

const sourceOf = (text: string | Source): Source => (typeof text === 'string' ? new Source('', text) : text);

/** Reads JSON into a lossless tree. Never throws: what is wrong is in `problems`. Comments and trailing commas are read, and are problems. */
export function parseJson(text: string | Source): Tree {
  return parse(sourceOf(text));
}

/**
 * The values of a tree, or of a text, as Consul decodes them. Never throws. The problems of a text are those of its syntax
 * too; those of a tree are in the tree.
 */
export function decodeJson(from: string | Source | Tree): Decoded {
  return typeof from !== 'string' && 'root' in from ? decode(from) : decodeAll(parseJson(from));
}

/** Lays a file out, two blanks of indent. A text that Consul refuses is returned as it is, with the reasons in `problems`. */
export function formatJson(text: string | Source): Formatted {
  return format(parse(sourceOf(text)));
}

/**
 * JSON for plain data, in the layout of `formatJson`.
 *
 * @throws TypeError for what is not data (functions, cycles, NaN)
 */
export function printJson(data: object): string {
  const value = fromPlain(data);
  if (value.kind !== 'object') throw new TypeError('a configuration file holds one object');
  return toJson(value);
}
