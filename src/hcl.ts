/**
 * `consul-cfg/hcl`: HCL 1 as Consul's agents read it, with positions, comments and every error at once.
 *
 * ```ts
 * const tree = parseHcl('server = true # one of three\n');
 * const { value } = decodeHcl(tree);   // every value knows its place
 * toPlain(value);                      // { server: true }
 * formatHcl(tree.source.text).text;    // in the layout of hclfmt, where that is sane
 * ```
 */
import { type Decoded, decode, decodeAll } from './text/decode.ts';
import { type Formatted, format } from './text/format.ts';
import { parseHcl as parse } from './text/hcl/parse.ts';
import type { HclOptions } from './text/hcl/versions.ts';
import { toHcl } from './text/print.ts';
import { Source } from './text/source/source.ts';
import type { Tree } from './text/tree/tree.ts';
import { fromPlain } from './text/tree/value.ts';

export type { Decoded } from './text/decode.ts';
export type { Formatted } from './text/format.ts';
export type { HclOptions } from './text/hcl/versions.ts';
export type { TextEdit } from './text/source/edit.ts';
export { applyEdits } from './text/source/edit.ts';
export { formatPath, type Located, locate, type Path, parsePath } from './text/source/path.ts';
export type { Problem, ProblemCode, Refusal } from './text/source/problem.ts';
export { type Position, Source, type Span } from './text/source/source.ts';
export type {
  Comment,
  KeyNode,
  ListNode,
  LiteralNode,
  LiteralType,
  MemberNode,
  ObjectNode,
  Tree,
  TreeFormat,
  TreeNode,
} from './text/tree/tree.ts';
export type {
  BoolValue,
  ListValue,
  Member,
  NullValue,
  NumberValue,
  ObjectValue,
  StringValue,
  Value,
} from './text/tree/value.ts';
export { toPlain } from './text/tree/value.ts';

const sourceOf = (text: string | Source): Source => (typeof text === 'string' ? new Source('', text) : text);

/**
 * Reads HCL into a lossless tree. Never throws: what is wrong is in `problems`, and what Consul itself would say, if
 * anything, in `refusal`. A text that starts with `{` is read as Consul reads it, by its lenient JSON reader.
 *
 * @param text the file's text, or a Source (`Source.fromBytes` for bytes that may not be UTF-8).
 */
export function parseHcl(text: string | Source, options: HclOptions = {}): Tree {
  return parse(sourceOf(text), options);
}

/**
 * The values of a tree, or of a text: as Consul decodes them, so a block is a list of objects, a repeated key is
 * merged or overwritten, labels are nested objects. Never throws. The problems of a text are those of its syntax too; those
 * of a tree are in the tree.
 */
export function decodeHcl(from: string | Source | Tree, options: HclOptions = {}): Decoded {
  return isTree(from) ? decode(from) : decodeAll(parseHcl(from, options));
}

const isTree = (from: string | Source | Tree): from is Tree => typeof from !== 'string' && 'root' in from;

/**
 * Lays a file out: one option a line, `=` and comments in columns, two blanks of indent. Comments stay with what they
 * refer to, and values never change. A text that Consul refuses, or reads only in part, is returned as it is, with
 * the reasons in `problems`.
 */
export function formatHcl(text: string | Source, options: HclOptions = {}): Formatted {
  return format(parse(sourceOf(text), options));
}

/**
 * HCL for plain data: objects become blocks, `null` and `undefined` members, which mean "not set", are left out.
 *
 * @throws TypeError for what is not data (functions, cycles, NaN); RangeError for null in a list, which HCL cannot express.
 */
export function printHcl(data: object): string {
  const value = fromPlain(data);
  if (value.kind !== 'object') throw new TypeError('a configuration file holds one object');
  return toHcl(value);
}
