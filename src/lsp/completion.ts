/** Keys that a block takes, and values that an option takes, at the cursor. */

import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
} from 'vscode-languageserver/node';
import { typeText } from '../options/describe.ts';
import type { Kind } from '../options/kinds.ts';
import { type Found, findOption } from '../options/lookup.ts';
import { keysIn, variantsIn } from '../options/releases/release-keys.ts';
import { itemKind } from '../options/visit.ts';
import type { Source, Span } from '../text/source/source.ts';
import type { Tree } from '../text/tree/tree.ts';
import { memberPath } from '../util/text.ts';
import { type Cursor, cursorAt, keyText, kindAt } from './cursor.ts';
import { describeOption } from './hover.ts';
import { toRange } from './positions.ts';

export interface CompletionStyle {
  readonly version: string;
  /** The editor understands `$1`. */
  readonly snippets: boolean;
}

export function complete(tree: Tree, offset: number, style: CompletionStyle): CompletionItem[] {
  const { source } = tree;
  const cursor = cursorAt(tree, offset);
  const word = cursor.token ?? wordAround(source, offset);
  if (isComment(source, offset) || source.text.startsWith('<<', word.start)) return [];
  const path = valuePath(cursor, source, word);
  return path === undefined ? keys(cursor, tree, word, style) : values(cursor, path, word, style);
}

const lineBefore = ({ text }: Source, offset: number): string =>
  text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - longestRead), offset);

/** Of a line, as far back as a person types by hand. */
const longestRead = 1000;

const isComment = (source: Source, offset: number): boolean =>
  /#|\/\//.test(lineBefore(source, offset).replace(/"(?:[^"\\]|\\.)*"?/g, ''));

/** What is being typed; with its quotes, where it has some. */
function wordAround(source: Source, offset: number): Span {
  const [before] = /"?[\w-]*$/.exec(lineBefore(source, offset))!;
  const after = before.startsWith('"') ? /[\w-]*"?/y : /[\w-]*/y;
  after.lastIndex = offset;
  return source.span(offset - before.length, offset + after.exec(source.text)![0].length);
}

/** The option whose value is being written; undefined where it is a key. A member without a value is not in the tree. */
function valuePath({ token, inList, path, block }: Cursor, source: Source, word: Span): string | undefined {
  if (token?.part === 'value' || inList) return path;
  if (token?.part === 'key') return undefined;
  const name = /(?:"([^"\n]*)"|([\w-]+))\s*[=:]\s*\[?\s*$/.exec(lineBefore(source, word.start));
  if (!name) return undefined;
  const key = name[1] ?? name[2]!;
  return memberPath(block, key);
}

function keys(
  cursor: Cursor,
  { source, format }: Tree,
  word: Span,
  style: CompletionStyle,
): CompletionItem[] {
  const kind = kindAt(cursor.block);
  if (kind?.shape === 'variant') return [tagItem(kind.tag, word, format !== 'hcl')];
  if (kind?.shape !== 'block') return [];
  const written = new Set(
    cursor.object?.members
      .filter((member) => member !== cursor.member)
      .map(({ keys: [first] }) => keyText(source, first!)),
  );
  const prefix = cursor.block === '' ? '' : `${cursor.block}.`;
  return [...keysIn(kind, style.version)].flatMap(([name, option]) => {
    const repeats = format === 'hcl' && isBlocks(option.kind);
    const found = findOption(prefix + name);
    if (!found || option.internal || option.ignoredWithWarning || (written.has(name) && !repeats)) return [];
    return keyItem(name, found, word, { ...style, json: format !== 'hcl', alone: hasValue(cursor) });
  });
}

/** A list of blocks is written as several blocks of one name. */
const isBlocks = (kind: Kind): boolean => kind.shape === 'list' && itemKind(kind).shape === 'block';

/** Only the key is replaced where a value follows it already. */
const hasValue = ({ token, member }: Cursor): boolean => token?.part === 'key' && member !== undefined;

interface KeyStyle extends CompletionStyle {
  readonly json: boolean;
  readonly alone: boolean;
}

function keyItem(name: string, found: Found, word: Span, style: KeyStyle): CompletionItem {
  const { option } = found;
  const deprecated = option.deprecated !== undefined;
  const key = style.json ? `"${name}"` : name;
  const filled = style.snippets && !style.alone;
  const comma = style.json ? commaAfter(word) : '';
  return {
    label: name,
    kind: itemKind(option.kind).shape === 'block' ? CompletionItemKind.Module : CompletionItemKind.Property,
    detail: typeText(option.kind),
    documentation: { kind: 'markdown', value: describeOption(found, style.version) },
    sortText: `${deprecated ? 1 : 0}${name}`,
    filterText: key,
    ...(deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(filled && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: {
      range: toRange(word),
      newText: filled ? key + placeholder(option.kind, style.json) + comma : key,
    },
  };
}

/** In JSON, where another member follows at once. */
const commaAfter = ({ source, end }: Span): string =>
  /^\s*"/.test(source.text.slice(end, end + 1000)) ? ',' : '';

/** What follows the key, with the cursor's places in it. */
function placeholder(kind: Kind, json: boolean): string {
  const is = json ? ': ' : ' = ';
  if (itemKind(kind).shape === 'block') {
    if (!json) return ' {\n\t$0\n}';
    return kind.shape === 'list' ? ': [\n\t{\n\t\t$0\n\t}\n]' : ': {\n\t$0\n}';
  }
  if (kind.shape === 'list') return itemKind(kind).shape === 'string' ? `${is}["$0"]` : `${is}[$0]`;
  if (kind.shape === 'map') return json ? ': {\n\t$0\n}' : ' {\n\t$0\n}';
  return kind.shape === 'string' && !kind.values ? `${is}"$0"` : `${is}$0`;
}

function tagItem(tag: string, word: Span, json: boolean): CompletionItem {
  const key = json ? `"${tag}"` : tag;
  return {
    label: tag,
    kind: CompletionItemKind.Property,
    detail: 'the kind of the entry, which determines its keys',
    filterText: key,
    textEdit: { range: toRange(word), newText: key },
  };
}

function values(cursor: Cursor, path: string, word: Span, style: CompletionStyle): CompletionItem[] {
  return literalsFor(cursor, path, style.version).map((literal, index) => ({
    label: literal,
    kind: CompletionItemKind.Value,
    sortText: String(index).padStart(3, '0'),
    filterText: literal,
    textEdit: { range: toRange(word), newText: literal },
  }));
}

/** As both formats write them. */
function literalsFor({ block }: Cursor, path: string, version: string): string[] {
  const around = kindAt(block);
  if (around?.shape === 'variant' && path.endsWith(`.${around.tag}`))
    return [...variantsIn(around, version)]
      .filter(([, { internal }]) => !internal)
      .map(([name]) => JSON.stringify(name));
  const kind = findOption(path)?.kind;
  const scalar = kind && itemKind(kind);
  if (scalar?.shape === 'bool') return ['true', 'false'];
  if (!scalar || !('wants' in scalar)) return [];
  return (scalar.values ?? scalar.examples ?? []).map((value) => JSON.stringify(value));
}
