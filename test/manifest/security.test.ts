/** What `tls`, `acl` and `federation` mean for each node. */
import { expect, test } from 'vitest';
import { configsOf, nodesOf, problemsIn } from './helpers.ts';

const three = 'consul: "1.16"\nservers: { a: { address: 10.0.0.1 }, b: , c: }\n';
const withClient = `${three}clients: [x]\n`;
const two =
  'consul: "1.16"\ndatacenters: { east: { servers: [a, b, c] }, west: { servers: [d, e, f], clients: [x] } }\n';

test('tls: a certificate for every node, and everything verified but who calls HTTPS', () => {
  expect(configsOf(`${withClient}tls: {}\n`).a).toMatchObject({
    tls: {
      defaults: {
        ca_file: '/etc/consul.d/tls/ca.pem',
        cert_file: '/etc/consul.d/tls/a.pem',
        key_file: '/etc/consul.d/tls/a-key.pem',
        verify_outgoing: true,
      },
      internal_rpc: { verify_incoming: true, verify_server_hostname: true },
    },
    ports: { https: 8501, grpc_tls: 8503 },
  });
  expect(configsOf(`${withClient}tls: {}\n`).x).toMatchObject({
    tls: { defaults: { cert_file: '/etc/consul.d/tls/x.pem' }, internal_rpc: { verify_incoming: true } },
    ports: { https: 8501 },
  });
});

test('tls: placeholders', () => {
  const tls = '{ ca: "/a/{domain}.pem", cert: "/b/{datacenter}/{role}-{node}.pem", key: "/c/{node}.key" }';
  const { x } = configsOf(`${withClient}config: { domain: example.org. }\ntls: ${tls}\n`);
  expect(x).toMatchObject({
    tls: {
      defaults: { ca_file: '/a/example.org.pem', cert_file: '/b/dc1/client-x.pem', key_file: '/c/x.key' },
    },
  });
});

test('tls: clients without files, by auto_encrypt', () => {
  const { a, x } = configsOf(`${withClient}tls: { clients: auto_encrypt }\n`);
  expect(a).toMatchObject({ auto_encrypt: { allow_tls: true }, ports: { https: 8501 } });
  expect(x).toMatchObject({
    auto_encrypt: { tls: true },
    tls: {
      defaults: { ca_file: '/etc/consul.d/tls/ca.pem', verify_outgoing: true },
      internal_rpc: { verify_server_hostname: true },
    },
  });
  expect(JSON.stringify(x)).not.toMatch(/cert_file|key_file|verify_incoming|https/);
});

test('tls: clients without files, by auto_config', () => {
  const tls = '{ clients: auto_config, intro_token_file: "/etc/consul.d/{node}.jwt" }';
  const { a, x } = configsOf(`${withClient}server_config: { ports: { server: 9300 } }\ntls: ${tls}\n`);
  expect(a).toMatchObject({ auto_config: { authorization: { enabled: true } } });
  expect(x).toMatchObject({
    auto_config: {
      enabled: true,
      intro_token_file: '/etc/consul.d/x.jwt',
      server_addresses: ['10.0.0.1:9300', 'b:9300', 'c:9300'],
    },
  });
});

test.each<[what: string, more: string, expected: object]>([
  ['another HTTPS port', 'tls: { https: 9501 }', { ports: { https: 9501, grpc_tls: 8503 } }],
  ['no HTTPS', 'tls: { https: false }', { ports: { grpc_tls: 8503 } }],
  [
    'certificates of callers asked for',
    'tls: { verify_incoming_https: true }',
    { tls: { https: { verify_incoming: true }, grpc: { verify_incoming: true } } },
  ],
  [
    'what the options say otherwise',
    'tls: {}\nserver_config: { tls: { defaults: { cert_file: /x.pem } }, ports: { https: 1, grpc_tls: ~ } }',
    {
      tls: { defaults: { cert_file: '/x.pem', key_file: '/etc/consul.d/tls/a-key.pem' } },
      ports: { https: 1 },
    },
  ],
])('tls: %s', (_, more, expected) => {
  const { a } = configsOf(`${three}${more}\n`);
  expect(a).toMatchObject(expected);
  if ('ports' in expected) expect(a).toHaveProperty('ports', expected.ports);
});

test('tls: the plain gRPC port of a client brings the one with TLS along', () => {
  const { x } = configsOf(`${withClient}tls: {}\nclient_config: { ports: { grpc: 8502 } }\n`);
  expect(x).toMatchObject({ ports: { grpc: 8502, grpc_tls: 8503 } });
});

test('tls: every value has its reason', () => {
  const [a] = nodesOf(`${three}tls: {}\nacl: {}\n`);
  const paths = [...a!.reasons.keys()].filter((path) => /^(tls|acl|ports)\./.test(path));
  expect(paths).toHaveLength(11);
});

test('acl: on, denying, and keeping what the API sets; null takes that away', () => {
  expect(configsOf(`${withClient}acl: {}\n`).x).toMatchObject({
    acl: { enabled: true, default_policy: 'deny', enable_token_persistence: true },
  });
  const acl = '{ default_policy: allow, enable_token_persistence: ~, token_ttl: 2m }';
  expect(configsOf(`${three}acl: ${acl}\n`).a).toHaveProperty('acl', {
    enabled: true,
    default_policy: 'allow',
    token_ttl: '2m',
  });
});

const references = (text: string, option: string): Record<string, unknown> =>
  Object.fromEntries(
    nodesOf(text).map(({ name, config }) => {
      const acl = config.members.get('acl')?.value;
      const tokens = acl?.kind === 'object' ? acl.members.get('tokens')?.value : undefined;
      const token = tokens?.kind === 'object' ? tokens.members.get(option)?.value : undefined;
      return [name, token && 'reference' in token ? token.reference : undefined];
    }),
  );

