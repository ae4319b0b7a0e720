/** `doctor` on a Patroni, by the rights of tokens, as agents of three releases answered (`scripts/record-patroni.ts`). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { doctor } from '../../src/node.ts';
import { healthy, listen, type Replayed } from '../support/replay.ts';

interface Recorded {
  readonly status: number;
  readonly filtered?: true;
  readonly body: unknown;
}

let cwd: string;
const running: Replayed[] = [];

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-patroni-'));
  writeFileSync(join(cwd, 'patroni.token'), 'patroni\n');
});
afterEach(async () => {
  rmSync(cwd, { recursive: true });
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});

/** @param own the rights of who looks; those of the token of Patroni are `patroni` */
async function look(release: string, own: string, patroni: string) {
  writeFileSync(
    join(cwd, 'cluster.yaml'),
    `consul: "${release}"\nprofile: patroni\npatroni: { scope: main }\nservers: [srv1, srv2, srv3]\nconfig: { performance: { raft_multiplier: 1 } }\n`,
  );
  const path = join(import.meta.dirname, `../corpus/live/patroni/${release}.json`);
  const recorded: Record<string, Record<string, Recorded>> = JSON.parse(readFileSync(path, 'utf8'));
  const cluster = healthy('srv1', release);
  const server = await listen((asked, response, token) => {
    if (Object.hasOwn(cluster, asked)) return response.end(JSON.stringify(cluster[asked]));
    const answer = recorded[token === 'patroni' ? patroni : own]![asked.replace('UUID', 'ACCESSOR')];
    response.statusCode = answer?.status ?? 404;
    if (answer?.filtered) response.setHeader('X-Consul-Results-Filtered-By-ACLs', 'true');
    response.end(answer?.status === 200 ? JSON.stringify(answer.body) : String(answer?.body ?? ''));
  });
  running.push(server);
  const options = { cwd, token: 'own', patroniTokenFile: 'patroni.token', env: {} };
  const report = await doctor('cluster.yaml', { ...options, agents: { srv1: server.address } });
  expect(server.requests.filter((line) => !line.startsWith('GET /v1/'))).toEqual([]);
  expect(server.requests.filter((line) => line.includes('with patroni')).length).toBeGreaterThan(0);
  const found = report.findings.filter(({ rule }) => !/drift|gossip/.test(rule));
  return { found: found.map(({ rule, message }) => [rule, message] as const), notes: report.notes };
}

describe.each(['1.16', '1.20', '1.23'])('%s', (release) => {
  test('all is shown, and the policy suffices', async () => {
    const { found, notes } = await look(release, 'keys and sessions', 'patroni');
    expect(found).toEqual([]);
    expect(notes).toEqual(['Patroni main: pg1 holds the leader key, by a session on srv1']);
  });

  test.each([
    ['nothing', /needs key_prefix "service\/main\/" = "read" and session_prefix "" = "read"$/],
    ['anonymous', /needs key_prefix "service\/main\/" = "read" and session_prefix "" = "read"$/],
    ['sessions', /needs key_prefix "service\/main\/" = "read" and session_prefix "" = "read"$/],
    ['keys', /needs session_prefix "" = "read"$/],
    ['one key', /needs session_prefix "" = "read"$/],
  ])('with rights to %s it says which are missing', async (own, message) => {
    const { found, notes } = await look(release, own, 'patroni');
    expect(found).toEqual([['live/no-rights', expect.stringMatching(message)]]);
    expect(notes.at(-1)).toContain('shown with acl = "read" only');
  });

  test('the token of Patroni is tried where its policies are not shown', async () => {
    const { found } = await look(release, 'keys', 'nothing');
    expect(found.map(([rule]) => rule)).toEqual([
      'live/patroni-token',
      'live/patroni-token',
      'live/no-rights',
    ]);
  });

  test('the token of Patroni is not there', async () => {
    const { found } = await look(release, 'keys and sessions', 'anonymous');
    expect(found).toEqual([['live/patroni-token', expect.stringContaining('does not know the token')]]);
  });
});
