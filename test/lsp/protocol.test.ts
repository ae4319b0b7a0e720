/** What editors differ in, over the protocol: asking for diagnostics, settings of their own, files that they make. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { CodeAction, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { repository } from '../support/run.ts';
import { type Editor, program, startEditor } from './server-process.ts';

let editor: Editor | undefined;
let folder: string | undefined;

afterEach(() => {
  editor?.end();
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
});

const a = 'file:///estate/a/consul.d/a.hcl';
const b = 'file:///estate/b/consul.d/b.hcl';
const server = (name: string, expect: number, address: string): string =>
  `node_name = "${name}"\ndata_dir = "/d"\nserver = true\nbootstrap_expect = ${expect}\nbind_addr = "${address}"\nretry_join = ["10.0.0.1", "10.0.0.2"]\n`;

test('an editor that asks gets what is open when it asks, and is asked to do so again', async () => {
  let refreshes = 0;
  const capabilities = {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  };
  editor = await startEditor({ folder: 'file:///estate', capabilities }, (client) => {
    client.onRequest('workspace/diagnostic/refresh', () => {
      refreshes++;
      return null;
    });
  });
  expect(editor.initialized.capabilities.diagnosticProvider).toEqual({
    interFileDependencies: true,
    workspaceDiagnostics: false,
  });
  await editor.open(a, server('a', 3, '10.0.0.1'));
  await editor.open(b, server('b', 5, '10.0.0.2'));
  expect(await editor.pull(a)).toContain('gossip/unencrypted');
  expect(await editor.pull('file:///estate/none.hcl')).toEqual([]);
  while (refreshes === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(editor.published).toEqual([]);
});

test('an editor that does not ask may ask all the same', async () => {
  editor = await startEditor({ folder: 'file:///estate' });
  expect(editor.initialized.capabilities.diagnosticProvider).toBeUndefined();
  await editor.open(a, 'retry_jion = 1\n');
  await editor.shown(a, (codes) => codes.includes('option/unknown'));
  expect(await editor.pull(a)).toContain('option/unknown');
});

test('findings say where their rule is explained', async () => {
  editor = await startEditor({ folder: 'file:///estate' });
  await editor.open(a, 'retry_jion = 1\n');
  await editor.shown(a, (codes) => codes.includes('option/unknown'));
  const found = editor.published.flatMap(({ diagnostics }) => diagnostics);
  expect(found.find(({ code }) => code === 'option/unknown')?.codeDescription?.href).toMatch(
    /^https:\/\/.*\/docs\/rules\/option\/unknown\.md$/,
  );
});

const token = 'token_dirs = "/x"\n';

test('the release follows the settings of the editor, sent or asked for', async () => {
  editor = await startEditor({ folder: 'file:///estate', initializationOptions: { consul: '1.16' } });
  await editor.open(a, token);
  const isOld = (codes: readonly string[]): boolean => codes.includes('option/not-in-version');
  await editor.shown(a, isOld);
  await editor.client.sendNotification('workspace/didChangeConfiguration', {
    settings: { consulCfg: { consul: '2.1' } },
  });
  await editor.shown(a, (codes) => !isOld(codes));
  await editor.client.sendNotification('workspace/didChangeConfiguration', {
    settings: { consulCfg: { consul: 'nonsense' } },
  });
  await editor.client.sendNotification('workspace/didChangeConfiguration', {
    settings: { consulCfg: { consul: '1.16' } },
  });
  await editor.shown(a, isOld);
  await editor.client.sendNotification('workspace/didChangeConfiguration', {
    settings: { consulCfg: { consul: '' } },
  });
  await editor.shown(a, (codes) => !isOld(codes));
  editor.end();

  let consul = '2.1';
  const capabilities = { workspace: { configuration: true } };
  editor = await startEditor({ folder: 'file:///estate', capabilities }, (client) => {
    client.onRequest('workspace/configuration', () => [{ consul }]);
  });
  await editor.open(a, token);
  await editor.shown(a, (codes) => !isOld(codes));
  consul = '1.16';
  await editor.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await editor.shown(a, isOld);
});

test('settings that are being written apply at once', async () => {
  editor = await startEditor({ folder: 'file:///estate' });
  await editor.open(a, 'data_dir = "/d"\n');
  await editor.shown(a, (codes) => codes.includes('gossip/unencrypted'));
  const settings = 'file:///estate/consul-cfg.yaml';
  await editor.open(settings, 'rules:\n  gossip/unencrypted: "off"\n');
  await editor.shown(a, (codes) => !codes.includes('gossip/unencrypted'));
  await editor.client.sendNotification('textDocument/didChange', {
    textDocument: { uri: settings, version: 2 },
    contentChanges: [{ text: 'rules:\n  gossip/nothing: "off"\n' }],
  });
  await editor.shown(settings, (codes) => codes.includes('settings/invalid'));
  await editor.shown(a, (codes) => codes.includes('gossip/unencrypted'));
});

test('a node gets another name, and one that a node has is refused', async () => {
  editor = await startEditor({ folder: 'file:///estate' });
  const textDocument = { uri: 'file:///estate/cluster.yaml' };
  await editor.open(textDocument.uri, 'consul: "1.20"\nservers: [a, b, c]\n');
  const at = { textDocument, position: { line: 1, character: 10 } };
  expect(await editor.client.sendRequest('textDocument/prepareRename', at)).toMatchObject({
    placeholder: 'a',
  });
  expect(await editor.client.sendRequest('textDocument/rename', { ...at, newName: 'z' })).toEqual({
    changes: {
      [textDocument.uri]: [
        { range: { start: { line: 1, character: 10 }, end: { line: 1, character: 11 } }, newText: 'z' },
      ],
    },
  });
  await expect(editor.client.sendRequest('textDocument/rename', { ...at, newName: 'b' })).rejects.toThrow(
    'there is a node b already',
  );
});

test('symbols, folding and links are answered for what is open and for what is not', async () => {
  editor = await startEditor({ folder: 'file:///estate' });
  await editor.open(a, 'ports {\n  http = 1\n}\n');
  for (const [method, count] of [
    ['textDocument/documentSymbol', 1],
    ['textDocument/foldingRange', 1],
    ['textDocument/documentLink', 0],
  ] as const) {
    expect(await editor.client.sendRequest(method, { textDocument: { uri: a } })).toHaveLength(count);
    expect(await editor.client.sendRequest(method, { textDocument: { uri: b } })).toEqual([]);
  }
});

test('a folder from elsewhere starts nothing, and shows nothing from outside of it', async () => {
  folder = mkdtempSync(join(tmpdir(), 'consul-cfg-hostile-'));
  const put = (path: string, text: string): string => {
    const file = join(folder!, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return pathToFileURL(file).href;
  };
  const trace = join(folder, 'trace');
  const touch = `touch ${trace}`;
  put('private.hcl', 'npm_PRIVATE = "PRIVATE"\n');
  put('private.yaml', 'npm_PRIVATE: [\n');
  put('inside/.git/config', `[core]\n\tfsmonitor = ${touch}\n\tsshCommand = ${touch}\n`);
  put('inside/node_modules/consul-cfg/package.json', '{"bin": "run.js"}');
  mkdirSync(join(folder, 'inside/consul.d'), { recursive: true });
  symlinkSync('../../private.hcl', join(folder, 'inside/consul.d/link.hcl'));
  const texts = {
    'inside/consul.d/a.hcl': 'data_dir = "/d"\nencrypt = "cg8StVXbQJ0gPvMd9o7yrg=="\n',
    'inside/cluster.yaml': `consul: "1.20"\nservers: [a]\nextends: ../private.yaml\nencrypt: { command: [sh, -c, "${touch}"] }\n`,
    'inside/consul-cfg.yaml': 'nodes:\n  - name: a\n    files: ["../*.hcl", ../private.hcl]\n',
    'inside/compose.yaml':
      'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: agent -config-dir=/consul/config\n    volumes: ["../private.hcl:/consul/config/a.hcl"]\n',
    'inside/install.sh': `#!/bin/sh\n${touch}\nconsul agent -dev $(${touch})\n`,
  };
  const uris = Object.entries(texts).map(([path, text]) => put(path, text));
  editor = await startEditor({
    folder: pathToFileURL(join(folder, 'inside')).href,
    cwd: join(folder, 'inside'),
    command: program.map((word) =>
      word === 'tsx' ? join(repository, 'node_modules/tsx/dist/loader.mjs') : word,
    ),
  });
  for (const [i, text] of Object.values(texts).entries()) await editor.open(uris[i]!, text);
  const all: unknown[] = [];
  for (const uri of uris) {
    const textDocument = { uri };
    const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const context = { diagnostics: [] };
    all.push(await editor.client.sendRequest('textDocument/diagnostic', { textDocument }));
    all.push(await editor.client.sendRequest('textDocument/documentLink', { textDocument }));
    all.push(
      await editor.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range: everything,
        context,
      }),
    );
  }
  await editor.shown(uris[0]!, () => true);
  const sent = JSON.stringify([all, editor.published satisfies PublishDiagnosticsParams[]]);
  expect(sent).toContain('manifest/extends');
  expect(sent).not.toContain('PRIVATE');
  expect(sent).not.toContain('private.hcl","range');
  expect(existsSync(trace)).toBe(false);
});
