/** What lint reads back from the files of a target is the agents of the manifest. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isFailed } from '../../../src/app/failure.ts';
import { nodesIn, openSession } from '../../../src/app/lint/session.ts';
import { machineFiles } from '../../../src/app/machine/files.ts';
import { noSettings } from '../../../src/app/settings/load.ts';
import type { Node } from '../../../src/subjects/subjects.ts';
import { toPlain } from '../../../src/text/tree/value.ts';
import { run } from '../../support/run.ts';

let cwd: string;

const manifest = `consul: "1.20"
profile: patroni
patroni: { token: { generate: secrets/patroni.token } }
acl: { tokens: { agent: { generate: "secrets/agent-{node}.token" } } }
servers: { s1: { address: 10.0.0.1 }, s2: { address: 10.0.0.2 }, s3: { address: 10.0.0.3 } }
clients: { c1: { address: 10.0.0.4 }, c2: {} }
config:
  encrypt: { generate: secrets/gossip.key }
  ui_config: { enabled: true }
  node_meta: { motto: "it's: \\"so\\" # no" }
`;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  writeFileSync(join(cwd, 'cluster.yaml'), manifest);
  for (const target of [[], ['--for', 'cloud-init'], ['--for', 'compose']]) {
    const { code, stderr } = await run(['render', ...target, '--no-lint'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
  }
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

async function agentsIn(path: string): Promise<Record<string, unknown>> {
  const session = await openSession({ paths: [path], files: machineFiles(cwd), loaded: noSettings });
  if (isFailed(session)) throw new Error(`nothing was read in ${path}`);
  return Object.fromEntries(nodesIn(session.found).map((node: Node) => [node.name, plainOf(node)]));
}

const plainOf = ({ config, version }: Node) => ({ version, ...(toPlain(config.resolved!) as object) });

test('user data: every agent as in the files of its host', async () => {
  const rendered = await agentsIn('rendered');
  expect(Object.keys(rendered)).toHaveLength(5);
  expect(await agentsIn('rendered-cloud-init')).toEqual(rendered);
});

describe('a compose file', () => {
  test('every agent as in the files of its host, but what is listed', async () => {
    const rendered = JSON.stringify(await agentsIn('rendered'));
    const moved = rendered.replace(/10\.0\.0\.(\d)/g, '10.203.1.$1');
    const expected = JSON.parse(moved);
    expected.s1.addresses = { http: '0.0.0.0' };
    expected.c2.bind_addr = '10.203.1.5';
    expect(await agentsIn('rendered-compose')).toEqual(expected);
    const listed = read('rendered-compose/compose.yaml')
      .match(/^ *# .*$/gm)!
      .join('\n');
    for (const [from, to] of ['1', '2', '3', '4'].map((n) => [`10.0.0.${n}`, `10.203.1.${n}`]))
      expect(listed).toContain(`${from} is ${to}`);
    expect(listed).toContain('addresses.http is 0.0.0.0');
  });

  test('one port of one UI is open to this machine, and no other', () => {
    const { services } = parse(read('rendered-compose/compose.yaml'));
    const ports = Object.values<{ ports?: string[] }>(services).flatMap((service) => service.ports ?? []);
    expect(ports).toEqual(['127.0.0.1:8500:8500']);
  });
});

test('a secret is in no file that others may read, here and on the machine', () => {
  const secrets = readdirSync(join(cwd, 'secrets'))
    .filter((name) => !name.startsWith('.'))
    .map((name) => read(`secrets/${name}`).trim());
  expect(secrets.length).toBeGreaterThan(2);
  for (const folder of ['rendered-cloud-init', 'rendered-compose']) {
    const holding = readdirSync(join(cwd, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter(
        (path) => statSync(join(cwd, path)).isFile() && secrets.some((secret) => read(path).includes(secret)),
      );
    expect(holding.length).toBeGreaterThanOrEqual(5);
    for (const path of holding) expect(statSync(join(cwd, path)).mode & 0o077).toBe(0);
  }
  for (const node of ['s1', 'c2']) {
    const { write_files: files } = parse(read(`rendered-cloud-init/${node}/user-data`));
    for (const { content, permissions, owner } of files)
      if (secrets.some((secret) => content.includes(secret)))
        expect([permissions, owner]).toEqual(['0640', 'root:consul']);
  }
});

test('lint finds nothing in either that it does not find in the files of hosts', async () => {
  const rulesIn = async (path: string): Promise<string[]> => {
    const { stdout } = await run(['lint', path, '--format', 'json'], { cwd });
    const { findings }: { findings: { rule: string }[] } = JSON.parse(stdout);
    return [...new Set(findings.map(({ rule }) => rule))].sort();
  };
  const rendered = await rulesIn('rendered');
  for (const path of ['rendered-cloud-init', 'rendered-compose'])
    expect((await rulesIn(path)).filter((rule) => !rendered.includes(rule))).toEqual([]);
});
