/** What follows from a manifest, and what overrides what. */
import { expect, test } from 'vitest';
import { isReference, type Reference } from '../../src/manifest/secrets/references.ts';
import type { Value } from '../../src/text/tree/value.ts';
import { configsOf, nodesOf } from './helpers.ts';

const three = 'consul: "1.16"\nservers: { a: { address: 10.0.0.1 }, b: { address: 10.0.0.2 }, c: }\n';

test('three servers: all of it derived', () => {
  const { a, c } = configsOf(three);
  expect(a).toEqual({
    node_name: 'a',
    datacenter: 'dc1',
    server: true,
    bootstrap_expect: 3,
    autopilot: { min_quorum: 2 },
    data_dir: '/var/lib/consul',
    bind_addr: '10.0.0.1',
    retry_join: ['10.0.0.2', 'c'],
  });
  expect(c).toMatchObject({ bind_addr: '{{ GetPrivateIP }}', retry_join: ['10.0.0.1', '10.0.0.2'] });
});

test('clients join the servers and wait for no others', () => {
  const { x } = configsOf(`${three}clients: [x]\n`);
  expect(x).toMatchObject({ server: false, retry_join: ['10.0.0.1', '10.0.0.2', 'c'] });
  expect(x).not.toHaveProperty('bootstrap_expect');
  expect(x).not.toHaveProperty('autopilot');
});

test('a lone server joins itself', () => {
  expect(configsOf('consul: "1.16"\nservers: [a]\n').a).toMatchObject({
    bootstrap_expect: 1,
    retry_join: ['a'],
  });
});

test('clients alone join whom the manifest names', () => {
  expect(configsOf('consul: "1.16"\nclients: [x]\nconfig: { retry_join: [elsewhere] }\n').x).toMatchObject({
    retry_join: ['elsewhere'],
  });
});

test.each<[what: string, node: string, expected: string]>([
  ['address', '{ address: 10.0.0.9 }', '10.0.0.9'],
  ['IPv6 address', '{ address: "fd00::9" }', '[fd00::9]'],
  ['host name', '{ address: b.example.org }', 'b.example.org'],
  ['name, where the address is a template', '{ address: "{{ GetPrivateIP }}" }', 'b'],
  ['advertised address', '{ address: 10.0.0.9, config: { advertise_addr: 192.0.2.1 } }', '192.0.2.1'],
  ['bound address', '{ config: { bind_addr: 10.0.0.8 } }', '10.0.0.8'],
  ['moved port', '{ address: 10.0.0.9, config: { ports: { serf_lan: 9301 } } }', '10.0.0.9:9301'],
  ['moved port of IPv6', '{ address: "fd00::9", config: { ports: { serf_lan: 9301 } } }', '[fd00::9]:9301'],
])('others join a node by its %s', (_, node, expected) => {
  expect(configsOf(`consul: "1.16"\nservers: { a: , b: ${node} }\n`).a).toMatchObject({
    retry_join: [expected],
  });
});

test('an agent bound to everything advertises its address', () => {
  const text = `${three}config: { bind_addr: 0.0.0.0 }\n`;
  expect(configsOf(text).a).toMatchObject({ bind_addr: '0.0.0.0', advertise_addr: '10.0.0.1' });
  expect(configsOf(text).c).toMatchObject({ advertise_addr: '{{ GetPrivateIP }}' });
});

test('replicas are not waited for', () => {
  const { a, b } = configsOf(
    'consul: "1.16"\nservers: { a: , b: { config: { read_replica: true } }, c: , d: }\n',
  );
  expect(a).toMatchObject({ bootstrap_expect: 3 });
  expect(b).toMatchObject({ bootstrap_expect: 3 });
});

test('general yields to special: common, role, datacenter, class, node', () => {
  const text = `consul: "1.16"
config: { log_level: ERR, node_meta: { a: common, z: common } }
server_config: { log_level: WARN, node_meta: { b: role } }
classes:
  big: { config: { node_meta: { c: class } } }
  odd: { config: { node_meta: { c: later } } }
datacenters:
  dc1:
    config: { node_meta: { b: dc } }
    servers:
      a: { class: [big, odd], config: { log_level: INFO, node_meta: { a: node } } }
      b:
`;
  const { a, b } = configsOf(text);
  expect(a).toMatchObject({ log_level: 'INFO', node_meta: { a: 'node', b: 'dc', c: 'later', z: 'common' } });
  expect(b).toMatchObject({ log_level: 'WARN', node_meta: { a: 'common', b: 'dc', z: 'common' } });
});

