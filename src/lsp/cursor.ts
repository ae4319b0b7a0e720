/** What is at an offset: the option whose key or value it is, or the block that it is in. */

import { agent } from '../options/agent.ts';
import { block, type Kind } from '../options/kinds.ts';
import { type Found, findOption } from '../options/lookup.ts';
import { itemKind } from '../options/visit.ts';
import type { Source, Span } from '../text/source/source.ts';
import type { KeyNode, MemberNode, ObjectNode, Tree, TreeNode } from '../text/tree/tree.ts';
import { memberPath } from '../util/text.ts';

export interface Cursor {
  /** Path of the innermost object around; empty at the top. */
  readonly block: string;
  readonly object: ObjectNode | undefined;
  /** The member of that object that the offset is in. */
  readonly member: MemberNode | undefined;
  /** Path of that member; undefined where there is none. */
  readonly path: string | undefined;
  /** The key or literal under the cursor. */
  readonly token: (Span & { readonly part: 'key' | 'value' }) | undefined;
  /** Inside a list: the path ends with its brackets. */
  readonly inList: boolean;
}

export function cursorAt(tree: Tree, offset: number): Cursor {
  const { source } = tree;
  const nowhere = { member: undefined, path: undefined, token: undefined, inList: false };
  if (tree.root?.kind !== 'object') return { block: '', object: undefined, ...nowhere };
  let around = '';
  let object: ObjectNode = tree.root;
  for (;;) {
    // The last one: what is not closed reaches into its neighbours.
    const member = object.members.findLast(
      ({ start, value }) => start <= offset && offset <= endOf(value, source),
    );
    if (!member) return { block: around, object, ...nowhere };
    const below = enter(member, offset, around, source);
    if (!below.object) return { block: around, member, ...below, object };
    around = below.path;
    object = below.object;
  }
}

const reaches = ({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean =>
  start <= offset && offset <= end;

interface Below {
  readonly path: string;
  readonly token: Cursor['token'];
  readonly inList: boolean;
  /** Where the offset is inside of it, past its opening brace. */
  readonly object?: ObjectNode;
}

/** Down the keys of a member, then down its lists, to the next object or to a leaf. */
function enter(member: MemberNode, offset: number, around: string, source: Source): Below {
  let path = around;
  for (const key of member.keys) {
    path = memberPath(path, keyText(source, key));
    if (reaches(key, offset))
      return { path, inList: false, token: { ...source.span(key.start, key.end), part: 'key' } };
  }
  let node: TreeNode = member.value;
  let inList = false;
  while (node.kind === 'list') {
    if (!within(node, offset, source)) return { path, inList: false, token: undefined };
    inList = true;
    const index: number = node.items.findLastIndex(
      (item) => item.start <= offset && offset <= endOf(item, source),
    );
    const item: TreeNode | undefined = node.items[index];
    if (!item) return { path: `${path}[]`, inList, token: undefined };
    path += `[${index}]`;
    node = item;
  }
  if (node.kind === 'object')
    return within(node, offset, source)
      ? { path: path + variantOf(node, path, source), inList, token: undefined, object: node }
      : { path, inList, token: undefined };
  const token = reaches(node, offset)
    ? { ...source.span(node.start, node.end), part: 'value' as const }
    : undefined;
  return { path, inList, token };
}

/** Between the brackets, the closing one missing perhaps. */
const within = (node: TreeNode, offset: number, source: Source): boolean =>
  node.start < offset && (offset < node.end || !isClosed(node, source));

/** The end of what the author is still writing: of a container without its closing bracket, that of the text. */
const endOf = (node: TreeNode, source: Source): number =>
  node.kind === 'literal' || isClosed(node, source) ? node.end : source.text.length;

const isClosed = ({ kind, start, end }: TreeNode, { text }: Source): boolean =>
  end - start > 1 && text[end - 1] === (kind === 'list' ? ']' : '}');

/** What a config entry's kind adds to the path, as the option table names its variants. */
function variantOf(object: ObjectNode, path: string, source: Source): string {
  const kind = kindAt(path);
  if (kind?.shape !== 'variant') return '';
  for (const { keys, value } of object.members) {
    if (keyText(source, keys[0]!).toLowerCase() !== kind.tag.toLowerCase() || value.kind !== 'literal')
      continue;
    const name = unquote(source.text.slice(value.start, value.end));
    if (Object.hasOwn(kind.variants, name)) return `.${name}`;
  }
  return '';
}

export const keyText = (source: Source, key: KeyNode): string =>
  key.value ?? unquote(source.text.slice(key.start, key.end));

const unquote = (text: string): string => text.replace(/^"|"$/g, '');

/** What the object at a path is: a block, a map, one of several variants; undefined where that is unknown. */
export function kindAt(path: string): Kind | undefined {
  if (path === '') return root;
  const kind = findOption(path)?.kind;
  return kind && itemKind(kind);
}

const root = block('Agent', () => agent);

/** The option under the cursor, key or value. */
export function optionAt(cursor: Cursor): Found | undefined {
  return cursor.path === undefined ? undefined : findOption(cursor.path);
}
