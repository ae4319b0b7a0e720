/** What ships for editors: the extension for VS Code, and the language server that comes with it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleServer } from '../../scripts/build/language-server.ts';
import { repository } from '../support/run.ts';
import { startEditor } from './server-process.ts';

const require = createRequire(import.meta.url);
const extension = join(repository, 'editors/vscode');
const read = (path: string): string => readFileSync(join(extension, path), 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'consul-cfg-extension-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly server: {
    readonly command?: string;
    readonly module?: string;
    readonly args: readonly string[];
  };
  readonly options: {
    readonly documentSelector: readonly object[];
    readonly initializationOptions: object;
  };
}

interface Given {
  readonly settings?: Readonly<Record<string, string>>;
  readonly folders?: readonly string[];
  readonly isTrusted?: boolean;
  readonly fails?: boolean;
}

/** The extension with VS Code stood in for. */
async function activate({ settings = {}, folders = [], isTrusted = true, fails = false }: Given) {
  const started: Started[] = [];
  const commands = new Map<string, () => Promise<void>>();
  const events: Record<string, (event: object) => unknown> = {};
  const item = { text: '', tooltip: '', show: () => {} };
  const errors: string[] = [];
  let disposed = 0;
  class LanguageClient {
    readonly initializeResult = { serverInfo: { version: '1.2.3' } };
    #changed: (change: { newState: number }) => void = () => {};
    constructor(_id: string, _name: string, server: Started['server'], options: Started['options']) {
      started.push({ server, options });
    }
    onDidChangeState(listener: (change: { newState: number }) => void): void {
      this.#changed = listener;
    }
    async start(): Promise<void> {
      if (fails) throw new Error('no such file');
      this.#changed({ newState: 2 });
    }
    async dispose(): Promise<void> {
      disposed++;
    }
  }
  const vscode = {
    StatusBarAlignment: { Right: 2 },
    commands: {
      registerCommand: (name: string, run: () => Promise<void>) => commands.set(name, run),
    },
    window: { createStatusBarItem: () => item, showErrorMessage: (text: string) => errors.push(text) },
    workspace: {
      isTrusted,
      workspaceFolders: folders.map((fsPath) => ({ uri: { fsPath } })),
      getConfiguration: () => ({ get: (name: string) => settings[name] }),
      onDidGrantWorkspaceTrust: (run: () => unknown) => {
        events.trust = run;
      },
      onDidChangeConfiguration: (run: (event: object) => unknown) => {
        events.settings = run;
      },
    },
  };
  const modules: Record<string, unknown> = {
    vscode,
    'vscode-languageclient/node': {
      LanguageClient,
      State: { Stopped: 1, Running: 2, Starting: 3 },
      TransportKind: { stdio: 0 },
    },
  };
  const exported: {
    activate?: (context: object) => Promise<void>;
    deactivate?: () => Promise<void>;
  } = {};
  const load = (name: string): unknown =>
    modules[name] ?? require(name.startsWith('./') ? join(extension, 'src', name) : name);
  new Function('require', 'exports', read('src/extension.js'))(load, exported);
  await exported.activate?.({
    subscriptions: [],
    asAbsolutePath: (path: string) => join('/extension', path),
  });
  return {
    started,
    commands,
    events,
    item,
    errors,
    deactivate: exported.deactivate,
    disposed: () => disposed,
  };
}

/** A folder that installed the package. */
function installed(): string {
  const program = join(folder, 'own/node_modules/consul-cfg/dist/cli/cli.cjs');
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, '');
  return join(folder, 'own');
}

test('the server of the workspace goes before the one that comes along, where the workspace is trusted', async () => {
  const own = installed();
  const args = ['lsp', '--stdio'];
  const of = async (given: Given) => (await activate(given)).started[0]?.server;
  expect(await of({ folders: [folder, own] })).toMatchObject({
    module: join(own, 'node_modules/consul-cfg/dist/cli/cli.cjs'),
    args,
  });
  expect(await of({ folders: [own], isTrusted: false })).toMatchObject({
    module: '/extension/dist/server.cjs',
    args,
  });
  expect(await of({ folders: [folder] })).toMatchObject({ module: '/extension/dist/server.cjs', args });
  expect(await of({ folders: [own], settings: { command: '/opt/consul-cfg' } })).toEqual({
    command: '/opt/consul-cfg',
    args,
  });
});

test('it asks for the release that is set, and for none where none is', async () => {
  const options = async (settings: Readonly<Record<string, string>>) =>
    (await activate({ settings })).started[0]?.options;
  expect((await options({ consul: '1.16' }))?.initializationOptions).toEqual({ consul: '1.16' });
  expect((await options({ consul: '' }))?.initializationOptions).toEqual({});
});

test('it says what runs, and starts anew by its command, with trust, and with another program', async () => {
  const { started, commands, events, item, disposed, deactivate } = await activate({});
  expect(item.text).toBe('$(check) consul-cfg');
  expect(item.tooltip).toBe(
    'consul-cfg version 1.2.3 (the one that comes with the extension); click to restart',
  );
  await commands.get('consulCfg.restart')?.();
  await events.trust?.({});
  await events.settings?.({ affectsConfiguration: (name: string) => name === 'consulCfg.command' });
  await events.settings?.({ affectsConfiguration: () => false });
  expect({ started: started.length, disposed: disposed() }).toEqual({ started: 4, disposed: 3 });
  await deactivate?.();
  expect(disposed()).toBe(4);
});

test('a server that does not start is named', async () => {
  const { errors, item } = await activate({ settings: { command: '/none' }, fails: true });
  expect(errors).toEqual(['consul-cfg: the language server (/none) does not start: no such file']);
  expect(item.text).toBe('$(error) consul-cfg');
});

test('its manifest names files that are there, and says what it does in folders that are not trusted', () => {
  const { contributes, capabilities, version, icon } = JSON.parse(read('package.json'));
  const own = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  expect(version).toBe(own.version);
  for (const path of [
    icon,
    'LICENSE',
    'CHANGELOG.md',
    contributes.languages[0].configuration,
    contributes.grammars[0].path,
  ])
    expect(read(path).length).toBeGreaterThan(0);
  for (const { url } of [...contributes.jsonValidation, ...contributes.yamlValidation])
    expect(readFileSync(join(repository, url), 'utf8')).toContain('$schema');
  expect(capabilities.untrustedWorkspaces).toMatchObject({
    supported: 'limited',
    restrictedConfigurations: ['consulCfg.command'],
  });
  const source = read('src/extension.js');
  for (const name of Object.keys(contributes.configuration.properties))
    expect(source).toContain(`'${name.replace('consulCfg.', '')}'`);
  for (const { command } of contributes.commands) expect(source).toContain(`'${command}'`);
});

test('the server that comes along works by itself', async () => {
  const server = join(folder, 'server.cjs');
  await bundleServer(server);
  const editor = await startEditor({ command: [server], cwd: folder, folder: 'file:///estate' });
  const uri = 'file:///estate/compose.yaml';
  await editor.open(
    uri,
    'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: agent -server -bindaddr=10.0.0.1\n',
    'dockercompose',
  );
  await editor.shown(uri, (codes) => codes.includes('unit/flags'));
  await editor.client.sendRequest('shutdown');
  editor.end();
});
