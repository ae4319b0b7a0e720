/** `init --from` from the outside: what it takes over, what it tells, and what it never writes. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repository, run } from '../../support/run.ts';
import { writeTree } from './trees.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const from = (...args: string[]) => run(['init', '--from', ...args], { cwd, stdin: '' });
const manifest = (): string => readFileSync(join(cwd, 'cluster.yaml'), 'utf8');
/** Without the comments on top. */
const body = (): string => manifest().replace(/^#.*\n/gm, '');

const key = 'bm90LWEta2V5LWp1c3QtdGhpcnR5LXR3by1ieXRlcyE=';
const token = '6a1a94cd-5f0c-4b5e-9ef0-0cd6a7ec7c3f';
const others = (name: string): string[] => ['a', 'b', 'c'].filter((other) => other !== name);
const address = { a: '10.0.0.1', b: '10.0.0.2', c: '10.0.0.3' };

/** Three servers as somebody would have written them by hand. */
function server(name: 'a' | 'b' | 'c', more = ''): string {
  return `
node_name = "${name}"
data_dir = "/opt/consul"
server = true
bootstrap_expect = 3
bind_addr = "${address[name]}"
retry_join = [${others(name)
    .map((other) => `"${address[other as 'a']}"`)
    .join(', ')}]
encrypt = "${key}"
log_level = "WARN"
${more}`;
}

test('what all have is written once, what one has is written with it', async () => {
  writeTree(cwd, {
    'hosts/a/consul.hcl': server('a'),
    'hosts/b/consul.hcl': server('b', 'node_meta { rack = "2" }'),
    'hosts/c/consul.hcl': server('c'),
  });
  expect((await from('hosts', '--consul', '1.16')).code).toBe(0);
  expect(body()).toBe(`consul: "1.16"
datacenter: dc1
format: hcl

servers:
  a: { address: 10.0.0.1 }
  b: { address: 10.0.0.2, config: { node_meta: { rack: "2" } } }
  c: { address: 10.0.0.3 }

config:
  data_dir: /opt/consul
  encrypt: { file: secrets/gossip.key }
  log_level: WARN
  autopilot: null
`);
});

test.each([
  ['hcl', [], 'hcl'],
  ['hcl', ['--config-format', 'json'], 'json'],
  ['json', [], 'json'],
  ['json', ['--config-format', 'hcl'], 'hcl'],
])(
  'files of the hosts in %s, with the flags %j: the manifest has the format %s',
  async (found, flags, wanted) => {
    const text =
      found === 'hcl' ? server('a') : JSON.stringify({ node_name: 'a', server: true, data_dir: '/x' });
    writeTree(cwd, { [`hosts/a/consul.${found}`]: text });
    await from('hosts/a', '--consul', '1.16', ...flags);
    expect(/^format: (.*)$/m.exec(body())?.[1] ?? 'json').toBe(wanted);
  },
);

test('what most have is written for all, and who differs overrides it', async () => {
  writeTree(cwd, {
    'hosts/a/consul.hcl': server('a').replace('WARN', 'DEBUG'),
    'hosts/b/consul.hcl': server('b'),
    'hosts/c/consul.hcl': server('c'),
  });
  await from('hosts', '--consul', '1.16');
  expect(body()).toContain('a: { address: 10.0.0.1, config: { log_level: DEBUG } }');
  expect(body()).toContain('\n  log_level: WARN\n');
});

test('no secret is written into a manifest, and where each was is reported', async () => {
  writeTree(cwd, {
    'hosts/a/etc/consul.d/a.json': JSON.stringify({
      data_dir: '/opt/consul',
      encrypt: key,
      acl: { enabled: true, tokens: { agent: token } },
      retry_join: [`provider=aws secret_access_key=${token} tag_key=x tag_value=y`],
    }),
    'hosts/a/etc/consul.d/b.hcl': `service { name = "web" token = "${token}" }`,
  });
  const { code, stdout, stderr } = await from('hosts', '--consul', '1.16');
  expect(code).toBe(0);
  for (const text of [stdout, stderr, manifest()]) {
    expect(text).not.toContain(key);
    expect(text).not.toContain(token);
  }
  expect(stderr).toContain('hosts/a/etc/consul.d/a.json:1:37  info  import/secret');
  expect(stderr.match(/import\/secret/g)).toHaveLength(4);
  expect(stdout).toContain('next: put the secrets in their files');
  expect(existsSync(join(cwd, 'secrets'))).toBe(false);
});

test('--save-secrets puts them where the manifest says, for its owner alone', async () => {
  writeTree(cwd, { 'hosts/a/consul.hcl': server('a'), 'hosts/b/consul.hcl': server('b') });
  expect((await from('hosts', '--consul', '1.16', '--save-secrets')).code).toBe(0);
  expect(readFileSync(join(cwd, 'secrets/gossip.key'), 'utf8')).toBe(`${key}\n`);
  expect(statSync(join(cwd, 'secrets/gossip.key')).mode & 0o777).toBe(0o600);
});

test('hosts with different secrets have a file each', async () => {
  const withToken = (name: 'a' | 'b', last: string) =>
    server(name, `acl { enabled = true\n tokens { agent = "${token.slice(0, -1)}${last}" } }`);
  writeTree(cwd, { 'hosts/a/consul.hcl': withToken('a', '1'), 'hosts/b/consul.hcl': withToken('b', '2') });
  expect((await from('hosts', '--consul', '1.16')).code).toBe(0);
  expect(body()).toContain('file: secrets/a/acl-tokens-agent');
  expect(body()).toContain('file: secrets/b/acl-tokens-agent');
});

const unit = (start: string, more = ''): string =>
  `[Unit]\nDescription=Consul\n[Service]\nExecStart=${start}\nLimitNOFILE=131072\n${more}[Install]\nWantedBy=multi-user.target\n`;

test('a unit gives its flags, account, binary and limits', async () => {
  writeTree(cwd, {
    'hosts/a/etc/consul.d/a.hcl': 'data_dir = "/opt/consul"\n',
    'hosts/a/etc/systemd/system/consul.service': unit(
      '/usr/bin/consul agent -config-dir=/etc/consul.d -node=a -bind 10.0.0.1 -server -bootstrap-expect=1 -retry-join=a -log-json',
      'User=consul-agent\nRestart=always\n',
    ),
  });
  const { stderr } = await from('hosts', '--consul', '1.16');
  expect(body()).toContain('servers: { a: { address: 10.0.0.1 } }');
  expect(body()).toContain('binary: /usr/bin/consul');
  expect(body()).toContain('user: consul-agent');
  expect(body()).toContain('service: { LimitNOFILE: 131072 }');
  expect(body()).toContain('log_json: true');
  expect(stderr).toMatch(/import\/unit[\s\S]*Restart/);
});

test('what systemd fills in, and flags without an option, are reported and left out', async () => {
  writeTree(cwd, {
    'hosts/a/etc/consul.d/a.hcl': 'data_dir = "/opt/consul"\n',
    'hosts/a/etc/systemd/system/consul.service': unit(
      '/usr/bin/consul agent -config-dir=/etc/consul.d -node=%H -bind=$ADDRESS -dev',
    ),
  });
  const { code, stderr } = await from('hosts', '--consul', '1.16');
  expect(code).toBe(0);
  expect(stderr.match(/import\/unit-variable/g)).toHaveLength(2);
  expect(stderr).toContain('the flag -dev has no equivalent option');
  expect(stderr).toContain('runs the agent as root');
  expect(body()).not.toMatch(/%H|ADDRESS/);
});

test('the store of Patroni stays one', async () => {
  writeTree(cwd, {
    'hosts/a/etc/consul.d/consul.hcl': server('a'),
    'hosts/a/etc/patroni/consul.yml': 'consul: { host: "127.0.0.1:8500" }\n',
  });
  await from('hosts', '--consul', '1.16');
  expect(body()).toContain('profile: patroni');
});

test('what the profile of Patroni protects is left to it, and reported', async () => {
  const own = 'leave_on_terminate = true\nperformance { raft_multiplier = 5 }\n';
  for (const name of ['a', 'b', 'c'] as const)
    writeTree(cwd, { [`hosts/${name}/etc/consul.d/consul.hcl`]: server(name, own) });
  const { stderr } = await from('hosts', '--consul', '1.16', '--profile', 'patroni');
  expect(body()).not.toMatch(/leave_on_terminate|autopilot|performance/);
  expect(stderr.replace(/\s+/g, ' ')).toContain(
    'leave_on_terminate = true is not in the manifest, since profile: patroni sets false; to keep it, write it under config (and the same in 2 more)',
  );
  await from('hosts', '--consul', '1.16', '--force');
  expect(body()).toMatch(/leave_on_terminate: true/);
});

test('two nodes with one short value in common form no class', async () => {
  writeTree(cwd, {
    'hosts/a/consul.hcl': server('a', 'log_json = true'),
    'hosts/b/consul.hcl': server('b', 'log_json = true'),
    'hosts/c/consul.hcl': server('c'),
  });
  expect((await from('hosts', '--consul', '1.16')).code).toBe(0);
  expect(body()).not.toContain('class');
  expect(body()).toContain('b: { address: 10.0.0.2, config: { log_json: true } }');
});

test('a word as long as a key is no secret', async () => {
  const word = 'DEDICATED_TO_THE_REPORTING_TEAMS';
  writeTree(cwd, { 'hosts/a/consul.hcl': server('a', `node_meta { owner = "${word}" }`) });
  expect((await from('hosts', '--consul', '1.16')).code).toBe(0);
  expect(body()).toContain(`owner: ${word}`);
});

test('nodes with much in common form a class', async () => {
  const client = (name: string, more: string): string =>
    `node_name = "${name}"\ndata_dir = "/opt/consul"\nretry_join = ["10.0.0.9"]\n${more}`;
  const web = 'log_level = "DEBUG"\nenable_syslog = true\nlog_json = true\nports { dns = 53 }\n';
  writeTree(cwd, {
    ...Object.fromEntries(['web1', 'web2', 'web3'].map((name) => [`hosts/${name}/c.hcl`, client(name, web)])),
    ...Object.fromEntries(
      ['db1', 'db2', 'db3', 'db4'].map((name) => [`hosts/${name}/c.hcl`, client(name, '')]),
    ),
  });
  await from('hosts', '--consul', '1.16');
  expect(body()).toMatch(/web1: \{ class: web \}/);
  expect(body()).toContain('db1: null');
  expect(body()).toContain('  web:\n    config:');
});

test.each<
  [
    what: string,
    files: Readonly<Record<string, string>>,
    args: readonly string[],
    code: number,
    reported: RegExp,
  ]
>([
  ['no release', { 'h/a.hcl': server('a') }, ['h'], 2, /name the release that the hosts run/],
  [
    'an unknown release',
    { 'h/a.hcl': server('a') },
    ['h', '--consul', '9.9'],
    2,
    /Consul 9\.9 is newer than/,
  ],
  ['nothing there', {}, ['h', '--consul', '1.16'], 3, /h does not exist/],
  ['nothing of Consul', { 'h/readme.md': '' }, ['h', '--consul', '1.16'], 3, /holds no Consul configuration/],
  ['a manifest', { 'c.yaml': 'consul: "1.16"' }, ['c.yaml', '--consul', '1.16'], 2, /is a manifest already/],
  [
    'broken files',
    { 'h/a.hcl': 'server = = true' },
    ['h', '--consul', '1.16'],
    1,
    /would not read these files/,
  ],
  [
    'unknown options',
    { 'h/a.hcl': 'serverr = true\ndata_dir = "/x"' },
    ['h', '--consul', '1.16'],
    1,
    /option\/unknown/,
  ],
  [
    'two nodes of one name',
    { 'h/x/a.hcl': server('a'), 'h/y/a.hcl': server('a') },
    ['h', '--consul', '1.16'],
    1,
    /two of the nodes have the name a/,
  ],
])('refuses %s', async (_what, files, args, code, reported) => {
  writeTree(cwd, files);
  const ran = await from(...args);
  expect(ran.stderr).toMatch(reported);
  expect(ran.code).toBe(code);
  expect(existsSync(join(cwd, 'cluster.yaml'))).toBe(false);
});

test('a file in the way stays, and no secret is written next to it', async () => {
  writeTree(cwd, { 'hosts/a/consul.hcl': server('a'), 'cluster.yaml': 'mine\n' });
  const ran = await from('hosts', '--consul', '1.16', '--save-secrets');
  expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('--force overwrites it') });
  expect(manifest()).toBe('mine\n');
  expect(existsSync(join(cwd, 'secrets'))).toBe(false);
});