test('a list is replaced, not appended to', () => {
  const { a } = configsOf(`${three}server_config: { retry_join: [x] }\nconfig: { retry_join: [y, z] }\n`);
  expect(a).toMatchObject({ retry_join: ['x'] });
});

test('null takes away: what was given, and what is derived', () => {
  const { a } = configsOf(
    'consul: "1.16"\nconfig: { ports: { dns: 53, http: 80 } }\nservers: { a: { config: { retry_join: ~, ports: { dns: ~ } } }, b: }\n',
  );
  expect(a).not.toHaveProperty('retry_join');
  expect(a).toMatchObject({ ports: { http: 80 } });
});

test('a reference is replaced whole by another', () => {
  const { a } = Object.fromEntries(
    nodesOf(
      'consul: "1.16"\nconfig: { encrypt: { env: A } }\nservers: { a: { config: { encrypt: { file: b } } } }\n',
    ).map((node) => [node.name, node.config.members.get('encrypt')?.value]),
  );
  expect(a).toMatchObject({ kind: 'string', reference: { kind: 'file', path: 'b' } });
});

test('several datacenters: joined over the WAN, the first one is primary', () => {
  const text = `consul: "1.16"
datacenters:
  east: { servers: { a: { address: 10.1.0.1 } }, clients: [x] }
  West: { servers: { b: { address: 10.2.0.1, config: { advertise_addr_wan: 198.51.100.2 } } } }
`;
  const { a, b, x } = configsOf(text);
  expect(a).toMatchObject({
    datacenter: 'east',
    primary_datacenter: 'east',
    retry_join_wan: ['198.51.100.2'],
  });
  expect(b).toMatchObject({ datacenter: 'west', primary_datacenter: 'east', retry_join_wan: ['10.1.0.1'] });
  expect(x).toMatchObject({ primary_datacenter: 'east', retry_join: ['10.1.0.1'] });
  expect(x).not.toHaveProperty('retry_join_wan');
});

test('datacenters that meet through gateways do not join over the WAN', () => {
  const text = `consul: "1.16"
config: { connect: { enable_mesh_gateway_wan_federation: true } }
datacenters: { east: { servers: [a] }, west: { servers: [b] } }
`;
  expect(configsOf(text).a).not.toHaveProperty('retry_join_wan');
});

test('patroni: no agent leaves on a stop, and none is cleaned up', () => {
  const { a, x } = configsOf(`${three}clients: [x]\nprofile: patroni\n`);
  expect(a).toMatchObject({ leave_on_terminate: false, autopilot: { min_quorum: 3 } });
  expect(x).toMatchObject({ leave_on_terminate: false });
  expect(x).not.toHaveProperty('autopilot');
});

test('a preset yields to the manifest, and says why its values are as they are', () => {
  const [a] = nodesOf(`${three}profile: [production, patroni]\nconfig: { disable_update_check: false }\n`);
  expect(a?.reasons.get('performance.raft_multiplier')).toMatch(/default of 5/);
  expect(a?.reasons.has('disable_update_check')).toBe(false);
});

test('each node may run its own release', () => {
  const nodes = nodesOf('consul: "1.16"\nservers: { a: { consul: 1.20.2 }, b: }\n');
  expect(nodes.map(({ version }) => version)).toEqual(['1.20.2', '1.16']);
});

test('placeholders of references in options are replaced for each node, as those of acl are', () => {
  const [a, b] = nodesOf(`${three}config:
  encrypt: { generate: secrets/gossip.key }
  acl: { tokens: { agent: { generate: "secrets/{datacenter}/agent-{node}.token" } } }
  services: [{ name: web, token: { command: [get, "{role}", "{other}"] } }]
`);
  expect(referencesOf(a!.config)).toEqual([
    { kind: 'generate', path: 'secrets/gossip.key' },
    { kind: 'generate', path: 'secrets/dc1/agent-a.token' },
    { kind: 'command', argv: ['get', 'server', '{other}'] },
  ]);
  expect(referencesOf(b!.config)[1]).toEqual({ kind: 'generate', path: 'secrets/dc1/agent-b.token' });
});

/** The references of a node, in the order of its options. */
function referencesOf(value: Value): Reference[] {
  if (isReference(value)) return [value.reference];
  if (value.kind === 'list') return value.items.flatMap(referencesOf);
  return value.kind === 'object'
    ? [...value.members.values()].flatMap(({ value }) => referencesOf(value))
    : [];
}
