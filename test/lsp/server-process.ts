/** The language server as a program of its own, and an editor that talks to it over its pipes. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { repository } from '../support/run.ts';

/** The built command with CONSUL_CFG_BUILT, else the sources. */
export const program = process.env.CONSUL_CFG_BUILT
  ? [join(repository, 'dist/cli/cli.cjs')]
  : ['--import', 'tsx', join(repository, 'src/cli.ts')];

export interface EditorOptions {
  readonly command?: readonly string[];
  readonly cwd?: string;
  readonly folder: string;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: object;
}

export interface Editor {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** All that was sent without being asked for. */
  readonly published: PublishDiagnosticsParams[];
  readonly open: (uri: string, text: string, languageId?: string) => Promise<void>;
  readonly pull: (uri: string) => Promise<string[]>;
  /** Waits for diagnostics of a document that are as wanted. */
  readonly shown: (uri: string, isWanted: (codes: readonly string[]) => boolean) => Promise<string[]>;
  readonly end: () => void;
}

const codesOf = (diagnostics: readonly { readonly code?: unknown }[]): string[] =>
  diagnostics.map(({ code }) => String(code));

/** @param prepare what the editor answers, before it says anything */
export async function startEditor(
  { command = program, cwd = repository, folder, capabilities = {}, initializationOptions }: EditorOptions,
  prepare: (client: ProtocolConnection) => void = () => {},
): Promise<Editor> {
  const server = spawn(process.execPath, [...command, 'lsp', '--stdio'], {
    cwd,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let hasEnded = false;
  server.on('exit', () => {
    hasEnded = true;
  });
  const client = createProtocolConnection(server.stdout, server.stdin);
  const published: PublishDiagnosticsParams[] = [];
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
  });
  prepare(client);
  client.listen();
  const initialized = await client.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'folder' }],
    initializationOptions,
    capabilities,
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    initialized,
    published,
    open: (uri, text, languageId = '') =>
      client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    pull: async (uri) => {
      const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.kind === 'full' ? codesOf(report.items) : [];
    },
    shown: async (uri, isWanted) => {
      for (;;) {
        const codes = codesOf(published.findLast((params) => params.uri === uri)?.diagnostics ?? []);
        if (published.some((params) => params.uri === uri) && isWanted(codes)) return codes;
        if (hasEnded) throw new Error('the language server has ended');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    end: () => {
      client.dispose();
      server.kill();
    },
  };
}
