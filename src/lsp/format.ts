/** The formatter's layout as one edit: only what differs, so that the editor keeps its cursor. */
import type { TextEdit } from 'vscode-languageserver/node';
import { format } from '../text/format.ts';
import type { Tree } from '../text/tree.ts';
import { toTextEdit } from './positions.ts';

/** None where the text is laid out already, or is one that Consul refuses. */
export function formatEdits(tree: Tree): TextEdit[] {
  const { source } = tree;
  const { text } = source;
  const { text: formatted } = format(tree);
  if (formatted === text) return [];
  const most = Math.min(text.length, formatted.length);
  let start = 0;
  while (start < most && text[start] === formatted[start]) start++;
  let same = 0;
  while (same < most - start && text[text.length - 1 - same] === formatted[formatted.length - 1 - same])
    same++;
  const end = text.length - same;
  return [toTextEdit({ source, start, end, text: formatted.slice(start, formatted.length - same) })];
}