test('acl: each node has its own token', () => {
  const text = `${withClient}acl: { tokens: { agent: { generate: "secrets/{role}-{node}" }, default: { env: "T_{datacenter}" } } }\n`;
  expect(references(text, 'agent')).toMatchObject({
    a: { path: 'secrets/server-a' },
    x: { path: 'secrets/client-x' },
  });
  expect(references(text, 'default')).toMatchObject({ a: { name: 'T_dc1' } });
});

test('acl: tokens go where they are needed', () => {
  const text = `${two}acl: { tokens: { initial_management: { env: A }, replication: { env: B }, dns: { env: C } } }\n`;
  const has = (option: string, release = '1.16') =>
    Object.entries(references(text.replace('1.16', release), option)).flatMap(([name, found]) =>
      found ? name : [],
    );
  expect(has('initial_management')).toEqual(['a', 'b', 'c']);
  expect(has('replication')).toEqual(['d', 'e', 'f']);
  // Consul knows it since 1.17.
  expect(has('dns')).toEqual([]);
  expect(has('dns', '1.17')).toHaveLength(7);
  expect(configsOf(text).d).toMatchObject({ acl: { enable_token_replication: true } });
  expect(configsOf(text).a).not.toHaveProperty('acl.enable_token_replication');
  expect(configsOf(text).x).not.toHaveProperty('acl.enable_token_replication');
});

test('federation: through mesh gateways, with the primary named', () => {
  const text = `${two}tls: {}\nfederation: { primary: West, via: mesh_gateways, primary_gateways: ["192.0.2.1:8443"] }\n`;
  const { a, d, x } = configsOf(text);
  expect(a).toMatchObject({
    primary_datacenter: 'west',
    primary_gateways: ['192.0.2.1:8443'],
    connect: { enabled: true, enable_mesh_gateway_wan_federation: true },
  });
  expect(a).not.toHaveProperty('retry_join_wan');
  expect(d).not.toHaveProperty('primary_gateways');
  expect(x).toHaveProperty('connect', { enabled: true });
  expect(x).not.toHaveProperty('primary_gateways');
});

test('federation: over the WAN by default; the primary may be in another manifest', () => {
  expect(configsOf(`${two}federation: { primary: west }\n`).a).toMatchObject({
    primary_datacenter: 'west',
    retry_join_wan: ['d', 'e', 'f'],
  });
  const acl = 'acl: { tokens: { replication: { env: A } } }';
  const { a } = configsOf(`${three}${acl}\nfederation: { primary: elsewhere }\n`);
  expect(a).toMatchObject({ primary_datacenter: 'elsewhere', acl: { enable_token_replication: true } });
});

test('redundancy zones: all are waited for, one of each votes', () => {
  const zones = ['a', 'b', 'c', 'd', 'e', 'f'].map(
    (name, i) => `${name}: { config: { node_meta: { zone: z${i % 3} } } }`,
  );
  const text = `consul: "1.16"\nservers: { ${zones.join(', ')} }\nserver_config: { autopilot: { redundancy_zone_tag: zone } }\n`;
  expect(configsOf(text).a).toMatchObject({ bootstrap_expect: 6, autopilot: { min_quorum: 2 } });
  expect(configsOf(`${text}profile: patroni\n`).a).toMatchObject({ autopilot: { min_quorum: 3 } });
});

test.each<[text: string, problem: RegExp]>([
  [`${three}tls: { cert: "/etc/{nod}.pem" }\n`, /3:14 manifest\/invalid `tls.cert` must be an absolute path/],
  [`${three}tls: { cert: "a b.pem" }\n`, /manifest\/invalid `tls.cert` must be an absolute path/],
  [`${three}tls: { crt: /x }\n`, /`crt` is not a key of `tls`; did you mean `cert`\?/],
  [`${three}tls: { clients: magic }\n`, /`tls.clients` must be one of "certificates"/],
  [`${three}tls: { https: 99999 }\n`, /`tls.https`/],
  [
    `${three}acl: { tokens: { agent: 8f246b77-f3e1-ff88-5b48-8ec93abf3e05 } }\n`,
    /literal-secret `tokens.agent` is a secret/,
  ],
  [`${three}acl: { tokens: { agent: { file: a, env: b } } }\n`, /manifest\/reference/],
  [`${three}acl: true\n`, /`acl` must be a map, not true or false/],
  [`${three}patroni: { scope: a }\n`, /3:10 manifest\/invalid `patroni` .* write profile: patroni/],
  [`${three}profile: patroni\npatroni: { scope: "a/b" }\n`, /`patroni.scope`/],
  [`${three}profile: patroni\npatroni: { token: secret }\n`, /manifest\/literal-secret `token` is a secret/],
  [`${two}federation: { via: mesh_gateways, primary_gateways: [x] }\n`, /manifest\/federation .*needs TLS/],
  [`${two}tls: {}\nfederation: { via: mesh_gateways }\n`, /manifest\/federation .*primary_gateways/],
  [`${two}acl: {}\n`, /manifest\/replication-token the servers of west copy tokens from east/],
  [
    `${withClient}tls: { clients: auto_encrypt }\nacl: {}\n`,
    /manifest\/agent-token .*does not start\s+without the certificate: write acl.tokens.agent/,
  ],
])('refused: %s', (text, problem) => {
  expect(problemsIn(text).join('\n')).toMatch(problem);
});
