/** An editor in process: texts with a cursor `¦` in, answers out. */
import type { CompletionItem, Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { memoryFiles } from '../../src/app/files/memory.ts';
import type { SessionOptions } from '../../src/lsp/options.ts';
import { Session } from '../../src/lsp/session.ts';

/** A bug must fail the test that meets it. */
export function raise(error: unknown): never {
  throw error;
}

export const options: SessionOptions = {
  folders: ['/estate'],
  version: '1.20',
  snippets: false,
  onBug: raise,
};

export interface Placed {
  readonly uri: string;
  readonly text: string;
  readonly position: Position;
}

/** The text without its `¦`, and where that was. */
export function placed(uri: string, marked: string): Placed {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const position = TextDocument.create(uri, '', 0, text).positionAt(Math.max(offset, 0));
  return { uri, text, position };
}

export const newSession = (
  files: Readonly<Record<string, string>> = {},
  overrides: Partial<SessionOptions> = {},
): Session => new Session(memoryFiles(files), { ...options, ...overrides });

export function editing(name: string, marked: string, overrides: Partial<SessionOptions> = {}) {
  const place = placed(`file:///estate/consul.d/${name}`, marked);
  const session = newSession({}, overrides);
  session.open(place.uri, '', place.text);
  return { session, ...place };
}

export const labels = (items: readonly CompletionItem[] | undefined): string[] =>
  (items ?? []).map(({ label }) => label);

/** The text after an editor has put the item in. */
export function accept({ uri, text }: Placed, item: CompletionItem | undefined): string {
  const edit = item?.textEdit;
  if (!edit || !('range' in edit)) throw new Error('no such completion');
  return apply(uri, text, [edit]);
}

export const apply = (uri: string, text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), [...edits]);

export const applyAll = (uri: string, text: string, edit: WorkspaceEdit | undefined): string =>
  apply(uri, text, edit?.changes?.[uri] ?? []);
