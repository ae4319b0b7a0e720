/** What the types of the library refuse, what they cost a consumer's compiler, and what an editor shows of them. */
import { describe, expect, test } from 'vitest';
import { compile, edit } from './support/compiler.ts';

const head = `
import { agent, client, cluster, renderCluster, server } from './src/index.ts';
import type { AgentConfig, ClientConfig, ConsulRelease, OptionValue, Removable, ServerConfig } from './src/index.ts';
`;

const estate = `${head}
const store = cluster({
  consul: '1.16',
  datacenter: 'dc1',
  servers: { a: { address: '10.0.0.1' }, b: { config: { node_meta: { rack: 'r1' } } }, c: null },
  clients: ['x'],
  config: {
    log_level: 'info',
    ports: { grpc_tls: 8503 },
    acl: { enabled: true, tokens: { agent: 'x' } },
    services: [{ name: 'web', port: 80, connect: { sidecar_service: {} } }],
    autopilot: null,
  },
  server_config: server({ ui_config: { enabled: true }, performance: { raft_multiplier: 1 } }),
  client_config: { retry_join: ['a'] },
  tls: { clients: 'auto_encrypt' },
  systemd: { user: 'consul' },
});
export const files = renderCluster(store);
`;

const agents = `${head}
const base: AgentConfig = { server: true };
export const one: AgentConfig = server({
  ...base,
  datacenter: 'dc1',
  server: true,
  bootstrap_expect: 3,
  ports: { grpc_tls: 8503 },
  services: [{ name: 'web', port: 80, connect: { sidecar_service: {} } }],
  config_entries: { bootstrap: [{ kind: 'service-defaults', name: 'web', protocol: 'http' }] },
});
`;

describe('what it costs the compiler of a consumer', () => {
  test.each([
    ['cluster() of one release', estate, 3500],
    ['an agent', agents, 2000],
  ])('%s', (_, text, budget) => {
    const { problems, instantiations } = compile(text);
    expect(problems).toEqual([]);
    expect(instantiations).toBeGreaterThan(50);
    expect(instantiations).toBeLessThan(budget);
  });
});

/** Each of them is one line of a script. */
const accepted = [
  // A release in all of its forms
  "cluster({ consul: '1.20.2' });",
  "cluster({ consul: 'v1.20.2' });",
  "cluster({ consul: '1.20.2+ent', config: { default_intention_policy: 'deny' } });",
  "cluster({ consul: 'v1.20+ent', config: { default_intention_policy: 'deny' } });",
  "cluster({ consul: '1.20.0-rc1', config: { default_intention_policy: 'deny' } });",
  "(any: ConsulRelease) => cluster({ consul: any, config: { token_dirs: '/x' } });",
  "(two: '1.16' | '1.20') => cluster({ consul: two, config: { log_level: 'info' } });",
  // What a release has
  "cluster({ consul: '2.1', config: { token_dirs: '/x' } });",
  "cluster({ consul: '1.22', config: { http_config: { read_timeout: '1s' } } });",
  "cluster({ consul: '1.17', config: { acl: { tokens: { dns: 'x' } } } });",
  "cluster({ consul: '1.16', servers: { a: { consul: '1.20', config: { default_intention_policy: 'deny' } } } });",
  "const later: AgentConfig = { token_dirs: '/x' };",
  "const old: AgentConfig<'1.16'> = { locality: { region: 'r' } };",
  // null takes a value away
  "cluster({ consul: '1.16', config: { autopilot: null, ports: { grpc_tls: null }, node_meta: { rack: null } } });",
  "cluster({ consul: '1.16', config: null, server_config: { acl: null }, client_config: { acl: { tokens: null } } });",
  "cluster({ consul: '1.16', servers: { a: { config: { acl: null } } }, classes: { x: { config: { acl: null } } } });",
  "cluster({ consul: '1.16', datacenters: { dc1: { config: { acl: null }, servers: { a: null } } } });",
  // Roles
  'server({ bootstrap_expect: 3, server: true }); client({ server: false });',
  "server<'1.16'>({ bootstrap_expect: 3 }); agent({ bootstrap_expect: 3 }); agent({ server: false });",
  "const common = agent({ log_level: 'info' }); server({ ...common }); client({ ...common, extra: { x: 1 } });",
  "cluster({ consul: '1.16', config: agent({}), server_config: server({}), client_config: client({}) });",
  'const shared: AgentConfig = {}; cluster({ consul: "1.15", config: shared, classes: { x: { config: shared } } });',
  'const role: ServerConfig = {}; cluster({ consul: "1.15", server_config: role, servers: { a: { config: role } } });',
  // Options by path
  "const check: OptionValue<'services[].checks[]', '1.20'> = { name: 'x' };",
  "const meta: OptionValue<'node_meta.{}'> = 'x'; const first: OptionValue<'retry_join[0]'> = 'x';",
  "const protocol: OptionValue<'config_entries.bootstrap[].service-defaults.protocol'> = 'http';",
];

