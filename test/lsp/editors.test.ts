/** What ships for editors: the VS Code client starts the server that there is, the catalog names schemas that ship. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { repository } from '../support/run.ts';

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

interface Server {
  readonly command: string;
  readonly args: readonly string[];
}

interface ClientOptions {
  readonly documentSelector: readonly { readonly pattern: string }[];
  readonly initializationOptions: object;
}

/** The extension with VS Code stood in for. */
async function activate(settings: Readonly<Record<string, string>>) {
  const started: { server: Server; options: ClientOptions }[] = [];
  class LanguageClient {
    constructor(_id: string, _name: string, server: Server, options: ClientOptions) {
      started.push({ server, options });
    }
    async start(): Promise<void> {}
  }
  const modules: Record<string, unknown> = {
    vscode: { workspace: { getConfiguration: () => ({ get: (name: string) => settings[name] }) } },
    'vscode-languageclient/node': { LanguageClient },
  };
  const exported: { activate?: () => Promise<void> } = {};
  new Function('require', 'exports', read('editors/vscode/extension.js'))(
    (name: string) => modules[name],
    exported,
  );
  await exported.activate?.();
  return started[0]!;
}

test('the VS Code client starts the language server, with the release where one is set', async () => {
  const { server, options } = await activate({ command: 'consul-cfg', consul: '1.16' });
  expect(server.command).toBe('consul-cfg');
  expect(options.initializationOptions).toEqual({ consul: '1.16' });
  expect((await activate({ command: 'x', consul: '' })).options.initializationOptions).toEqual({});

  let reported = '';
  const write = (text: string): void => {
    reported += text;
  };
  const output = { write, isTerminal: false, columns: 80 };
  const stdin = async () => new Uint8Array();
  const io = { cwd: repository, env: {}, stdout: output, stderr: output, stdin, piped: false };
  expect(await main(server.args, io)).toBe(2);
  expect(reported).toContain('lsp is for editors');
});

test('its settings are those that it reads', () => {
  const { contributes, main: entry } = JSON.parse(read('editors/vscode/package.json'));
  expect(Object.keys(contributes.configuration.properties)).toEqual([
    'consulCfg.command',
    'consulCfg.consul',
  ]);
  expect(read(join('editors/vscode', entry))).toContain('exports.activate');
});

test('the catalog names schemas that ship', () => {
  const { schemas } = JSON.parse(read('editors/catalog.json'));
  const require = createRequire(import.meta.url);
  for (const { url } of schemas) {
    expect(require(join(repository, new URL(url).pathname.replace('/consul-cfg/', '')))).toHaveProperty(
      '$schema',
    );
  }
});
