/** Convert: HCL to JSON, JSON to HCL, YAML to either, proven to be the same to the agent. */

import { formatOf } from '../../model/load/directory.ts';
import type { ConfigFormat } from '../../model/load/file.ts';
import { findOption } from '../../options/lookup.ts';
import { wrapFree } from '../../options/wrap-free.ts';
import { type Converted, convert as convertTree, convertValues } from '../../text/convert.ts';
import { decode } from '../../text/decode.ts';
import { parse } from '../../text/parse.ts';
import { toHcl } from '../../text/print.ts';
import type { Problem } from '../../text/source/problem.ts';
import { Source } from '../../text/source/source.ts';
import { commentsOf } from '../../text/tree/comments.ts';
import type { Tree } from '../../text/tree/tree.ts';
import { differences, type Reading, readAs, readParsed } from './proof.ts';

export interface ConvertInput {
  readonly source: Source;
  readonly from: ConfigFormat | 'yaml';
  readonly to: ConfigFormat;
  /** The name that the result gets, by which an agent reads it; absent: one for `to`. */
  readonly name?: string | undefined;
  readonly version: string;
}

export type ConvertResult =
  | {
      readonly text: string;
      /** How many comments the target has no place for. */
      readonly lostComments: number;
      /** Why no agent reads the source as it is, though its meaning is clear. */
      readonly refusal: string | undefined;
    }
  /** The source is not understood. */
  | { readonly problems: readonly Problem[] }
  /** The target cannot express it so that an agent reads the same: why. */
  | { readonly inexpressible: string };

export async function convert(input: ConvertInput): Promise<ConvertResult> {
  const before = await meaningOf(input);
  return firstProven(await candidates(input), input, before);
}

async function treeOf({ source, from, version }: ConvertInput): Promise<Tree> {
  if (from !== 'yaml') return parse(source, from, { consul: version });
  const { parseYaml } = await import('../../text/yaml/parse.ts');
  return parseYaml(source);
}

/** Texts that may mean the same: one that keeps the layout, and one of all values that Consul's reader of such a file keeps. */
async function candidates(input: ConvertInput): Promise<readonly Converted[]> {
  const { source, from, to, version } = input;
  const tree = await treeOf(input);
  const options = { isList: (option: string) => findOption(option)?.kind.shape === 'list' };
  const kept = convertTree(tree, to, options);
  const isReadAsHcl = from !== 'yaml' && formatOf(source.file) === 'hcl';
  const read = isReadAsHcl ? parse(source, 'hcl', { consul: version }) : tree;
  if (read.format !== 'json-in-hcl') return [kept, ...wrapped(tree, kept, to)];
  const values = convertValues(read, to, options);
  return decode(read).problems.length > 0 ? [values] : [kept, values];
}

/** With lists of one item written so that an agent reads them as lists, where it would read the item. */
function wrapped(tree: Tree, { text, problems }: Converted, to: ConfigFormat): readonly Converted[] {
  const { value } = to === 'hcl' && text !== undefined ? decode(tree) : {};
  if (!value || !tree.root || problems.length > 0) return [];
  const rewritten = toHcl(wrapFree(value));
  const isSame = rewritten === toHcl(value);
  return isSame ? [] : [{ text: rewritten, problems, lostComments: commentsOf(tree.root).length }];
}

/** What the agent reads in the source: by its name, which is what the agent goes by, or else in the given format. */
async function meaningOf(input: ConvertInput): Promise<Reading> {
  const { source, from, version } = input;
  if (from === 'yaml') {
    const raw = decode(await treeOf(input)).value;
    return readParsed({ source, format: 'json', raw, findings: [], refused: false }, version);
  }
  const byName = readAs(source, formatOf(source.file) ?? from, version);
  return byName.refusal === undefined ? byName : readAs(source, from, version);
}

/** The first text that an agent reads as it reads the source. */
function firstProven(results: readonly Converted[], input: ConvertInput, before: Reading): ConvertResult {
  const { from, to, version } = input;
  const name = input.name ?? `converted.${to}`;
  // Only a comment or a comma keeps an agent from reading JSON that converts: its meaning is clear.
  const isClear = before.refusal === undefined || from === 'json';
  let why = before.refusal ?? '';
  for (const { text, lostComments } of isClear ? results : []) {
    if (text === undefined) continue;
    const after = readAs(new Source(name, text), formatOf(name) ?? to, version);
    const differing = differences(before, after);
    if (after.refusal === undefined && differing.length === 0)
      return { text, lostComments, refusal: before.refusal };
    why =
      after.refusal === undefined
        ? `the agent would read ${differing.slice(0, maxPaths).map(quoted).join(', ')} differently`
        : `the agent would refuse it: ${after.refusal}`;
  }
  const { problems } = results.at(-1)!;
  return problems.length > 0 ? { problems } : { inexpressible: why };
}

const quoted = (name: string): string => `\`${name}\``;

const maxPaths = 5;
