/** Starts a language server and hands it the files that may be Consul's. Everything else is the server's. */
const { commands, StatusBarAlignment, window, workspace } = require('vscode');
const { LanguageClient, State, TransportKind } = require('vscode-languageclient/node');
const { chooseServer } = require('./choose.js');

const scripts =
  'sh,bash,zsh,ksh,tf,tpl,tftpl,tmpl,ctmpl,gotmpl,template,j2,jinja,jinja2,erb,cfg,ini,dockerfile';

/** What `consul-cfg lint` reads; the server leaves files of other programs alone. */
const documentSelector = [
  '**/*.{hcl,json,yaml,yml,service}',
  '**/*.service.d/*.conf',
  `**/*.{${scripts}}`,
  '**/{Dockerfile,Containerfile,Vagrantfile}*',
  '**/{group_vars,host_vars}/**',
  '**/{hosts,inventory}*',
].map((pattern) => ({ scheme: 'file', pattern }));
for (const language of ['hcl', 'json', 'yaml']) documentSelector.push({ scheme: 'untitled', language });

let client;
let status;

exports.activate = async (context) => {
  status = window.createStatusBarItem('consulCfg', StatusBarAlignment.Right);
  status.name = 'consul-cfg';
  status.command = 'consulCfg.restart';
  const restart = () => stop().then(() => start(context));
  context.subscriptions.push(
    status,
    commands.registerCommand('consulCfg.restart', restart),
    commands.registerCommand('consulCfg.showOutput', () => client?.outputChannel.show()),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration('consulCfg.command') ? restart() : undefined,
    ),
  );
  await start(context);
};

exports.deactivate = () => stop();

const stop = async () => {
  const running = client;
  client = undefined;
  await running?.dispose().catch(() => undefined);
};

async function start(context) {
  const settings = workspace.getConfiguration('consulCfg');
  const { origin, args, command, module } = chooseServer({
    command: settings.get('command') ?? '',
    folders: (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
    isTrusted: workspace.isTrusted,
    bundled: context.asAbsolutePath('dist/server.cjs'),
  });
  // A module runs in the Node of the editor, so that none has to be installed.
  const server = command ? { command, args } : { module, args, transport: TransportKind.stdio };
  const consul = settings.get('consul');
  const started = new LanguageClient('consulCfg', 'consul-cfg', server, {
    documentSelector,
    initializationOptions: consul ? { consul } : {},
    synchronize: { configurationSection: 'consulCfg' },
  });
  client = started;
  started.onDidChangeState(({ newState }) => {
    if (client === started) show(newState, origin, started.initializeResult?.serverInfo?.version);
  });
  show(State.Starting, origin);
  await started.start().catch((error) => {
    show(State.Stopped, origin);
    window.showErrorMessage(`consul-cfg: the language server (${origin}) does not start: ${error.message}`);
  });
}

/** What runs, and a click to run it anew. */
function show(state, origin, version = '') {
  const [icon, says] = {
    [State.Running]: ['$(check)', `version ${version}`],
    [State.Starting]: ['$(sync~spin)', 'starts'],
    [State.Stopped]: ['$(error)', 'does not run'],
  }[state];
  status.text = `${icon} consul-cfg`;
  status.tooltip = `consul-cfg ${says} (${origin}); click to restart`;
  status.show();
}