test('what lint calls an error of the hosts is reported, since render will refuse it', async () => {
  writeTree(cwd, {
    'hosts/a/consul.hcl': server('a', 'client_addr = "0.0.0.0"\nenable_script_checks = true'),
    'hosts/b/consul.hcl': server('b'),
    'hosts/c/consul.hcl': server('c'),
  });
  const { code, stdout } = await from('hosts', '--consul', '1.16');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /render refuses it for \d errors? that the hosts have too: consul-cfg lint cluster\.yaml\n$/,
  );
});

test('hostile names and texts come through, or are refused, and never crash', async () => {
  writeTree(cwd, {
    'hosts/-/etc/consul.d/a.json': JSON.stringify({
      data_dir: '/x',
      node_name: '../../etc',
      log_level: 'INFO',
    }),
    'hosts/b b/etc/consul.d/a.json':
      '{"data_dir":"/x","node_meta":{"__proto__":"x","constructor":"y","a.b":"{{ z }}\\n- q: 1","null":"~"}}',
    'hosts/c/etc/consul.d/a.hcl':
      'data_dir = "/x"\nservice { name = "<<EOF" tags = ["*a", "&b", "!c", "# d", "\\u2028"] }',
  });
  const ran = await from('hosts', '--consul', '1.16');
  expect(ran.code).toBe(0);
  expect(await run(['render', 'cluster.yaml', '--out', 'out', '--no-lint'], { cwd })).toMatchObject({
    code: 0,
  });
});

