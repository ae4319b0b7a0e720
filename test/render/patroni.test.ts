/** The configuration of Patroni: its store, and its PostgreSQL where the manifest describes it. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { placeholders } from '../../src/app/render/placeholders.ts';
import { expand } from '../../src/manifest/expand.ts';
import type { OutFile } from '../../src/manifest/file.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { estateFiles } from '../../src/render/estate.ts';
import { fillNode } from '../../src/render/secrets.ts';
import { Source } from '../../src/text/source/source.ts';

function patroniFiles(text: string): Record<string, unknown> {
  const { manifest } = loadManifest(new Source('cluster.yaml', `consul: "1.16"\n${text}`));
  const files = estateFiles(expand(manifest!).nodes, manifest!).filter(({ path }) =>
    path.includes('/etc/patroni/'),
  );
  return Object.fromEntries(files.map(({ path, content }) => [path, parse(content)]));
}

const consul = (host: string) => ({ consul: { host, checks: [], register_service: false } });

test('on the servers where there are no clients, else on the clients', () => {
  expect(patroniFiles('servers: [a]\nprofile: patroni\n')).toEqual({
    'a/etc/patroni/consul.yml': consul('127.0.0.1:8500'),
  });
  expect(patroniFiles('servers: [a]\nclients: [x]\nprofile: patroni\n')).toEqual({
    'x/etc/patroni/consul.yml': consul('127.0.0.1:8500'),
  });
  expect(patroniFiles('servers: [a]\n')).toEqual({});
});

test.each<[config: string, host: string | undefined]>([
  ['{ ports: { http: 8555 } }', '127.0.0.1:8555'],
  ['{ client_addr: 0.0.0.0 }', '127.0.0.1:8500'],
  ['{ client_addr: "10.0.0.1 127.0.0.1" }', '10.0.0.1:8500'],
  ['{ addresses: { http: "::1" } }', '[::1]:8500'],
  ['{ client_addr: "x: {" }', undefined],
  ['{ ports: { http: -1 } }', undefined],
  ['{ addresses: { http: "unix:///run/consul.sock" } }', undefined],
  ['{ client_addr: "{{ GetPrivateIP }}" }', undefined],
])('the agent with %s', (config, host) => {
  const files = patroniFiles(`servers: [a]\nprofile: patroni\nconfig: ${config}\n`);
  expect(files['a/etc/patroni/consul.yml']).toEqual(host === undefined ? undefined : consul(host));
});

function filesOf(text: string): Map<string, OutFile> {
  const { manifest, findings } = loadManifest(new Source('cluster.yaml', `consul: "1.16"\n${text}`));
  const { nodes, findings: more } = expand(manifest!);
  expect([...findings, ...more]).toEqual([]);
  const filled = nodes.map((node) => fillNode(node, placeholders().text));
  return new Map(estateFiles(filled, manifest!).map((file) => [file.path, file]));
}

const two =
  'servers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.2 }, c: { address: 10.0.0.3 } }\nprofile: patroni\n';
const postgresql =
  '{ version: 17, data_dir: /pg/data, bin_dir: /pg/bin, superuser: { env: S }, replication: { env: R } }';

test('the profile sets what keeps the leader key on servers and on clients', () => {
  const files = filesOf(`${two}clients: [x]\n`);
  const config = (node: string) => JSON.parse(files.get(`${node}/etc/consul.d/consul.json`)!.content);
  expect(config('a')).toMatchObject({
    leave_on_terminate: false,
    autopilot: { min_quorum: 3 },
    performance: { raft_multiplier: 1 },
  });
  expect(config('x')).toMatchObject({ leave_on_terminate: false, skip_leave_on_interrupt: true });
});

test('Patroni stops before its agent, on its hosts only', () => {
  const files = filesOf(`${two}clients: { x: , y: { systemd: { drop_in: true } } }\n`);
  const unit = (path: string) => files.get(path)!.content;
  expect(unit('x/etc/systemd/system/consul.service')).toContain('\nBefore=patroni.service\n');
  expect(unit('y/etc/systemd/system/consul.service.d/10-consul-cfg.conf')).toContain(
    '\nBefore=patroni.service\n',
  );
  expect(unit('a/etc/systemd/system/consul.service')).not.toContain('patroni');
});

test.each<[packaging: string, paths: string[]]>([
  ['pip', ['etc/patroni/consul.yml']],
  ['pgdg', ['etc/patroni/consul.yml', 'etc/systemd/system/patroni.service.d/10-consul-cfg.conf']],
  ['debian', ['etc/patroni/dcs.yml', 'etc/systemd/system/patroni@.service.d/10-consul-cfg.conf']],
])('with Patroni from %s the store is where that reads it', (packaging, paths) => {
  const files = filesOf(`${two}patroni: { packaging: ${packaging} }\n`);
  const found = [...files.keys()].filter((path) => path.startsWith('a/') && path.includes('patroni'));
  expect(found).toEqual(paths.map((path) => `a/${path}`));
});

test("Debian's one file holds the token, for Patroni's group alone", () => {
  const file = filesOf(`${two}patroni: { packaging: debian, token: { env: T } }\n`).get(
    'a/etc/patroni/dcs.yml',
  )!;
  expect(file).toMatchObject({ mode: 0o640, owner: 'root:postgres', secret: true });
  expect(parse(file.content).consul.token).toMatch(/^[0-9a-f-]{36}$/);
});

test('a complete configuration: passwords in a file of their own, the parts complement each other', () => {
  const files = filesOf(`${two}patroni: { scope: main, postgresql: ${postgresql} }\n`);
  const main = files.get('a/etc/patroni/patroni.yml')!;
  const passwords = files.get('a/etc/patroni/passwords.yml')!;
  expect(main.secret).toBe(false);
  expect(passwords).toMatchObject({ mode: 0o640, owner: 'root:postgres', secret: true });
  expect(parse(main.content)).toMatchObject({
    scope: 'main',
    name: 'a',
    restapi: { listen: '10.0.0.1:8008', connect_address: '10.0.0.1:8008' },
    bootstrap: { dcs: { ttl: 30, loop_wait: 10, retry_timeout: 10, failsafe_mode: true } },
    postgresql: { listen: '127.0.0.1,10.0.0.1:5432', data_dir: '/pg/data', bin_dir: '/pg/bin' },
  });
  expect(parse(main.content).postgresql.pg_hba).toContain(
    'host replication replicator 10.0.0.3/32 scram-sha-256',
  );
  expect(parse(passwords.content).postgresql.authentication.superuser.password).toMatch(/./);
  expect(files.get('a/etc/systemd/system/patroni.service')!.content).toContain(
    'ExecStart=/usr/local/bin/patroni /etc/patroni\n',
  );
});

test("Debian's complete configuration is one secret file of its cluster", () => {
  const files = filesOf(`${two}patroni: { packaging: debian, postgresql: ${postgresql} }\n`);
  const file = files.get('a/etc/patroni/17-main.yml')!;
  expect(file).toMatchObject({ mode: 0o640, secret: true });
  expect(parse(file.content)).toMatchObject({
    scope: '17-main',
    namespace: '/postgresql-common/',
    consul: { host: '127.0.0.1:8500', checks: [] },
    postgresql: { authentication: { replication: { username: 'replicator' } } },
  });
});

test('the names that follow from register_service', () => {
  const { content } = filesOf(`${two}patroni: { scope: Main.1, register_service: true }\n`).get(
    'a/etc/patroni/consul.yml',
  )!;
  expect(content).toContain('primary.main-1.service.consul: the primary');
});

test.each<[patroni: string, message: RegExp]>([
  ['{ loop_wait: 10, retry_timeout: 11 }', /loop_wait \+ 2 \* retry_timeout is 32/],
  [`{ postgresql: ${postgresql} }`, /write its `scope`/],
  [
    '{ scope: m, postgresql: { version: 17, superuser: { env: A }, replication: { env: B } } }',
    /data_dir and bin_dir/,
  ],
  ['{ scope: m, postgresql: { version: 17, superuser: word, replication: { env: B } } }', /is a secret/],
])('`patroni: %s` is refused', (patroni, message) => {
  const { manifest, findings } = loadManifest(
    new Source('cluster.yaml', `consul: "1.16"\n${two}patroni: ${patroni}\n`),
  );
  const all = [...findings, ...(manifest ? expand(manifest).findings : [])];
  expect(all.map(({ message: text }) => text).join('\n')).toMatch(message);
});
