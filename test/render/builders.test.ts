/** Configuration from a script: what the compiler refuses, what is refused at run time, and what comes out. */
import { expect, expectTypeOf, test } from 'vitest';
import { renderCluster } from '../../src/library/render-cluster.ts';
import type { AgentConfig, ServerConfig } from '../../src/options/agent-config.ts';
import { agent, client, server } from '../../src/render/builders.ts';
import { cluster } from '../../src/render/cluster.ts';
import { ConsulCfgError } from '../../src/render/config-error.ts';
import { toHcl, toJson } from '../../src/render/print.ts';

const key = 'c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg=';

test('builders give plain data', () => {
  expect(server({ data_dir: '/x', log_level: undefined })).toEqual({ server: true, data_dir: '/x' });
  expect(client({})).toEqual({ server: false });
  expect(agent({ ports: { http: 8500 } })).toEqual({ ports: { http: 8500 } });
  expectTypeOf(server({})).toEqualTypeOf<ServerConfig>();
});

test('what was handed over is not changed, and not shared', () => {
  const given = { retry_join: ['a'], extra: { x: 1 } };
  const made = agent(given);
  (given.retry_join as string[]).push('b');
  expect(made).toEqual({ retry_join: ['a'], x: 1 });
  expect(given.extra).toEqual({ x: 1 });
});

test('extra is laid over the rest, unchecked', () => {
  expect(agent({ ports: { http: 1 }, extra: { ports: { fresh: 2 }, novel: [{}] } })).toEqual({
    ports: { http: 1, fresh: 2 },
    novel: [{}],
  });
});

test('a wrong name or type does not compile, and is refused at run time', () => {
  // @ts-expect-error: misspelt
  expect(() => server({ retry_joyn: ['a'] })).toThrow(
    'server(): Consul has no option retry_joyn; did you mean retry_join?',
  );
  // @ts-expect-error: a string for a list
  expect(() => client({ retry_join: 'a' })).toThrow('client(): retry_join must be a list');
  // @ts-expect-error: nested
  expect(() => agent({ ports: { http: '8500' } })).toThrow(/^agent\(\): ports\.http must be a port/);
  // @ts-expect-error: not modelled
  expect(() => agent({ novel: 1 })).toThrow(
    'agent(): Consul has no option novel; what is not modelled goes into extra',
  );
});

test('a value is named, a secret is not', () => {
  expect(() => agent({ retry_interval: '30 seconds' })).toThrow(/not "30 seconds"$/);
  expect(() => agent({ encrypt: 'hunter2' })).toThrow(/^(?!.*hunter2)agent\(\): encrypt must be /);
});

test('what belongs to the other role does not compile, and is refused', () => {
  // @ts-expect-error: a server
  expect(() => server({ server: false })).toThrow(/^server\(\): server must be true or left out here/);
  // @ts-expect-error: a client
  expect(() => client({ server: true })).toThrow(/^client\(\): server must be false or left out here/);
  // @ts-expect-error: of servers
  expect(() => client({ bootstrap_expect: 3 })).toThrow(/bootstrap_expect is an option of servers/);
  // @ts-expect-error: of servers
  expect(() => client({ bootstrap: true })).toThrow(/bootstrap is an option of servers/);
});

function issuesOf(work: () => unknown): ConsulCfgError['findings'] {
  try {
    work();
  } catch (error) {
    if (error instanceof ConsulCfgError) return error.findings;
    throw error;
  }
  return [];
}

test('all mistakes at once, each with its property', () => {
  const given = { retry_interval: '30 seconds', ports: { http: 'x' }, zz: 1 };
  expect(
    issuesOf(() => server(given as never)).map(({ rule, path, property }) => [rule, path, property]),
  ).toEqual([
    ['option/value', 'retry_interval', 'retry_interval'],
    ['option/type', 'ports.http', 'ports.http'],
    ['option/unknown', 'zz', 'zz'],
  ]);
  const estate = { consul: '1.20', servers: { a: { config: given, adress: 1 } }, config: { nope: 1 } };
  expect(
    issuesOf(() => cluster(estate as never))
      .map(({ property }) => property)
      .sort(),
  ).toEqual([
    'config.nope',
    'servers.a.adress',
    'servers.a.config.ports.http',
    'servers.a.config.retry_interval',
    'servers.a.config.zz',
  ]);
});

