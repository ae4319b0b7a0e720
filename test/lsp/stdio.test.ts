/** A whole session as an editor has it: JSON-RPC over the pipes of a real process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { repository } from '../support/run.ts';
import { applyAll, labels } from './editor.ts';
import { program } from './server-process.ts';

const uri = 'file:///estate/consul.d/agent.hcl';
const textDocument = { uri };

const mistaken = `datacenter = "dc1"
data_dir = "/opt/consul"
server = true
bootstrap_expect = "3"
retry_jion = ["10.0.0.2", "10.0.0.3"]
bind_addr = "10.0.0.1"

ports {
  http = 85000
}
`;

let server: ChildProcess;
let client: ProtocolConnection;
let exited: Promise<number | null>;
const published: PublishDiagnosticsParams[] = [];

beforeEach(async () => {
  server = spawn(process.execPath, [...program, 'lsp', '--stdio'], {
    cwd: repository,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  exited = new Promise((resolve) => server.on('exit', resolve));
  client = createProtocolConnection(server.stdout!, server.stdin!);
  published.length = 0;
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    published.push(params);
  });
  client.listen();
});
afterEach(() => {
  client.dispose();
  server.kill();
});

const initialize = async (): Promise<InitializeResult> => {
  const result = await client.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: 'file:///estate', name: 'estate' }],
    initializationOptions: { consul: '1.20' },
    capabilities: {},
  });
  await client.sendNotification('initialized', {});
  return result;
};

/** Waits for the next diagnostics; how long it took. */
async function diagnosed(
  act: () => Promise<void>,
): Promise<{ params: PublishDiagnosticsParams; ms: number }> {
  const before = published.length;
  const start = performance.now();
  await act();
  while (published.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
  return { params: published.at(-1)!, ms: performance.now() - start };
}

const open = (text: string) => () =>
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'hcl', version: 1, text },
  });

const type =
  (version: number, at: Position, text: string, to = at) =>
  () =>
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: to }, text }],
    });

const errors = ({ diagnostics }: PublishDiagnosticsParams) =>
  diagnostics.filter(({ severity }) => severity === 1);

test('from the three mistakes to a clean file', async () => {
  const { capabilities } = await initialize();
  expect(capabilities).toEqual({
    textDocumentSync: { openClose: true, change: 2, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['"'] },
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.consul-cfg'] },
    definitionProvider: true,
    documentFormattingProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    renameProvider: true,
  });

  const { params, ms } = await diagnosed(open(mistaken));
  expect(errors(params).map(({ code, range }) => [code, range.start.line, range.start.character])).toEqual([
    ['option/type', 3, 19],
    ['option/unknown', 4, 0],
    ['option/value', 8, 9],
  ]);
  // 200 ms is the promise; a machine that runs other tests beside may take longer.
  expect(ms).toBeLessThan(5000);

  const hovered = await client.sendRequest<Hover>('textDocument/hover', {
    textDocument,
    position: { line: 3, character: 4 },
  });
  expect(JSON.stringify(hovered.contents)).toContain('bootstrap_expect');

  const items = await client.sendRequest<CompletionItem[]>('textDocument/completion', {
    textDocument,
    position: { line: 8, character: 2 },
  });
  expect(labels(items)).toEqual(expect.arrayContaining(['http', 'https', 'grpc_tls', 'dns']));

  const fixed = await fixText(errors(params));
  const after = await diagnosed(type(2, { line: 0, character: 0 }, fixed, { line: 100, character: 0 }));
  expect(errors(after.params).map(({ code }) => code)).toEqual(['option/value']);
  const clean = await diagnosed(type(3, { line: 8, character: 13 }, '', { line: 8, character: 14 }));
  expect(errors(clean.params)).toEqual([]);

  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  expect(await exited).toBe(0);
});

/** The text with the fix of each error in it. */
async function fixText(found: PublishDiagnosticsParams['diagnostics']): Promise<string> {
  let text = mistaken;
  for (const diagnostic of [...found].reverse()) {
    const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], only: ['quickfix'] },
    });
    text = applyAll(uri, text, actions.find(({ title }) => !title.startsWith('Ignore '))?.edit);
  }
  return text;
}

test('a file of 1 MB stays responsive', async () => {
  await initialize();
  const block = (n: number): string => `services {
  # service number ${n}
  id = "svc-${n}"
  name = "svc-${n}"
  port = ${10000 + n}
  tags = ["a", "v${n}"]
  checks {
    name = "http"
    http = "http://127.0.0.1:${10000 + n}/health"
    interval = "10s"
  }
}
`;
  let text = 'data_dir = "/d"\n';
  for (let n = 0; text.length < 1_000_000; n++) text += block(n);
  await diagnosed(open(text));
  const times: number[] = [];
  for (let version = 2; version < 7; version++) {
    const { params, ms } = await diagnosed(type(version, { line: 0, character: 0 }, 'x'));
    expect(errors(params).map(({ code }) => code)).toContain('option/unknown');
    times.push(ms);
  }
  // 300 ms is the promise; a machine that runs other tests beside takes a multiple.
  expect(Math.min(...times)).toBeLessThan(5000);
});

test('whatever the client sends, the server lives', async () => {
  await initialize();
  await diagnosed(open('a = {{{{ "\ud800'));
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file://%zz/ü', languageId: 'hcl', version: 1, text: '\0' },
  });
  await client.sendNotification('textDocument/didClose', {
    textDocument: { uri: 'file:///never/opened.hcl' },
  });
  for (const position of [
    { line: -1, character: -1 },
    { line: 9e9, character: 9e9 },
  ]) {
    await client.sendRequest('textDocument/hover', { textDocument, position });
    await client.sendRequest('textDocument/completion', { textDocument, position });
    await client.sendRequest('textDocument/definition', { textDocument, position });
  }
  expect(
    await client.sendRequest('textDocument/hover', {
      textDocument: { uri: 'x' },
      position: { line: 0, character: 0 },
    }),
  ).toBeNull();
});

test('a client that goes away takes the server with it', async () => {
  await initialize();
  server.stdin!.end();
  expect(await exited).toBe(1);
});
