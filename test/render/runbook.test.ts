/** The runbook: the commands of these very hosts, and nothing that a value could slip into them. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { expand } from '../../src/manifest/expand.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { runbookText } from '../../src/render/runbook/runbook.ts';
import { Source } from '../../src/text/source/source.ts';

function runbook(text: string): string {
  const { manifest } = loadManifest(new Source('cluster.yaml', `consul: "1.16"\n${text}`));
  return runbookText(expand(manifest!).nodes, manifest!);
}

const three = 'servers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.2 }, c: }\n';
const blocks = (markdown: string): string[] =>
  [...markdown.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].map(([, code]) => code!);

test.each([
  three,
  'servers: [a]\n',
  'clients: [x]\nconfig: { retry_join: [elsewhere] }\n',
  'datacenters: { east: { servers: [a, b, c] }, west: { servers: [d], clients: [e] } }\n',
  `${three}profile: patroni\nconfig: { ui_config: { enabled: true }, acl: { enabled: true }, encrypt: { env: A } }\n`,
  `${three}clients: { x: { systemd: { binary: /opt/consul, user: other } } }\n`,
])('every command is one that a shell reads: %j', (text) => {
  const commands = blocks(runbook(text));
  expect(commands.length).toBeGreaterThan(5);
  for (const code of commands) execFileSync('sh', ['-n'], { input: code });
});

test.each(['bash', 'zsh'])('pasted into an interactive %s no line is a comment', () => {
  const commands = blocks(runbook(`${three}profile: patroni\ntls: {}\nacl: {}\n`)).join('');
  expect(commands.split('\n').filter((line) => /(?:^|\s)#(?:\s|$)/.test(line))).toEqual([]);
});

test.each([
  three,
  `${three}profile: patroni\nclients: { x: { address: 10.0.1.1 } }\ntls: {}\n`,
  `${three}acl: { tokens: { initial_management: { env: A } } }\nconfig: { ports: { http: 8555 } }\n`,
])('no command for a host has a quote that would end it: %j', (text) => {
  const code = blocks(runbook(text)).join('\n');
  const commands = [...code.matchAll(/^ *(?:on|cli|send|feed) "?\$?\S+ "((?:[^"\\]|\\.)*)"/gm)].map(
    ([, words]) => words!,
  );
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.filter((words) => words.includes("'"))).toEqual([]);
});

/** Runs commands after the functions of the runbook, where every host answers the same. */
function runShell(text: string, answer: string, commands: string): string {
  const [functions] = blocks(runbook(text).replace(/[\s\S]*## The shell/, ''));
  const hosts = `send() { cat > /dev/null; printf '%b' "$ANSWER"; }`;
  return execFileSync('sh', ['-c', `${functions}\n${hosts}\n${commands}`], {
    encoding: 'utf8',
    env: { ...process.env, ANSWER: answer, settle: '0', patience: '0' },
  }).trim();
}

test.each([
  ['Healthy: true\\nFailure Tolerance: 1\\n', 0],
  ['Healthy: true\\nFailure Tolerance: 0\\n', 1],
  ['Healthy: false\\nFailure Tolerance: 1\\n', 1],
  ['No cluster leader\\n', 1],
])('the gate goes on only for a healthy cluster that can lose a server: %s', (state, code) => {
  expect(runShell(three, state, 'gate a=10.0.0.1 > /dev/null 2>&1; echo $?')).toBe(String(code));
});

test('it names the hosts, and what to expect of them', () => {
  const text = runbook(three);
  expect(text).toContain("nodes() {\n  cat <<'END'\na=10.0.0.1\nb=10.0.0.2\nc=c\nEND\n}");
  expect(text).toContain('every host must resolve c.');
  expect(text).toMatch(/3 members with `alive`; then 3 servers as voters, exactly one of them `leader`/);
  expect(text).toMatch(/survives\s+the loss of 1 server/);
});

test('what a person writes is in force, whatever an earlier part left in the shell', () => {
  const [, ...parts] = blocks(runbook(`${three}profile: patroni\nconfig: { encrypt: { env: A } }\n`));
  expect(parts.join('').match(/^node="a=10\.0\.0\.1"$/gm)).toHaveLength(2);
  expect(parts.filter((code) => /^\w+=\$\{\w+:-/m.test(code))).toEqual([]);
});

test('a backup that fails leaves the snapshot of the one before', () => {
  const [, backup] = /## Back up[\s\S]*?```sh\n([\s\S]*?)```/.exec(runbook(three))!;
  const snapshot = 'snapshot=$(mktemp); echo before > "$snapshot"';
  const failing = 'cli() { false; }; on() { echo part; false; }';
  const commands = backup!.replace(/^snapshot=.*$/m, snapshot).replace(/^ls .*$/m, 'cat "$snapshot"');
  expect(runShell(three, '', `${failing}\n${commands}`)).toBe('before');
});

test('files of Patroni that have changed are brought and read again, where it reads them', () => {
  const reload = /bring_patroni "\$node"; done\nctl reload "\$\(scope_of\)" --force/;
  expect(runbook(`${three}profile: patroni\n`)).toMatch(reload);
  expect(runbook(`${three}profile: patroni\nclients: { x: { address: 10.0.1.1 } }\n`)).toMatch(reload);
  expect(runbook(three)).not.toMatch(reload);
  expect(runbook(`${three}profile: patroni\npatroni: { packaging: debian }\nclients: [x]\n`)).not.toMatch(
    reload,
  );
});

test('during a rolling upgrade each host gets the binary of its release', () => {
  const text = runbook('servers: { a: { consul: "1.20.2" }, b: , c: }\ntls: {}\n');
  expect(text).toContain('`consul-1.20.2`, of release 1.20.2 for a, in');
  expect(text).toContain('`consul-1.16`, of release 1.16.x for b c, in');
  expect(text).toMatch(/\n {2}a\) file=consul-1\.20\.2 .*\n {2}\*\) file=consul-1\.16 /);
  expect(text).toContain('consul=$PWD/consul-1.20.2\n');
});

test('read replicas are members and no voters', () => {
  const text = runbook('servers: { a: , b: , c: , d: { config: { read_replica: true } } }\n');
  expect(text).toMatch(/4 members with `alive`; then 3 servers as voters/);
});

test('the port of gossip between datacenters is named where servers join over the WAN', () => {
  const two = 'datacenters: { east: { servers: [a] }, west: { servers: [b] } }\ntls: {}\n';
  const through = '{ via: mesh_gateways, primary_gateways: ["192.0.2.1:8443"] }';
  expect(runbook(two)).toContain('8302/tcp+udp');
  expect(runbook(`${two}federation: ${through}\n`)).not.toContain('8302');
});

test('nodes with another binary or account have commands of their own', () => {
  const text = runbook(`${three}clients: { x: { systemd: { binary: /opt/consul, user: other } } }\n`);
  expect(text).toMatch(/\n {2}x\) file=consul binary=\/opt\/consul api='' account=other /);
  expect(text).toMatch(/\n {2}\*\) file=consul binary=\/usr\/local\/bin\/consul api='' account=consul /);
});