const circle: Record<string, unknown> = {};
circle.circle = circle;

test.each<[given: unknown, message: string]>([
  [undefined, 'agent(): must be given an object, not nothing'],
  [[], 'agent(): must be given an object, not a list'],
  [{ node_name: () => 'x' }, 'agent(): node_name is a function, which cannot be written to a file'],
  [{ ports: { http: Number.NaN } }, 'agent(): ports.http is NaN, which cannot be written to a file'],
  [{ ports: { http: 1n } }, 'agent(): ports.http is a bigint, which cannot be written to a file'],
  [{ retry_join: ['a', undefined] }, 'agent(): retry_join[1] is empty'],
  [circle, 'agent(): circle contains itself, or nests too deeply'],
  [{ extra: 5 }, 'agent(): extra must be an object of options'],
  [{ bogus: 1, bogus2: 2 }, 'agent(): 2 errors\n  Consul has no option bogus'],
])('%o', (given, message) => {
  expect(() => agent(given as AgentConfig)).toThrow(message);
});

test('text in both formats', () => {
  const config = server({ node_name: 'a', ui_config: { enabled: true }, retry_join: ['b'] });
  expect(JSON.parse(toJson(config))).toEqual(config);
  expect(toHcl(server({ node_name: 'a', retry_join: ['b'] }))).toBe(
    'server     = true\nnode_name  = "a"\nretry_join = ["b"]\n',
  );
});

const estate = cluster({
  consul: '1.16',
  servers: { a: { address: '10.0.0.1' }, b: null, c: {} },
  clients: ['x'],
  profile: 'patroni',
  config: { encrypt: key, extra: { novel: 1 } },
});

test('an estate is plain data, and its files are in memory', () => {
  expect(JSON.parse(JSON.stringify(estate))).toEqual(estate);
  const files = renderCluster(estate, { lint: 'off' });
  expect(files.map(({ path }) => path)).toContain('x/etc/consul.d/consul.json');
  expect(files.at(-1)?.path).toBe('RUNBOOK.md');
  const withKey = files.filter(({ content }) => content.includes(key));
  expect(withKey.map(({ path, secret }) => [path, secret])).toEqual(
    ['a', 'b', 'c', 'x'].map((node) => [`${node}/etc/consul.d/10-secrets.json`, true]),
  );
  expect(files[1]?.content).toContain('"novel": 1');
});

test('null takes a value away, a derived one too, at every level of an estate', () => {
  const given = {
    consul: '1.20' as const,
    servers: { a: { config: { ports: { dns: null }, retry_join: null } } },
    config: {
      autopilot: null,
      ports: { dns: 53, http: 8500 },
      acl: { tokens: null },
      extra: { novel: null },
    },
  };
  const estate = cluster(given);
  expect(estate).toEqual({ ...given, config: { ...given.config, extra: undefined, novel: null } });
  const [file] = renderCluster(estate, { lint: 'off' }).filter(({ path }) => path.endsWith('consul.json'));
  const written = JSON.parse(file!.content);
  expect(written).toMatchObject({ ports: { http: 8500 } });
  for (const name of ['autopilot', 'retry_join', 'novel']) expect(written).not.toHaveProperty(name);
  expect(written.ports).not.toHaveProperty('dns');
});

test('null is refused where it takes nothing away: in a list, and in the options of one agent', () => {
  const services = [{ name: 'web', checks: null }];
  expect(() => cluster({ consul: '1.20', servers: ['a'], config: { services } } as never)).toThrow(
    'services[0].checks must be a list',
  );
  expect(() => server({ autopilot: null } as never)).toThrow('autopilot must be an object');
});

