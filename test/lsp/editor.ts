/** An editor in process: texts with a cursor `¦` in, answers out. */
import type { CompletionItem, Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadManifestJudge } from '../../src/cli/render/lint-manifest.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { type Host, type InForce, Session, type SessionOptions } from '../../src/lsp/session.ts';
import type { FileSystem } from '../../src/model/load/files.ts';

/** A disk that holds these texts, by path. */
export function memory(files: Readonly<Record<string, string>> = {}): FileSystem {
  const paths = Object.keys(files);
  const isDirectory = (path: string): boolean => paths.some((file) => file.startsWith(`${path}/`));
  return {
    read: (path) => (Object.hasOwn(files, path) ? Buffer.from(files[path]!) : undefined),
    stat: (path) => (Object.hasOwn(files, path) ? 'file' : isDirectory(path) ? 'directory' : 'missing'),
    realpath: (path) => path,
    list: (path) => {
      if (!isDirectory(path)) return undefined;
      const below = paths
        .filter((file) => file.startsWith(`${path}/`))
        .map((file) => file.slice(path.length + 1));
      const names = new Set(below.map((file) => file.split('/')[0]!));
      return [...names].map((name) => ({
        name,
        symlink: false,
        kind: isDirectory(`${path}/${name}`) ? ('directory' as const) : ('file' as const),
      }));
    },
  };
}

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

export const hostOf = (disk: FileSystem, inForce: Partial<InForce> = {}): Host => ({
  disk,
  loadSettings: async () => ({
    settings: defaultSettings,
    consul: undefined,
    declarations: undefined,
    ...inForce,
  }),
  loadManifestJudge,
  bugText: String,
});

export const newSession = (
  files: Readonly<Record<string, string>> = {},
  overrides: Partial<SessionOptions> = {},
): Session => new Session(hostOf(memory(files)), { ...options, ...overrides });

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
