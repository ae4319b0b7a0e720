/** The language server: connects the protocol with a session. */
import type { Readable, Writable } from 'node:stream';
import { createConnection } from 'vscode-languageserver';
import {
  CodeActionKind,
  type Connection,
  createProtocolConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import packageJson from '../../package.json' with { type: 'json' };
import type { UserFiles } from '../app/files/user-files.ts';
import { minorOf } from '../options/releases/versions.ts';
import { bugText } from '../util/bug.ts';
import { fixAllKind } from './actions.ts';
import { pathOf } from './document.ts';
import { Framing } from './framing.ts';
import { publisher } from './publisher.ts';
import { Session, type SessionOptions } from './session.ts';

export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * Serves until the client sends `exit` or closes the stream; 0 where it sent `shutdown` before, as the protocol
 * requires; a text with the reason where the stream cannot be read further.
 * `version` is the Consul release to lint for, where the client's `initializationOptions.consul` names none;
 * undefined leaves it to the settings.
 */
export function serve(
  { input, output }: Streams,
  disk: UserFiles,
  version: string | undefined,
): Promise<0 | 1 | string> {
  return new Promise((resolve) => {
    const watchDog = {
      shutdownReceived: false,
      initialize: () => {},
      exit: () => {
        input.destroy();
        resolve(watchDog.shutdownReceived ? 0 : 1);
      },
    };
    input.on('end', watchDog.exit);
    const framing = new Framing((why) => {
      resolve(why);
      input.destroy();
    });
    const connection = createConnection(
      (logger) => createProtocolConnection(input.pipe(framing), output, logger),
      watchDog,
      ProposedFeatures.all,
    );
    connect(connection, disk, version);
  });
}

function connect(connection: Connection, disk: UserFiles, version: string | undefined): void {
  connection.onInitialize((params) => {
    const onBug = (error: unknown): void => connection.console.error(bugText(error));
    const session = new Session(disk, { ...optionsOf(params, version), onBug });
    attach(connection, session, onBug);
    const watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    if (watches) connection.onInitialized(() => watchFiles(connection));
    return capabilities;
  });
  connection.listen();
}

const capabilities: InitializeResult = {
  serverInfo: { name: packageJson.name, version: packageJson.version },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['"'] },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    definitionProvider: true,
    documentFormattingProvider: true,
  },
};

function optionsOf(params: InitializeParams, version: string | undefined): Omit<SessionOptions, 'onBug'> {
  const wanted: unknown = params.initializationOptions?.consul;
  const completion = params.capabilities.textDocument?.completion?.completionItem;
  return {
    folders: (params.workspaceFolders ?? []).map(({ uri }) => pathOf(uri)),
    version: typeof wanted === 'string' && minorOf(wanted) ? wanted : version,
    snippets: completion?.snippetSupport === true,
  };
}

function attach(connection: Connection, session: Session, onBug: (error: unknown) => void): void {
  const documents = new TextDocuments(TextDocument);
  const publish = publisher(connection, session, onBug);
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
  connection.onHover(async ({ textDocument, position }) => {
    await session.ready();
    return session.hover(textDocument.uri, position);
  });
  connection.onCompletion(async ({ textDocument, position }) => {
    await session.ready();
    return session.complete(textDocument.uri, position);
  });
  connection.onDefinition(({ textDocument, position }) => session.definition(textDocument.uri, position));
  connection.onCodeAction(({ textDocument, range, context }) =>
    session.codeActions(textDocument.uri, range, context.only),
  );
  connection.onDocumentFormatting(({ textDocument }) => session.format(textDocument.uri));
  documents.listen(connection);
}

/** Other files of a cluster are read from the disk. */
function watchFiles(connection: Connection): void {
  void connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: '**/*.{hcl,json,service,conf,yaml,yml,hbs}' }],
  });
}
