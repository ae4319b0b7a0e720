/**
 * Records what agents that you provide answer about the keys and sessions of a Patroni, by the rights of the token:
 *
 *     unshare --map-root-user --net sh -c 'ip link set lo up && exec npx tsx scripts/record-patroni.ts 1.16=BINARY 1.20=BINARY 1.23=BINARY'
 *
 * The session and the keys are made as Patroni 4.1.5 makes them (dcs/consul.py). Written to test/corpus/live/patroni.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const management = '11111111-2222-3333-4444-555555555555';
const api = 'http://127.0.0.1:8500';
const target = join(import.meta.dirname, '../test/corpus/live/patroni');

interface Recorded {
  readonly status: number;
  readonly filtered?: true;
  readonly body: unknown;
}

/** Rules of the token that asks; undefined for none. */
const rights: Readonly<Record<string, string | undefined>> = {
  'keys and sessions':
    'key_prefix "service/" { policy = "read" }\nsession_prefix "" { policy = "read" }\nacl = "read"',
  keys: 'key_prefix "service/" { policy = "read" }',
  sessions: 'session_prefix "" { policy = "read" }',
  'one key': 'key "service/main/leader" { policy = "read" }',
  nothing: 'agent_prefix "" { policy = "read" }',
  anonymous: undefined,
  patroni: 'key_prefix "service/main/" { policy = "write" }\nsession_prefix "" { policy = "write" }',
};

async function send(method: string, path: string, token?: string, body?: string): Promise<Recorded> {
  const headers = token === undefined ? {} : { 'X-Consul-Token': token };
  const answer = await fetch(api + path, { method, headers, ...(body !== undefined && { body }) });
  const text = await answer.text();
  const isFiltered = answer.headers.get('x-consul-results-filtered-by-acls') === 'true';
  return {
    status: answer.status,
    ...(isFiltered && { filtered: true }),
    body: answer.status === 200 ? JSON.parse(text) : text.trim(),
  };
}

const put = async (path: string, body: unknown): Promise<Record<string, string>> =>
  (await send('PUT', path, management, typeof body === 'string' ? body : JSON.stringify(body)))
    .body as Record<string, string>;

/** Until there is a leader that has made the first token and registered its node. */
async function ready(): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const nodes = await send('GET', '/v1/catalog/nodes', management).catch(() => undefined);
    if (nodes?.status === 200 && JSON.stringify(nodes.body).includes('srv1')) return;
    await sleep(200);
  }
  throw new Error('no leader');
}

async function record(release: string): Promise<void> {
  await ready();
  const { ID: session = '' } = await put('/v1/session/create', {
    ...{ Name: 'main-pg1', Checks: [], LockDelay: '0.001s', Behavior: 'delete', TTL: '15.0s' },
  });
  const { ID: bare = '' } = await put('/v1/session/create', { Name: 'bare', TTL: '15s' });
  await put(`/v1/kv/service/main/leader?acquire=${session}`, 'pg1');
  await put(`/v1/kv/service/main/members/pg1?acquire=${session}`, '{}');
  await put('/v1/kv/service/main/config', '{"ttl":30,"loop_wait":10,"retry_timeout":10}');
  const tokens = new Map<string, { secret: string; accessor: string } | undefined>();
  for (const [name, rules] of Object.entries(rights)) {
    if (rules === undefined) {
      tokens.set(name, undefined);
      continue;
    }
    const { ID } = await put('/v1/acl/policy', { Name: name.replaceAll(' ', '-'), Rules: rules });
    const made = await put('/v1/acl/token', { Policies: [{ ID }] });
    tokens.set(name, { secret: made.SecretID!, accessor: made.AccessorID! });
  }
  const patroni = tokens.get('patroni')!;
  const paths = [
    '/v1/kv/service/main/leader',
    '/v1/kv/service/main/config',
    '/v1/kv/service/main/missing',
    '/v1/kv/service/main/members/?recurse',
    '/v1/kv/service/?keys&separator=/',
    '/v1/session/list',
    '/v1/session/node/srv1',
    '/v1/acl/token/self',
    `/v1/acl/token/${patroni.accessor}?expanded`,
  ];
  const found: Record<string, Record<string, Recorded>> = {};
  for (const [name, token] of tokens) {
    const answers: Record<string, Recorded> = {};
    for (const path of paths) answers[path] = await send('GET', path, token?.secret);
    found[name] = answers;
  }
  // What differs from run to run.
  const text = JSON.stringify(found, undefined, 1)
    .replaceAll(session, 'SESSION')
    .replaceAll(bare, 'BARE')
    .replaceAll(patroni.accessor, 'ACCESSOR')
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'UUID')
    .replaceAll(/"(Hash|CreateTime)": "[^"]*"/g, '"$1": ""')
    .replaceAll(/"(\w+Index)": \d+/g, '"$1": 0');
  writeFileSync(join(target, `${release}.json`), `${text}\n`);
}

mkdirSync(target, { recursive: true });
for (const word of process.argv.slice(2)) {
  const [release = '', binary = ''] = word.split('=');
  const base = mkdtempSync(join(tmpdir(), 'consul-patroni-'));
  const config = {
    ...{ server: true, bootstrap_expect: 1, data_dir: join(base, 'data'), node_name: 'srv1' },
    bind_addr: '127.0.0.1',
    performance: { raft_multiplier: 1 },
    acl: {
      enabled: true,
      default_policy: 'deny',
      tokens: { initial_management: management, agent: management },
    },
  };
  writeFileSync(join(base, 'agent.json'), JSON.stringify(config));
  const child = spawn(binary, ['agent', `-config-file=${join(base, 'agent.json')}`], { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.on('close', resolve));
  try {
    await record(release);
  } finally {
    child.kill('SIGKILL');
    await gone;
    rmSync(base, { recursive: true, force: true });
  }
}
