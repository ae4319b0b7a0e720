/** Files that start agents, from the outside: linted, explained, imported, fixed, switched off. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../support/run.ts';
import { writeTree } from './init/trees.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const compose = `x-consul: &consul
  image: hashicorp/consul:1.20.2
  environment:
    CONSUL_LOCAL_CONFIG: |
      { "leave_on_terminate": true, "encrypt": "\${KEY}" }
services:
  a:
    <<: *consul
    command: agent -server -bootstrap-expect=3 -retry-join=b -retry-join=c
  b:
    <<: *consul
    command: agent -server -bootstrap-expect=3 -retry-join=a -retry-join=c
  # consul-cfg-ignore storage/volatile-data-dir: for a demonstration
  c:
    <<: *consul
    command: agent -server -bootstrap-expect=3 -retry-join=a -retry-join=b
`;

const json = async (...args: string[]) => {
  const { stdout } = await run(['lint', '--format', 'json', ...args], { cwd });
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string; line: number }[] };
  return findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`);
};

test('the directory and the file are linted alike, and a comment ignores', async () => {
  writeTree(cwd, { 'docker-compose.yml': compose });
  const found = await json('.');
  expect(await json('docker-compose.yml')).toEqual(found);
  expect(found.filter((one) => one.startsWith('storage/'))).toEqual([
    'storage/volatile-data-dir docker-compose.yml:7',
    'storage/volatile-data-dir docker-compose.yml:10',
  ]);
  expect(found).toContain('quorum/leave-on-terminate docker-compose.yml:5');
  expect(found.filter((one) => one.startsWith('gossip/'))).toEqual([]);
});

test('a fix changes the configuration in the file, and nothing else', async () => {
  writeTree(cwd, { 'docker-compose.yml': compose });
  await run(['lint', '--fix', '.'], { cwd });
  expect(readFileSync(join(cwd, 'docker-compose.yml'), 'utf8')).toBe(
    compose.replace('"leave_on_terminate": true', '"leave_on_terminate": false'),
  );
});

test('grouping is explained', async () => {
  writeTree(cwd, { 'docker-compose.yml': compose });
  const { stdout } = await run(['lint', '--explain-grouping', '.'], { cwd });
  expect(stdout).toContain('b: docker-compose.yml:10 (the service b, image hashicorp/consul:1.20.2)');
});

test('the settings switch it off', async () => {
  writeTree(cwd, { 'docker-compose.yml': compose, 'consul-cfg.yaml': 'sources: { compose: false }\n' });
  const { stderr, code } = await run(['lint', '.'], { cwd });
  expect([code, stderr]).toEqual([3, expect.stringContaining('holds no Consul configuration')]);
});

test('the agents become the nodes of a manifest', async () => {
  writeTree(cwd, { 'docker-compose.yml': compose });
  const { stderr, code } = await run(['init', '--from', 'docker-compose.yml'], { cwd, stdin: '' });
  expect(code).toBe(0);
  expect(stderr).toContain('encrypt is filled in when the agent starts');
  expect(stderr).toContain('volumes and networks of this container');
  const manifest = readFileSync(join(cwd, 'cluster.yaml'), 'utf8');
  expect(manifest).toContain('consul: 1.20.2');
  expect(manifest).toContain('servers: [ a, b, c ]');
});

test('huge and hostile files end quickly', async () => {
  const level = (n: number): string =>
    `x-${n}: &x${n} [${Array(9)
      .fill(n ? `*x${n - 1}` : 'consul')
      .join(', ')}]\n`;
  writeTree(cwd, {
    'bomb.yml': `${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(level).join('')}services:\n  c: { image: consul, command: *x9 }\n`,
    'deep.yml': `services:\n  c:\n    image: consul\n    command: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
    'self.yml':
      'include: [self.yml]\nservices:\n  c: { image: consul, extends: d }\n  d: { image: consul, extends: c }\n',
    'large.yml': `services:\n  c:\n    image: consul\n    environment:\n${'      - A=b\n'.repeat(200_000)}`,
    'holes.yml': `services:\n  c:\n    image: consul\n    environment: { CONSUL_LOCAL_CONFIG: '${'$X'.repeat(100_000)}' }\n`,
    'binary.yml': `services:\n  c:\n    image: consul\0\x01\n`,
  });
  const start = process.cpuUsage();
  await run(['lint', '.'], { cwd });
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(20);
}, 120_000);
