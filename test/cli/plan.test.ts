/** `plan`: what a manifest changes on every host, and the steps in their order. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RollOut } from '../../src/node.ts';
import { run } from '../support/run.ts';

let cwd: string;
const head = 'consul: "1.20"\nfirewall: { nftables: true }\n';
const servers =
  'servers: { s1: { address: 10.0.0.1 }, s2: { address: 10.0.0.2 }, s3: { address: 10.0.0.3 } }\n';
const clients = 'clients: { c1: { address: 10.0.0.4 }, c2: { address: 10.0.0.5 } }\n';
const config = 'config:\n  encrypt: { generate: gossip.key }\n';
const manifest = head + servers + clients + config;

const put = (text: string): void => writeFileSync(join(cwd, 'cluster.yaml'), text);
const plan = (...args: string[]) => run(['plan', ...args], { cwd });
const planned = async (text: string, ...args: string[]): Promise<RollOut> => {
  put(text);
  const { stdout, stderr } = await plan('--format', 'json', ...args);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
};
const stepsOf = ({ steps }: RollOut) =>
  steps.map(({ action, datacenter, nodes }) => `${action} ${datacenter}: ${nodes.join(' ')}`);

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  put(manifest);
  await run(['render'], { cwd });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test('what was rendered last is what there is', async () => {
  const { nodes, effort, steps } = await planned(manifest);
  expect(nodes.map(({ kind }) => kind)).toEqual(Array(5).fill('same'));
  expect([effort, steps]).toEqual(['none', []]);
  expect((await plan()).stdout).toBe('5 nodes as in rendered, 0 not.\n');
});

test('nodes that change alike are shown together, and the steps as the quorum bears them', async () => {
  put(`${manifest}  log_level: DEBUG\n  client_addr: 127.0.0.1 10.0.0.9\n  raft_protocol: 3\n`);
  const { stdout, code } = await plan();
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "s1, s2, s3: server in dc1, changed, the servers must be restarted one by one

    rolling client_addr
      (not set) → "127.0.0.1 10.0.0.9"
      it is read at start only; restart servers one by one, each when the one before has rejoined, so that the quorum holds

    reload  log_level
      (not set) → "DEBUG"
      \`consul reload\` takes it up

    none    raft_protocol
      (not set) → 3
      it is what the agent does anyway

    update  /etc/consul.d/consul.json
    update  /etc/nftables.d/consul.nft  (nft -f /etc/nftables.d/consul.nft)

    c1, c2: client in dc1, changed, the agent must be restarted

    restart client_addr
      (not set) → "127.0.0.1 10.0.0.9"
      it is read at start only

    reload  log_level
      (not set) → "DEBUG"
      \`consul reload\` takes it up

    none    raft_protocol
      (not set) → 3
      it is what the agent does anyway

    update  /etc/consul.d/consul.json
    update  /etc/nftables.d/consul.nft  (nft -f /etc/nftables.d/consul.nft)

    Steps

    1. restart in dc1: s1, s2, s3
       one server at a time, the leader last: copy the files, validate them, restart; go on when the cluster is healthy again, and stop where it is not
    2. restart in dc1: c1, c2
       after the servers, one client at a time; go on when the cluster is healthy again, and stop where it is not

    0 nodes as in rendered, 5 not.
    "
  `);
});

describe('steps', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['a reload', `${manifest}  log_level: DEBUG\n`, ['reload dc1: s1 s2 s3 c1 c2']],
    [
      'a restart, clients after servers',
      `${manifest}  disable_host_node_id: false\n`,
      ['restart dc1: s1 s2 s3', 'restart dc1: c1 c2'],
    ],
    [
      'a unit that changed',
      `${manifest}systemd: { service: { Nice: 5 } }\n`,
      ['restart dc1: s1 s2 s3', 'restart dc1: c1 c2'],
    ],
    [
      'what asks nothing of agents',
      manifest.replace('nftables: true', 'nftables: false'),
      ['copy dc1: s1 s2 s3 c1 c2'],
    ],
    [
      'what a running cluster keeps',
      `${manifest}  autopilot: { cleanup_dead_servers: false }\n`,
      ['copy dc1: s1 s2 s3 c1 c2', 'command dc1: s1 s2 s3'],
    ],
    [
      'what it keeps, next to a restart',
      `${manifest}  autopilot: { cleanup_dead_servers: false }\n  disable_host_node_id: false\n`,
      ['restart dc1: s1 s2 s3', 'restart dc1: c1 c2', 'command dc1: s1 s2 s3'],
    ],
    [
      'a client more and one less',
      head + servers + clients.replace('c2: { address: 10.0.0.5 }', 'c3: { address: 10.0.0.6 }') + config,
      ['copy dc1: s1 s2 s3 c1', 'start dc1: c3', 'leave dc1: c2'],
    ],
  ];
  test.each(cases)('%s', async (_, text, steps) => {
    expect(stepsOf(await planned(text))).toEqual(steps);
  });

  test('a second datacenter, whose servers wait for each other', async () => {
    const first = `  dc1:\n    ${servers.trim()}\n    ${clients.trim()}\n`;
    const second =
      '  dc2:\n    servers: { t1: { address: 10.1.0.1 }, t2: { address: 10.1.0.2 }, t3: { address: 10.1.0.3 } }\n    clients: { u1: { address: 10.1.0.4 } }\n';
    const steps = stepsOf(await planned(`${head}datacenters:\n${first}${second}${config}`));
    expect(steps).toContain('restart dc1: s1 s2 s3');
    expect(steps.filter((step) => step.includes('dc2'))).toEqual([
      'start together dc2: t1 t2 t3',
      'start dc2: u1',
    ]);
  });

  test('a server more and one less: first more, then less', async () => {
    const text =
      head + servers.replace('s3: { address: 10.0.0.3 }', 's4: { address: 10.0.0.7 }') + clients + config;
    expect(stepsOf(await planned(text))).toEqual([
      'start dc1: s4',
      'restart dc1: s1 s2',
      'restart dc1: c1 c2',
      'leave dc1: s3',
    ]);
  });
});

test('a drop-in over the unit of a package', async () => {
  const packaged = `${manifest}systemd: { drop_in: true }\n`;
  put(packaged);
  await run(['render', '--out', 'packaged'], { cwd });
  const changed = packaged.replace('drop_in: true', 'drop_in: true, service: { Nice: 5 }');
  expect(stepsOf(await planned(changed, '--against', 'packaged'))).toEqual([
    'restart dc1: s1 s2 s3',
    'restart dc1: c1 c2',
  ]);
});

test('files that are not of the agent say what takes them up', async () => {
  const { nodes } = await planned(manifest.replace('nftables: true', 'nftables: true, firewalld: true'));
  const files = nodes[0]!.files.filter(({ path }) => path.includes('firewalld'));
  expect(files.length).toBeGreaterThan(0);
  for (const { kind, asks } of files) expect([kind, asks]).toEqual(['create', 'firewall-cmd --reload']);
});

test('files that are not rendered any more', async () => {
  const { nodes } = await planned(manifest.replace('consul: "1.20"', 'consul: "1.20"\nformat: hcl'));
  expect(nodes[0]!.files.map(({ path, kind }) => `${kind} ${path}`)).toEqual(
    expect.arrayContaining(['create /etc/consul.d/consul.hcl', 'delete /etc/consul.d/consul.json']),
  );
  expect(nodes[0]!.effort).toBe('none');
});

test('secrets are compared and never shown', async () => {
  cpSync(join(cwd, 'gossip.key'), join(cwd, 'kept.key'));
  const before = readFileSync(join(cwd, 'gossip.key'), 'utf8').trim();
  const other = Buffer.alloc(32, 7).toString('base64');
  writeFileSync(join(cwd, 'gossip.key'), `${other}\n`);
  put(manifest);
  const texts = await Promise.all(['text', 'json', 'html'].map((format) => plan('--format', format)));
  for (const { stdout } of texts) {
    expect(stdout).toContain('encrypt');
    expect(stdout).not.toContain(before);
    expect(stdout).not.toContain(other);
  }
  cpSync(join(cwd, 'kept.key'), join(cwd, 'gossip.key'));
});

test('secrets that are not here are not compared, and none is made', async () => {
  const clone = join(cwd, 'clone');
  mkdirSync(clone);
  put(manifest);
  cpSync(join(cwd, 'cluster.yaml'), join(clone, 'cluster.yaml'));
  cpSync(join(cwd, 'rendered'), join(clone, 'rendered'), {
    recursive: true,
    filter: (path) => !/10-secrets|\.consul-cfg$/.test(path),
  });
  const { stdout } = await run(['plan'], { cwd: clone });
  expect(stdout).toBe(
    '5 nodes as in rendered, 0 not. 5 files with secrets not compared: they are not on this machine.\n',
  );
  expect(readdirSync(clone).sort()).toEqual(['cluster.yaml', 'rendered']);
});

describe('against another directory', () => {
  test('which lacks nodes: they are new, and all servers start together', async () => {
    const deployed = join(cwd, 'deployed');
    mkdirSync(join(deployed, 'old/etc/consul.d'), { recursive: true });
    writeFileSync(join(deployed, 'old/etc/consul.d/consul.hcl'), 'datacenter = "dc9"\nserver = true\n');
    expect(stepsOf(await planned(manifest, '--against', 'deployed'))).toEqual([
      'start together dc1: s1 s2 s3',
      'start dc1: c1 c2',
      'leave dc9: old',
    ]);
  });

  test('which is not there', async () => {
    expect(await plan('--against', 'nowhere')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('nowhere does not exist'),
    });
  });

  test('whose files no agent could have read', async () => {
    const broken = join(cwd, 'broken');
    cpSync(join(cwd, 'rendered'), broken, { recursive: true });
    writeFileSync(join(broken, 's1/etc/consul.d/consul.json'), '{ "server": true');
    expect(await plan('--against', 'broken')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('consul.json'),
    });
  });
});

test('a manifest that is refused', async () => {
  put(`${manifest}  log_level: LOUD\n`);
  expect(await plan()).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('log_level') });
});

test('the page asks nothing of the network and escapes names', async () => {
  put(`${manifest}  node_meta: { "<b>": "</script>" }\n`);
  const { stdout } = await plan('--format', 'html');
  expect(stdout).toMatch(/^<!doctype html>/);
  expect(stdout).not.toMatch(/<b>|<script|https?:|src=/);
});