test.each<[config: string, expected: RegExp]>([
  [
    '{ ui_config: { enabled: true } }',
    /ssh -N -L 8500:127\.0\.0\.1:8500 "\$login@10\.0\.0\.1"[\s\S]*http:\/\/127\.0\.0\.1:8500\/ui\//,
  ],
  [
    '{ ui_config: { enabled: true, content_path: /consul/ }, client_addr: 10.0.0.1 }',
    /Open http:\/\/10\.0\.0\.1:8500\/consul\//,
  ],
  ['{ ports: { http: 8555 } }', /api='CONSUL_HTTP_ADDR=127\.0\.0\.1:8555 '/],
  ['{ addresses: { http: "unix:///run/c.sock" } }', /api='CONSUL_HTTP_ADDR=unix:\/\/\/run\/c\.sock '/],
  ['{}', /turns it on/],
])('where the API and the UI are, with %s', (config, expected) => {
  expect(runbook(`${three}config: ${config}\n`)).toMatch(expected);
});

test.each(['$(id)', '`id`', "x';id;'", 'unix:///run/$(id)/s', 'unix:///run/a;id'])(
  'an address %s does not get into a command',
  (address) => {
    const config = {
      client_addr: '127.0.0.1',
      addresses: { http: address },
      ui_config: { enabled: true, content_path: address },
    };
    const text = runbook(`${three}config: ${JSON.stringify(config)}\n`);
    for (const code of blocks(text)) expect(code).not.toMatch(/\$\(id\)|`|;id/);
  },
);
