/**
 * One format to another. Consul must read the result as it reads the original: where it could not, there is a problem
 * and no text. Comments stay where the target has them.
 */

import { decode } from './decode.ts';
import { type Formatted, format } from './format.ts';
import { hclValues } from './hcl/syntax.ts';
import { parseJson } from './json/parser.ts';
import { jsonValues } from './json/syntax.ts';
import { valuedJson } from './json/valued.ts';
import { layOut } from './layout/layout.ts';
import { type JsonOptions, toHcl, toJson } from './print.ts';
import type { Problem } from './source/problem.ts';
import { commentsOf } from './tree/comments.ts';
import type { Tree } from './tree/tree.ts';
import type { ObjectValue, Value } from './tree/value.ts';
import { withoutNulls } from './tree/without-nulls.ts';

export interface Converted {
  readonly text: string | undefined;
  /** Why there is no text. */
  readonly problems: readonly Problem[];
  /** How many comments are lost: JSON has none, and in HCL there is no member that is null to carry its own. */
  readonly lostComments: number;
}

/** @param tree of a whole file: HCL, JSON or YAML. A `.hcl` that is JSON is taken for the JSON that it looks like. */
export function convert(tree: Tree, to: 'hcl' | 'json', options: JsonOptions = {}): Converted {
  if (tree.format === 'json-in-hcl') return convert(parseJson(tree.source), to, options);
  if (tree.format === to) return fromFormatted(format(tree));
  const { value, problems } = decode(tree);
  const mistakes = [...tree.problems, ...problems].filter(({ code }) => !harmless(tree, code));
  const reasons = [...mistakes, ...(value ? inexpressible(value, to) : [noObject(tree)])];
  if (!value || !tree.root || reasons.length > 0)
    return { text: undefined, problems: reasons, lostComments: 0 };
  return {
    text: write(tree, value, to, options),
    problems: [],
    lostComments:
      commentsOf(tree.root).length - (to === 'json' ? 0 : commentsOf(withoutNulls(tree.root)).length),
  };
}

/**
 * The same of what Consul's reader makes of a `.hcl` that is JSON: of a key that is there twice it keeps all values. It
 * silently drops what follows a mistake, so a text with any is refused.
 */
export function convertValues(tree: Tree, to: 'hcl' | 'json', options: JsonOptions = {}): Converted {
  const { value, problems } = decode(tree);
  const mistakes = [...tree.problems, ...problems].filter(
    ({ code }) => code !== 'syntax/json-in-hcl' && code !== 'syntax/duplicate-key',
  );
  const reasons = [...mistakes, ...(value ? inexpressible(value, to) : [noObject(tree)])];
  if (!value || reasons.length > 0) return { text: undefined, problems: reasons, lostComments: 0 };
  return { text: to === 'hcl' ? toHcl(value) : toJson(value, options), problems: [], lostComments: 0 };
}

const fromFormatted = ({ text, problems }: Formatted): Converted => ({
  text: problems.length > 0 ? undefined : text,
  problems,
  lostComments: 0,
});

/** Comments and trailing commas in JSON are understood, though Consul does not; what they mean is clear. */
const harmless = ({ format }: Tree, code: Problem['code']): boolean =>
  code === 'syntax/duplicate-key' ? format !== 'yaml' : code === 'syntax/json-dialect';

const noObject = ({ source }: Tree): Problem => ({
  code: 'syntax/invalid',
  message: 'there is no configuration here: a file holds one object',
  at: source.span(0, 0),
});

function write(tree: Tree, value: ObjectValue, to: 'hcl' | 'json', options: JsonOptions): string {
  const { source, root } = tree;
  if (tree.format === 'hcl' || !root) return toJson(value, options);
  // `null` is an object without members, as Go reads it.
  if (root.kind !== 'object') return to === 'hcl' ? toHcl(value) : toJson(value, options);
  if (tree.format === 'json') return layOut(source, valuedJson(source.text, root), hclValues);
  return to === 'hcl' ? layOut(source, withoutNulls(root), hclValues) : layOut(source, root, jsonValues);
}

/** Values that the target cannot say. */
function inexpressible(root: Value, to: 'hcl' | 'json'): Problem[] {
  const problems: Problem[] = [];
  const tasks: Value[] = [root];
  for (let value = tasks.pop(); value; value = tasks.pop()) {
    const message = objection(value, to);
    const { source, start, end } = value;
    if (message) problems.push({ code: 'syntax/invalid', message, at: source.span(start, end) });
    if (value.kind === 'list') for (const item of value.items) tasks.push(item);
    if (value.kind === 'object') for (const member of value.members.values()) tasks.push(member.value);
  }
  return problems.sort((a, b) => a.at.start - b.at.start);
}

function objection(value: Value, to: 'hcl' | 'json'): string | undefined {
  switch (value.kind) {
    case 'list':
      return to === 'hcl' && value.items.some(({ kind }) => kind === 'null')
        ? 'HCL 1 cannot say null in a list'
        : undefined;
    case 'object':
      return to === 'json' && [...value.members.keys()].some(hasBytes)
        ? 'JSON cannot say a key that is not UTF-8'
        : undefined;
    case 'string':
      return to === 'json' && hasBytes(value.value) ? 'JSON cannot say text that is not UTF-8' : undefined;
    case 'number':
      if (!Number.isFinite(value.value)) return 'configuration cannot hold this number';
      return to === 'json' && value.exact !== undefined
        ? 'Consul reads the numbers of JSON as floats, which cannot hold this one exactly'
        : undefined;
    default:
      return undefined;
  }
}

const hasBytes = (text: string): boolean => /\p{Cs}/u.test(text);
