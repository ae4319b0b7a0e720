/** What an editor can do, what it wants, and what it is offered. */
import {
  CodeActionKind,
  type InitializeParams,
  type InitializeResult,
  ResourceOperationKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import packageJson from '../../../package.json' with { type: 'json' };
import { minorOf } from '../../options/releases/versions.ts';
import { own } from '../../util/collections.ts';
import { fixAllKind } from '../actions.ts';
import { pathOf } from '../document.ts';

/** The section of an editor's own settings. */
export const section = 'consulCfg';

export interface Client {
  readonly folders: readonly string[];
  /** The release that it asks for when it starts. */
  readonly consul: string | undefined;
  readonly snippets: boolean;
  readonly canCreate: boolean;
  /** It asks for the diagnostics of open documents. */
  readonly pulls: boolean;
  /** It asks again where the server wants it to. */
  readonly refreshes: boolean;
  /** It answers what its settings are. */
  readonly configures: boolean;
  readonly watches: boolean;
  /** It wants to be asked for notices of changed settings. */
  readonly registersSettings: boolean;
  readonly preparesRename: boolean;
}

export function clientOf({
  capabilities: { workspace, textDocument },
  workspaceFolders,
  rootUri,
  initializationOptions,
}: InitializeParams): Client {
  const roots = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  const edits = workspace?.workspaceEdit;
  return {
    folders: roots.map(pathOf),
    consul: releaseIn(initializationOptions) || undefined,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    canCreate:
      edits?.documentChanges === true &&
      edits.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    configures: workspace?.configuration === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
  };
}

/** The release that settings choose: empty where they choose none; undefined where they do not say, or no release. */
export function releaseIn(settings: unknown): string | undefined {
  const consul: unknown =
    typeof settings === 'object' && settings !== null
      ? own(settings as Record<string, unknown>, 'consul')
      : undefined;
  if (consul === '' || consul === null) return '';
  return typeof consul === 'string' && minorOf(consul) ? consul : undefined;
}

export const offered = ({ pulls, preparesRename }: Client): InitializeResult => ({
  serverInfo: { name: packageJson.name, version: packageJson.version },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['"'] },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    definitionProvider: true,
    documentFormattingProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    ...(pulls && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
  },
});
