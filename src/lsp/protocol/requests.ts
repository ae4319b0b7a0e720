/** The requests and notices of an editor, and who answers them. */
import {
  type Connection,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from '../session.ts';
import { type Client, releaseIn, section } from './client.ts';
import { publisher } from './publisher.ts';

export interface Served {
  readonly connection: Connection;
  readonly session: Session;
  readonly client: Client;
  /** The release of the command line. */
  readonly version: string | undefined;
  readonly onBug: (error: unknown) => void;
}

export function attach(served: Served): void {
  const { connection, session, client, onBug } = served;
  const documents = new TextDocuments(TextDocument);
  const publish = publisher(connection, session, client, onBug);
  documents.onDidChangeContent(({ document }) => {
    session.open(document.uri, document.languageId, document.getText());
    publish.soon();
  });
  documents.onDidClose(({ document }) => {
    session.close(document.uri);
    publish.soon();
  });
  const forget = (): void => {
    session.forget();
    publish.soon();
  };
  documents.onDidOpen(forget);
  documents.onDidSave(forget);
  connection.onDidChangeWatchedFiles(forget);
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const release = releaseIn(settings?.[section]) ?? (await askedRelease(served));
    if (release !== undefined) session.choose(release || served.version);
    forget();
  });
  answerAtCursor(served);
  answerOfDocument(served);
  documents.listen(connection);
}

/** Editors that send no settings along with the notice answer what they are. */
async function askedRelease({ connection, client }: Served): Promise<string | undefined> {
  return client.configures ? releaseIn(await connection.workspace.getConfiguration(section)) : undefined;
}

function answerAtCursor({ connection, session }: Served): void {
  connection.onHover(async ({ textDocument, position }) => {
    await session.ready();
    return session.hover(textDocument.uri, position);
  });
  connection.onCompletion(async ({ textDocument, position }) => {
    await session.ready();
    return session.complete(textDocument.uri, position);
  });
  connection.onDefinition(async ({ textDocument, position }) => {
    await session.ready();
    return session.definition(textDocument.uri, position);
  });
  connection.onPrepareRename(({ textDocument, position }) => session.nodeName(textDocument.uri, position));
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    await session.ready();
    const edit = session.rename(textDocument.uri, position, newName);
    if (typeof edit !== 'object')
      return new ResponseError(
        LSPErrorCodes.RequestFailed,
        edit ?? 'this is not the name of a node in a manifest',
      );
    return edit;
  });
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    await session.ready();
    return session.codeActions(textDocument.uri, range, context.only);
  });
}

function answerOfDocument({ connection, session }: Served): void {
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    await session.ready();
    const own = session.diagnostics().find(({ uri }) => uri === textDocument.uri);
    return { kind: DocumentDiagnosticReportKind.Full, items: [...(own?.diagnostics ?? [])] };
  });
  connection.onDocumentSymbol(({ textDocument }) => session.symbols(textDocument.uri));
  connection.onFoldingRanges(({ textDocument }) => session.folding(textDocument.uri));
  connection.onDocumentLinks(({ textDocument }) => session.links(textDocument.uri));
  connection.onDocumentFormatting(({ textDocument }) => session.format(textDocument.uri));
}
