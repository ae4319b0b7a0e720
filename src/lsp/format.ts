/** The formatter's layout as one edit: only what differs, so that the editor keeps its cursor. */
import type { TextEdit } from 'vscode-languageserver/node';
import { format } from '../text/format.ts';
import { changedPart } from '../text/source/edit.ts';
import type { Tree } from '../text/tree/tree.ts';
import { toTextEdit } from './positions.ts';

/** None where the text is laid out already, or is one that Consul refuses. */
export function formatEdits(tree: Tree): TextEdit[] {
  const { source } = tree;
  const { text } = source;
  const { text: formatted } = format(tree);
  if (formatted === text) return [];
  return [toTextEdit(changedPart(source, formatted))];
}
