/** What the option under the cursor means. */
import type { Hover } from 'vscode-languageserver/node';
import type { Tree } from '../text/tree/tree.ts';
import { cursorAt, optionAt } from './cursor.ts';
import { describeOption } from './describe.ts';
import { toRange } from './positions.ts';

/** Undefined where the cursor is not on an option of Consul. */
export function hover(tree: Tree, offset: number, version: string): Hover | undefined {
  const cursor = cursorAt(tree, offset);
  const found = cursor.token && optionAt(cursor);
  if (!cursor.token || !found) return undefined;
  return {
    contents: { kind: 'markdown', value: describeOption(found, version) },
    range: toRange(cursor.token),
  };
}
