/** `render` from the outside: what is written, what is refused, and the exit code. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunOptions, run } from '../support/run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const render = (args: string, options: RunOptions = {}) =>
  run(['render', ...args.split(' ').filter((arg) => arg !== '')], { cwd, ...options });
const put = (path: string, content: string | Uint8Array) => writeFileSync(join(cwd, path), content);
const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');
const files = (): string[] =>
  readdirSync(cwd, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(cwd, path)).isFile())
    .sort();

const manifest = `consul: "1.16"
servers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.2 }, c: { address: 10.0.0.3 } }
config: { encrypt: { generate: secrets/key } }
`;

test('the first run writes, the second nothing, and both the same bytes', async () => {
  put('cluster.yaml', manifest);
  const first = await render('cluster.yaml --out out');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^made {4}secrets\/key .*\ncreate {2}a\/etc/);
  expect(first.stdout).toMatch(/16 files, 16 written in out\n$/);
  const before = files().map((path) => [path, read(path), statSync(join(cwd, path)).mtimeMs]);
  const second = await render('cluster.yaml --out out');
  expect(second).toEqual({ code: 0, stdout: '16 files, 0 written in out\n', stderr: '' });
  expect(files().map((path) => [path, read(path), statSync(join(cwd, path)).mtimeMs])).toEqual(before);
});

test('a key never shows, and only its owner can read it', async () => {
  put('cluster.yaml', manifest);
  const { stdout, stderr } = await render('cluster.yaml --out out');
  const key = read('secrets/key').trim();
  const diff = await render('cluster.yaml --out elsewhere --diff');
  const explained = await render('cluster.yaml --explain a');
  for (const text of [stdout, stderr, diff.stdout, explained.stdout]) expect(text).not.toContain(key);
  const holders = files().filter((path) => read(path).includes(key));
  expect(holders).toEqual([
    'out/a/etc/consul.d/10-secrets.json',
    'out/b/etc/consul.d/10-secrets.json',
    'out/c/etc/consul.d/10-secrets.json',
    'secrets/key',
  ]);
  for (const path of holders) expect(statSync(join(cwd, path)).mode & 0o077).toBe(0);
});

test('--check, --dry-run and --diff write nothing and show what would change', async () => {
  put('cluster.yaml', manifest);
  for (const flag of ['--check', '--dry-run', '--diff']) {
    const { code, stdout } = await render(`cluster.yaml --out out ${flag}`);
    expect(code).toBe(flag === '--check' ? 1 : 0);
    expect(stdout).toContain('a/etc/consul.d/consul.json');
    expect(files()).toEqual(['cluster.yaml']);
  }
  await render('cluster.yaml --out out');
  expect(await render('cluster.yaml --out out --check')).toMatchObject({ code: 0 });
  put('cluster.yaml', manifest.replace('10.0.0.3', '10.0.0.4'));
  const { stdout } = await render('cluster.yaml --out out --diff');
  expect(stdout).toContain('-  "bind_addr": "10.0.0.3",\n+  "bind_addr": "10.0.0.4",\n');
});

test('a node that was taken away is stale until it is pruned', async () => {
  put('cluster.yaml', `${manifest}clients: [x]\n`);
  await render('cluster.yaml --out out');
  put('cluster.yaml', manifest);
  expect((await render('cluster.yaml --out out')).stdout).toContain('5 stale (--prune removes them)');
  expect((await render('cluster.yaml --out out --check')).code).toBe(1);
  expect((await render('cluster.yaml --out out --prune')).stdout).toContain('5 removed');
  expect(existsSync(join(cwd, 'out/x'))).toBe(false);
});

test('a foreign file stops everything', async () => {
  put('cluster.yaml', manifest);
  mkdirSync(join(cwd, 'out/b/etc/consul.d'), { recursive: true });
  put('out/b/etc/consul.d/consul.json', '{}\n');
  const { code, stderr } = await render('cluster.yaml --out out');
  expect(code).toBe(3);
  expect(stderr).toMatch(/^refuse {2}out\/b\/etc\/consul\.d\/consul\.json: it was not written by consul-cfg/);
  expect(stderr).toMatch(/nothing was written: 1 file in the way\n$/);
  expect(files()).toEqual(['cluster.yaml', 'out/b/etc/consul.d/consul.json']);
  expect((await render('cluster.yaml --out out --force')).code).toBe(0);
});

test('what is out of the directory stays as it is', async () => {
  put('cluster.yaml', manifest);
  mkdirSync(join(cwd, 'out'));
  mkdirSync(join(cwd, 'elsewhere'));
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/a'));
  const { code, stderr } = await render('cluster.yaml --out out --force');
  expect(code).toBe(3);
  expect(stderr).toContain('is a symbolic link');
  expect(readdirSync(join(cwd, 'elsewhere'))).toEqual([]);
});

test('what the lint calls an error is not written, and points into the manifest', async () => {
  put('cluster.yaml', 'consul: "1.16"\nservers: [a, b, c]\nconfig:\n  retry_joyn: [x]\n');
  const { code, stderr } = await render('cluster.yaml --out out');
  expect(code).toBe(1);
  expect(stderr).toContain('cluster.yaml:4:3  error  option/unknown');
  expect(stderr).toContain('nothing was written');
  expect(existsSync(join(cwd, 'out'))).toBe(false);
  expect((await render('cluster.yaml --out out --no-lint')).code).toBe(0);
});

test('without a manifest: the flags make one, and --save keeps it', async () => {
  const flags =
    '--servers a=10.0.0.1,b=10.0.0.2,c --consul 1.16 --set ui_config.enabled=true --set encrypt.generate=key';
  expect(await render(`${flags} --out out --save cluster.yaml`)).toMatchObject({ code: 0, stderr: '' });
  expect(read('cluster.yaml')).toMatch(
    /^# yaml-language-server: \$schema=\S+cluster\.schema\.json\nconsul: "1\.16"\n/,
  );
  expect(await render('cluster.yaml --out out')).toMatchObject({
    code: 0,
    stdout: '16 files, 0 written in out\n',
  });
  expect(JSON.parse(read('out/a/etc/consul.d/consul.json'))).toMatchObject({
    ui_config: { enabled: true },
    retry_join: ['10.0.0.2', 'c'],
  });
  expect(await render(`${flags} --datacenter x --out out --save cluster.yaml`)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('exists with other content'),
  });
});

test.each<[args: string, code: number, message: RegExp]>([
  ['--out out --consul 1.16', 2, /name a manifest, .*or the nodes: --servers/],
  ['--out out --servers a', 2, /name the release that the hosts run/],
  ['cluster.yaml --out out --servers a', 2, /--servers describes a cluster without a manifest/],
  ['nope.yaml --out out', 3, /nope\.yaml does not exist/],
  ['. --out out', 3, /is a directory/],
  ['cluster.yaml --tar a --for compose', 2, /--tar is the files of one host; leave out --for/],
  ['cluster.yaml --explain nobody', 2, /no node nobody; there are a, b, c/],
  ['--out out --servers a --consul 1.16 --set x', 2, /--set takes PATH=VALUE/],
  ['--out out --servers a --consul 1.16 --set a=1 --set a.b=2', 2, /sets an option that another --set sets/],
  ['--out out --servers a --consul 1.16 --set a={', 2, /is not valid YAML/],
  ['--out out --servers a=1.1.1.1,a=1.1.1.2 --consul 1.16', 2, /a is listed twice/],
  ['--out out --servers a,a --consul 1.16', 1, /manifest\/duplicate-node/],
  ['--out out --servers ../x --consul 1.16', 1, /manifest\/node-name/],
  ['--out out --servers a --consul 9.9', 1, /manifest\/consul-version/],
  ['--out out --servers a --consul 1.16 --set encrypt=secret', 1, /manifest\/literal-secret/],
  ['--out out --no-lint --servers a --consul 1.16 --set data_dir=C:\\consul', 1, /manifest\/host-path/],
  ['cluster.yaml --out cluster.yaml', 3, /is not a directory/],
  ['cluster.yaml --out cluster.yaml/x', 3, /not a directory/],
])('render %s', async (args, code, message) => {
  put('cluster.yaml', manifest);
  const ran = await render(args);
  expect(ran.stderr).toMatch(message);
  expect(ran.code).toBe(code);
  expect(ran.stderr).not.toContain('  at ');
  expect(files()).toEqual(['cluster.yaml']);
});

test('a manifest from standard input', async () => {
  expect(await render('- --out out', { stdin: manifest })).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(join(cwd, 'secrets/key'))).toBe(true);
});

test('a key is not made where a rendered file replaces it', async () => {
  put('cluster.yaml', manifest.replace('secrets/key', 'out/a/etc/consul.d/consul.json'));
  const { code, stderr } = await render('cluster.yaml --out out');
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: expect.stringMatching(
      /^consul-cfg: out\/a\/etc\/consul\.d\/consul\.json: `generate` makes a gossip key there/,
    ),
  });
  expect(files()).toEqual(['cluster.yaml']);
});

test('a secret from the environment', async () => {
  put('cluster.yaml', manifest.replace('generate: secrets/key', 'env: GOSSIP'));
  expect((await render('cluster.yaml --out out')).stderr).toContain('"GOSSIP" is not set');
  const env = { GOSSIP: 'c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg=' };
  expect((await render('cluster.yaml --out out', { env })).code).toBe(0);
  expect(JSON.parse(read('out/a/etc/consul.d/10-secrets.json'))).toEqual({ encrypt: env.GOSSIP });
});

test('--explain without a node shows what nodes have in common once', async () => {
  put('cluster.yaml', manifest);
  for (const args of ['cluster.yaml --explain', '--explain cluster.yaml']) {
    const { code, stdout } = await render(args);
    expect(code).toBe(0);
    expect(stdout.match(/^data_dir = /gm)).toHaveLength(1);
    expect(stdout.match(/^node_name = /gm)).toHaveLength(3);
    const titles = stdout.match(/^[^=#:\n]+$/gm);
    expect(titles).toEqual(['all nodes', 'a', 'b', 'c']);
  }
});

test('--explain says where every value comes from', async () => {
  put('cluster.yaml', manifest);
  expect((await render('cluster.yaml --explain b')).stdout).toMatchInlineSnapshot(`
    "b: server in dc1, Consul 1.16

    node_name = "b"                           # the name in the manifest
    datacenter = "dc1"                        # the datacenter in the manifest
    server = true                             # listed under servers
    bootstrap_expect = 3                      # 3 voting servers are in dc1
    autopilot.min_quorum = 2                  # cleaning up dead servers must not shrink the cluster below the majority of its intended size
    data_dir = "/var/lib/consul"              # the default of consul-cfg, where distributions keep state
    bind_addr = "10.0.0.2"                    # the node's address in the manifest
    retry_join = ["10.0.0.1","10.0.0.3"]      # the other servers
    encrypt = (secret: generate secrets/key)  # cluster.yaml:3:20
    "
  `);
});

test('--tar gives one node as it lies on its host', async () => {
  put('cluster.yaml', manifest);
  const { code, stdout, stderr } = await render('cluster.yaml --tar b');
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^made {4}secrets\/key /) });
  expect(stdout).toContain('etc/consul.d/10-secrets.json\0');
  expect(stdout).toContain('"node_name": "b"');
  expect(stdout).not.toContain('"node_name": "a"');
  expect((await render('cluster.yaml --tar nobody')).code).toBe(2);
});

test('--tar leaves out what makes a Patroni take Consul for its store', async () => {
  put('cluster.yaml', `${manifest}profile: patroni\npatroni: { packaging: pgdg }\n`);
  const without = await render('cluster.yaml --tar b');
  expect(without.stdout).toContain('etc/consul.d/consul.json\0');
  expect(without.stdout).not.toMatch(/etc\/patroni|system\/patroni/);
  expect(without.stderr).toContain('left out 2 files of Patroni');
  const { stdout, stderr } = await render('cluster.yaml --tar b --with-patroni');
  expect(stdout).toMatch(/etc\/patroni\/consul\.yml\0/);
  expect(stdout).toContain('etc/systemd/system/patroni.service.d/10-consul-cfg.conf\0');
  expect(stderr).not.toContain('left out');
});

test.each(['16', '24', '32'])('keygen of %s bytes', async (bytes) => {
  const { code, stdout } = await run(['keygen', '--bytes', bytes]);
  expect(code).toBe(0);
  expect(Buffer.from(stdout.trim(), 'base64')).toHaveLength(Number(bytes));
});

test('without a manifest and flags that make one it is ./cluster.yaml', async () => {
  expect(await render('--out out')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('name a manifest'),
  });
  put('cluster.yaml', manifest);
  expect((await render('--out out')).code).toBe(0);
  expect(await render('cluster.yaml --out out --check')).toMatchObject({ code: 0 });
  // Flags that make one go before it.
  expect(await render('--servers x --consul 1.20 --explain x')).toMatchObject({ code: 0 });
});

test('--check passes over secrets that version control does not keep, and says so', async () => {
  writeFileSync(
    join(cwd, 'secret.yaml'),
    'consul: "1.20"\nservers: { a: { address: 10.0.0.1 } }\nconfig:\n  encrypt: { env: GOSSIP_KEY }\n',
  );
  const env = { GOSSIP_KEY: 'Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=' };
  await run(['render', 'secret.yaml', '--out', 'clone'], { cwd, env });
  rmSync(join(cwd, 'clone/a/etc/consul.d/10-secrets.json'));
  const check = () => run(['render', 'secret.yaml', '--out', 'clone', '--check'], { cwd, env });
  const { code, stdout } = await check();
  expect([code, stdout]).toEqual([0, expect.stringContaining('1 file with secrets not compared')]);
  rmSync(join(cwd, 'clone/a/etc/consul.d/consul.json'));
  expect((await check()).code).toBe(1);
});