const refused: readonly (readonly [line: string, message: string])[] = [
  ["cluster({ consul: '1.99' });", '"1.99"'],
  ["cluster({ consul: '1.16.x' });", '"1.16.x"'],
  ["cluster({ consul: '1.2' });", '"1.2"'],
  ['cluster({ consul: process.env.X });', 'process'],
  ["cluster({ consul: '1.16', config: { token_dirs: '/x' } });", "'token_dirs' does not exist"],
  ["cluster({ consul: '1.16.4', config: { acl: { tokens: { dns: 'x' } } } });", "'dns' does not exist"],
  ["cluster({ consul: 'v1.16.4+ent', server_config: { token_dirs: '/x' } });", "'token_dirs' does not exist"],
  [
    "cluster({ consul: '1.16', client_config: { default_intention_policy: 'deny' } });",
    'default_intention_policy',
  ],
  ["cluster({ consul: '1.16', servers: { a: { config: { token_dirs: '/x' } } } });", 'token_dirs'],
  ["cluster({ consul: '1.16', classes: { a: { config: { token_dirs: '/x' } } } });", 'token_dirs'],
  ["cluster({ consul: '1.16', datacenters: { a: { config: { token_dirs: '/x' } } } });", 'token_dirs'],
  ["cluster({ consul: '1.16', acl: { tokens: { dns: 'x' } } });", "'dns' does not exist"],
  ["cluster({ consul: '1.23', config: { http_config: { read_timeout: '1s' } } });", 'read_timeout'],
  [
    "cluster({ consul: '1.16', config: { services: [{ name: 'x', locality: {} }] } });",
    "'locality' does not exist",
  ],
  ["(two: '1.16' | '2.0') => cluster({ consul: two, config: { token_dirs: '/x' } });", 'token_dirs'],
  ["const old: AgentConfig<'1.15'> = { locality: {} };", "'locality' does not exist"],
  ["cluster({ consul: '1.16', config: { log_lvl: 'info' } });", 'log_lvl'],
  ["cluster({ consul: '1.16', config: { ports: { grpctls: 1 } } });", "Did you mean to write 'grpc_tls'?"],
  [
    "cluster({ consul: '1.16', config: { ports: { http: '8500' } } });",
    "'string' is not assignable to type 'number'",
  ],
  ["cluster({ consul: '1.16', config: { log_level: 'loud' } });", '"loud"'],
  ["cluster({ consul: '1.16', profile: 'prod' });", '"prod"'],
  ["cluster({ consul: '1.16', config: { services: [{ name: null }] } });", "'null' is not assignable"],
  ["cluster({ consul: '1.16', config: { retry_join: [null] } });", "'null' is not assignable"],
  ['agent({ autopilot: null });', "'null' is not assignable"],
  ['const plain: AgentConfig = { ports: { http: null } };', "'null' is not assignable"],
  ['server({ server: false });', "'false' is not assignable to type 'true'"],
  ['client({ server: true });', "'true' is not assignable to type 'false'"],
  ['client({ bootstrap_expect: 3 });', "'number' is not assignable to type 'undefined'"],
  ['client({ performance: { raft_multiplier: 1 } });', "'number' is not assignable to type 'undefined'"],
  ['client({ ...agent({ bootstrap_expect: 3 }) });', 'NotOnClients'],
  ["cluster({ consul: '1.16', client_config: { bootstrap_expect: 3 } });", "type 'undefined'"],
  ["cluster({ consul: '1.16', server_config: { server: false } });", "type 'true'"],
  ["cluster({ consul: '1.16', clients: { a: { config: { autopilot: {} } } } });", 'autopilot'],
  ["cluster({ consul: '1.16', servers: { a: { config: { server: false } } } });", 'server'],
  ["const it: ClientConfig<'1.16'> = { bootstrap: true };", "type 'undefined'"],
  ["const check: OptionValue<'services[].checks[]', '1.20'> = { nam: 'x' };", "'nam' does not exist"],
  ["const region: OptionValue<'services[]', '1.16'> = { locality: {} };", "'locality' does not exist"],
  ["const meta: OptionValue<'node_meta.{}'> = 1;", "'number' is not assignable to type 'string'"],
  ["const some: Removable<AgentConfig<'1.16'>> = { token_dirs: null };", "'token_dirs' does not exist"],
];

