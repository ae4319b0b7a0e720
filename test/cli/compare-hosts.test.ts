/** `compare` of hosts and of whole estates: options with flags, and units. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.ts';

let cwd: string;
const manifest =
  'consul: "1.20"\nservers: { s1: { address: 10.0.0.1 }, s2: { address: 10.0.0.2 }, s3: { address: 10.0.0.3 } }\n';

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(join(cwd, path), change(readFileSync(join(cwd, path), 'utf8')));
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  put('cluster.yaml', manifest);
  await run(['render', '--out', 'old'], { cwd });
  cpSync(join(cwd, 'old'), join(cwd, 'new'), { recursive: true });
  edit('new/s1/etc/consul.d/consul.json', (text) => text.replace('10.0.0.1', '10.9.9.9'));
  edit('new/s2/etc/systemd/system/consul.service', (text) =>
    text.replace(/^User=.*$/m, 'User=root').replace(/^(ExecStart=.*)$/m, '$1 -log-level=debug'),
  );
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const compare = (...paths: string[]) => run(['compare', ...paths], { cwd });

test('a tree of nodes, node by node', async () => {
  const { code, stdout } = await compare('old', 'new');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^s1\n\nrolling bind_addr\n {2}"10\.0\.0\.1" → "10\.9\.9\.9"/m);
  expect(stdout).toMatch(/^s2\n/m);
  expect(stdout).not.toMatch(/^s3/m);
  expect(stdout).toMatch(/1 node runs as before\.\n$/);
});

test('a host, with the flags and directives of its unit', async () => {
  const { stdout } = await compare('old/s2', 'new/s2');
  expect(stdout).toMatch(/log_level\n.* → "debug"/);
  expect(stdout).toMatch(/restart Service\.User of the unit\n {2}"consul" → "root"/);
  expect(stdout).not.toMatch(/ExecStart/);
  expect(stdout).toMatch(/The servers must be restarted one by one\.\n$/);
  expect((await compare('old/s3', 'new/s3')).stdout).toBe('The agent runs as before.\n');
});

test('nodes that are new, and that are gone', async () => {
  cpSync(join(cwd, 'old'), join(cwd, 'third'), { recursive: true });
  renameSync(join(cwd, 'third/s3'), join(cwd, 'third/s4'));
  const { stdout } = await compare('old', 'third');
  expect(stdout).toMatch(/^s4 {2}new$/m);
  expect(stdout).toMatch(/^s3 {2}not there any more$/m);
  const data = JSON.parse((await compare('--json', 'old', 'third')).stdout);
  expect(data).toMatchObject({ added: ['s4'], removed: ['s3'] });
});

test('what a host sets by flags is not a change where another sets it in a file', async () => {
  put(
    'db/etc/consul.d/consul.json',
    '{"data_dir":"/opt/consul","encrypt":"c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg="}',
  );
  put(
    'db/etc/systemd/system/consul.service',
    '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -node db2 -bind 10.0.0.2\n',
  );
  put(
    'next/etc/consul.d/consul.json',
    '{"data_dir":"/opt/consul","node_name":"db2","bind_addr":"10.0.0.2","encrypt":"c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg="}',
  );
  put(
    'next/etc/systemd/system/consul.service',
    '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
  );
  put(
    'other/etc/systemd/system/consul.service',
    '[Service]\nExecStart=/usr/local/bin/consul agent -config-dir=/etc/consul.d\nEnvironment=CONSUL_HTTP_TOKEN=5e1f0c8a-7d1c-4a55-9f2c-0a1b2c3d4e5f\n',
  );
  cpSync(join(cwd, 'next/etc/consul.d'), join(cwd, 'other/etc/consul.d'), { recursive: true });
  expect((await compare('db', 'next')).stdout).toBe('The agent runs as before.\n');
  const { stdout } = await compare('next', 'other');
  expect(stdout).toMatch(
    /Service\.ExecStart of the unit\n {2}"\/usr\/bin\/consul agent" → "\/usr\/local\/bin\/consul agent"/,
  );
  expect(stdout).not.toMatch(/5e1f0c8a/);
});