test('an environment with a key in it is not taken over', async () => {
  writeTree(cwd, {
    'hosts/a/etc/consul.d/a.hcl': 'data_dir = "/opt/consul"\nnode_name = "a"\n',
    'hosts/a/etc/systemd/system/consul.service': unit(
      '/usr/bin/consul agent -config-dir=/opt/consul.d -config-dir=/etc/consul.d',
      `User=consul\nEnvironment=GOMAXPROCS=2 CONSUL_HTTP_TOKEN=${token}\nEnvironment=MY_KEY=abc\n`,
    ),
  });
  const { stderr } = await from('hosts', '--consul', '1.16');
  expect(manifest()).not.toMatch(/abc|6a1a94cd/);
  expect(stderr).not.toContain(token);
  expect(stderr).toContain('this unit reads /opt/consul.d; the rendered one reads /etc/consul.d');
});

test('a unit whose agent writes where no unit can let it', async () => {
  writeTree(cwd, {
    'hosts/a/etc/consul.d/a.hcl': 'data_dir = "C:\\\\consul"\nnode_name = "a"\n',
    'hosts/a/etc/systemd/system/consul.service': unit('/usr/bin/consul agent -config-dir=/etc/consul.d'),
  });
  expect(await from('hosts', '--consul', '1.16')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('import/refused'),
  });
});