const lines = (texts: readonly string[]) => texts.map((text) => `{ ${text} }`).join('\n');

test('what is right compiles', () => {
  const { problems } = compile(head.trimStart() + lines(accepted));
  expect(problems.map(({ line, message }) => `${accepted[line - 3]}: ${message}`)).toEqual([]);
});

test('what is wrong does not compile, and the compiler names it', () => {
  const { problems } = compile(head.trimStart() + lines(refused.map(([line]) => line)));
  const found = refused.map(([text, wanted], i) => {
    const messages = problems.filter(({ line }) => line === i + 3).map(({ message }) => message);
    return [text, messages.length === 1 && messages[0]!.includes(wanted) ? wanted : messages];
  });
  expect(found).toEqual(refused.map(([text, wanted]) => [text, wanted]));
});

describe('an editor', () => {
  const at = (before: string, after = '') => edit(`${head}${before}|${after}`);

  test('offers releases', () => {
    const offered = at("cluster({ consul: '", "' });").completions;
    expect(offered).toEqual(expect.arrayContaining(['1.15', '1.20', '2.1']));
  });

  test('offers what the release knows', () => {
    const offered = at("cluster({ consul: '1.16', config: { ", ' } });').completions;
    expect(offered).toEqual(expect.arrayContaining(['locality', 'ports', 'acl', 'extra']));
    expect(offered).not.toContain('default_intention_policy');
    expect(at("cluster({ consul: '1.18', config: { ", ' } });').completions).toContain(
      'default_intention_policy',
    );
    expect(at("cluster({ consul: '1.16', config: { ports: { ", ' } } });').completions).toEqual(
      expect.arrayContaining(['grpc_tls', 'serf_lan']),
    );
    const tokens = 'config: { acl: { tokens: { ';
    expect(at(`cluster({ consul: '1.16', ${tokens}`, ' } } } });').completions).not.toContain('dns');
    expect(at(`cluster({ consul: '1.17', ${tokens}`, ' } } } });').completions).toContain('dns');
  });

  test('offers words, kinds of entries and keys of the manifest', () => {
    expect(at("cluster({ consul: '1.16', config: { log_level: '", "' } });").completions).toContain('info');
    expect(at("cluster({ consul: '1.16', profile: '", "' });").completions).toContain('patroni');
    expect(at("cluster({ consul: '1.16', tls: { ", ' } });').completions).toContain('verify_incoming_https');
  });

  test('shows docs, units, default, first release, edition, role and flag', () => {
    const of = (text: string) => edit(head + text).hover;
    expect(of("cluster({ consul: '1.20', config: { |retry_interval: '1s' } });")).toEqual([
      expect.stringContaining('A Go duration such as "30s"'),
      '@default "30s"',
      '@flag -retry-interval',
    ]);
    expect(of("cluster({ consul: '1.20', server_config: { |read_replica: true } });")).toEqual(
      expect.arrayContaining([
        '@role servers only',
        expect.stringMatching(/^@enterprise Enterprise; the Community/),
      ]),
    );
    expect(of('const config: AgentConfig<"1.20"> = { |default_intention_policy: "deny" };')).toContain(
      '@since Consul 1.18',
    );
    expect(of("cluster({ consul: '1.20', config: { |encrypt_verify_incoming: true } });")[0]).not.toBe('');
    expect(of("cluster({ consul: '1.20', tls: { |clients: 'auto_encrypt' } });")[0]).toContain('the default');
  });

  test('shows deprecation from the release on that deprecates it', () => {
    const of = (consul: string) =>
      edit(`${head}cluster({ consul: '${consul}', config: { |cloud: {} } });`).hover.join('\n');
    expect(of('2.0')).toContain('@deprecated since 2.0; HCP no longer takes self-managed clusters');
    expect(of('1.20')).not.toContain('@deprecated');
    expect(edit(`${head}agent({ |ca_file: '/x' });`).hover.join('\n')).toContain(
      '@deprecated since 1.12; use tls',
    );
  });

  test('shows an example of each function', () => {
    for (const name of ['agent', 'server', 'client'])
      expect(edit(`${head}|${name}({});`).hover).toEqual(
        expect.arrayContaining([expect.stringContaining('@example'), expect.stringContaining('@throws')]),
      );
  });
});
