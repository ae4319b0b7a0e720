/** Starts `consul-cfg lsp` and hands it the files that are Consul's. Everything else is the server's. */
const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const documentSelector = [
  '**/{consul,consul.d,consul-config}/**/*.{hcl,json}',
  '**/*consul*.{hcl,json}',
  '**/cluster.{yaml,yml}',
].map((pattern) => ({ scheme: 'file', pattern }));

let client;

exports.activate = async () => {
  const settings = workspace.getConfiguration('consulCfg');
  const server = { command: settings.get('command'), args: ['lsp', '--stdio'] };
  const consul = settings.get('consul');
  client = new LanguageClient('consul-cfg', 'consul-cfg', server, {
    documentSelector,
    initializationOptions: consul ? { consul } : {},
  });
  await client.start();
};

exports.deactivate = () => client?.stop();