test('a unit that a package brings stays, and a drop-in changes it', async () => {
  writeTree(cwd, {
    'hosts/a/etc/consul.d/a.hcl': 'data_dir = "/opt/consul"\nnode_name = "a"\nretry_join = ["a"]\n',
    'hosts/a/usr/lib/systemd/system/consul.service': unit(
      '/usr/bin/consul agent -config-dir=/etc/consul.d/',
      'User=consul\nGroup=consul\nType=notify\n',
    ),
  });
  expect((await from('hosts', '--consul', '1.16')).code).toBe(0);
  expect(body()).toContain('systemd: { drop_in: true }');
  expect(await run(['render', 'cluster.yaml', '--out', 'out', '--no-lint'], { cwd })).toMatchObject({
    code: 0,
  });
  expect(existsSync(join(cwd, 'out/a/etc/systemd/system/consul.service.d/10-consul-cfg.conf'))).toBe(true);
});

test('the example with a packaged unit', async () => {
  const ran = await run(
    ['init', '--from', join(repository, 'examples/packaged-unit/out'), '--consul', '1.20'],
    { cwd },
  );
  expect(ran.code).toBe(0);
  expect(body()).toContain('systemd: { drop_in: true }');
});

test('several clusters are named, and none is written', async () => {
  writeTree(cwd, {
    'prod/a/consul.hcl': server('a'),
    'prod/b/consul.hcl': server('b'),
    'test/c/consul.hcl': server('c').replaceAll('10.0.0.', '10.9.0.'),
  });
  const several = await from('.', '--consul', '1.16');
  expect([several.code, existsSync(join(cwd, 'cluster.yaml'))]).toEqual([2, false]);
  expect(several.stderr).toMatch(/2 clusters[\s\S]*prod\/a[\s\S]*test\/c/);
  expect((await from('prod/a', 'prod/b', '--consul', '1.16')).code).toBe(0);
});

test.each(['estate', 'estate.json', 'made/'])(
  'nothing is written into %s, which no command takes for a manifest',
  async (out) => {
    writeTree(cwd, { 'hosts/a/etc/consul.d/consul.hcl': server('a') });
    const { code, stderr, stdout } = await from('hosts', '--consul', '1.20', '--out', out);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`--out names the manifest, a file that ends in .yaml, not ${out}`);
    expect(existsSync(join(cwd, out))).toBe(false);
  },
);

test('a sandbox that the rendered unit adds is listed, and one that the host has is not', async () => {
  const unit = (more: string): string =>
    `[Service]\nUser=consul\n${more}ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n`;
  writeTree(cwd, {
    'bare/etc/consul.d/consul.hcl': server('a'),
    'bare/etc/systemd/system/consul.service': unit('ExecStartPre=/usr/local/bin/prepare\n'),
  });
  const { stderr } = await from('bare', '--consul', '1.20');
  expect(stderr.replace(/\s+/g, ' ')).toMatch(
    /keeps the agent, and what ExecStartPre and script checks start, from more .* PrivateUsers, NoNewPrivileges, ProtectSystem, .* set anew under systemd\.service/,
  );
  await run(['render', 'cluster.yaml', '--out', 'out', '--no-lint'], { cwd });
  rmSync(join(cwd, 'cluster.yaml'));
  expect((await from('out', '--consul', '1.20')).stderr).not.toContain('keeps the agent');
});
