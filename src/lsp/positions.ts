/** Between offsets of a source and the positions of the protocol: lines from 0, columns in UTF-16 units. */
import { pathToFileURL } from 'node:url';
import type { Location, Position, Range, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { format } from '../text/format.ts';
import { changedPart, type TextEdit as Edit, withLineEnds } from '../text/source/edit.ts';
import type { Source, Span } from '../text/source/source.ts';
import type { Tree } from '../text/tree/tree.ts';

const documents = new WeakMap<Source, TextDocument>();

function documentOf(source: Source): TextDocument {
  const known = documents.get(source);
  if (known) return known;
  const document = TextDocument.create('', '', 0, source.text);
  documents.set(source, document);
  return document;
}

export const offsetAt = (source: Source, position: Position): number => documentOf(source).offsetAt(position);

export function toRange({ source, start, end }: Span): Range {
  const document = documentOf(source);
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

const uris = new WeakMap<Source, string>();

/** Editors differ in how they write a URI: an open document keeps the one that it was opened with. */
export function openedAs(source: Source, uri: string): void {
  uris.set(source, uri);
}

export const toUri = (source: Source): string => uris.get(source) ?? fileUri(source.file);

export const fileUri = (path: string): string => pathToFileURL(path).href;

export const toLocation = (span: Span): Location => ({ uri: toUri(span.source), range: toRange(span) });

export const toTextEdit = (edit: Edit): TextEdit => ({
  range: toRange(edit),
  newText: withLineEnds(edit).text,
});

/**
 * The formatter's layout as one edit: only what differs, so that the editor keeps its cursor. None where the text is laid
 * out already, or is one that Consul refuses.
 */
export function formatEdits(tree: Tree): TextEdit[] {
  const { source } = tree;
  const { text } = source;
  const { text: formatted } = format(tree);
  if (formatted === text) return [];
  return [toTextEdit(changedPart(source, formatted))];
}