test('TLS, access control and Patroni, tokens as they are written', () => {
  const token = '3c1d7e52-9a4b-4f60-8e7d-2b5a6c9f0d13';
  const files = renderCluster(
    cluster({
      consul: '1.20',
      servers: ['a', 'b', 'c'],
      profile: 'patroni',
      tls: { clients: 'auto_encrypt' },
      acl: { tokens: { agent: token } },
      federation: { primary: 'east' },
      patroni: { scope: ['x', 'y'], token },
    }),
  );
  const holders = files.filter(({ content }) => content.includes(token));
  expect(holders.map(({ path, secret }) => `${path} ${secret}`)).toEqual(
    ['consul.d/10-secrets.json', 'patroni/consul-token.yml'].flatMap((file) =>
      ['a', 'b', 'c'].map((node) => `${node}/etc/${file} true`),
    ),
  );
  expect(files.map(({ path }) => path)).toContain('acl/patroni-y.hcl');
});

test.each<[given: object, message: RegExp]>([
  [{ servers: ['a'] }, /^cluster\(\): `consul` is missing/],
  [
    { consul: '1.16', servers: { a: { adress: 'x' } } },
    /`adress` is not a key of `servers\.a`; did you mean `address`\?$/,
  ],
  [{ consul: '1.16', servers: ['../x'] }, /cannot be the name of a node/],
  [
    { consul: '1.16', servers: ['a'], server_config: { bogus: 1 } },
    /^cluster\(\): server_config\.bogus: Consul has no option bogus/,
  ],
  [
    { consul: '1.16', datacenters: { east: { servers: { a: { config: { server: 'yes' } } } } } },
    /^cluster\(\): datacenters\.east\.servers\.a\.config\.server: server must be true or false, not "yes"$/,
  ],
])('an estate that is refused: %j', (given, message) => {
  expect(() => cluster(given as never)).toThrow(message);
  expect(() => cluster(given as never)).not.toThrow(/\n/);
});

test('a path that no unit can name is refused when files are made', () => {
  const wrong = cluster({ consul: '1.16', servers: ['a'], config: { data_dir: 'relative' } });
  expect(() => renderCluster(wrong)).toThrow(
    /^renderCluster\(\): config\.data_dir: `data_dir` must be an absolute path/,
  );
});

const leak = 'Leak1234leak';

test.each([
  ['a token in a list', { services: [{ name: 'web', port: 80, token: leak }] }],
  ['a cloud key', { retry_join: [`provider=aws tag_key=a tag_value=b secret_access_key=${leak}`] }],
  ['a password in a URL', { checks: [{ name: 'c', http: `http://u:${leak}@h/`, interval: '10s' }] }],
  [
    'a password of a free map',
    {
      connect: {
        enabled: true,
        ca_config: { auth_method: { type: 'userpass', params: { password: leak } } },
      },
    },
  ],
])('%s goes into the file that is not committed', (_what, config) => {
  const files = renderCluster(cluster({ consul: '1.20', servers: ['a'], config }));
  const holders = files.filter(({ content }) => content.includes(leak));
  expect(holders.map(({ path, mode, secret }) => [path, mode, secret])).toEqual([
    ['a/etc/consul.d/10-secrets.json', 0o640, true],
  ]);
});

test.each<[place: string, config: AgentConfig]>([
  ['an item of a list', { services: [{ name: 'web', port: 80, token: 'a service token' }] }],
  [
    'a list in an item',
    {
      services: [
        {
          name: 'web',
          checks: [{ http: 'http://x', interval: '1s', header: { Authorization: ['a service token'] } }],
        },
      ],
    },
  ],
])('a literal secret in %s goes into the file of secrets, and no other', (_, config) => {
  const files = renderCluster(cluster({ consul: '1.20', servers: ['a'], config }), { lint: 'off' });
  const holders = files.filter(({ content }) => content.includes('a service token'));
  expect(holders.map(({ path, mode, secret }) => [path, mode, secret])).toEqual([
    ['a/etc/consul.d/10-secrets.json', 0o640, true],
  ]);
});
