/** What a manifest may not say, and where the finding points. */
import { expect, test } from 'vitest';
import { loadManifest } from '../../src/manifest/load.ts';
import { Source } from '../../src/text/source/source.ts';
import { problemsIn } from './helpers.ts';

const head = 'consul: "1.16"\n';

test.each<[text: string, expected: RegExp]>([
  ['', /^1:1 manifest\/invalid the manifest is empty/],
  ['# nothing\n', /^1:1 manifest\/invalid the manifest is empty/],
  ['- a\n', /^1:1 manifest\/invalid a manifest must be a map/],
  ['servers: [a]\n', /manifest\/invalid `consul` is missing; .*consul: "1\.16"/],
  [
    'consul: 1.20\nservers: [a]\n',
    /^1:9 manifest\/invalid `consul` must be a string, not a number; .*write "1\.20"/,
  ],
  [
    'consul: "0.9"\nservers: [a]\n',
    /^1:9 manifest\/consul-version Consul 0\.9 is not supported; supported are 1\.15, /,
  ],
  [head, /^1:1 manifest\/no-nodes/],
  [`${head}servers: []\n`, /manifest\/no-nodes/],
  [
    `${head}serverz: [a]\n`,
    /^2:1 manifest\/invalid `serverz` is not a key of a manifest; did you mean `servers`\?/,
  ],
  [`${head}retry_join: [a]\nservers: [a]\n`, /^2:1 .*an option of the agents belongs under `config`/],
  [`${head}servers: 5\n`, /^2:10 manifest\/invalid `servers` must be /],
  [
    `${head}servers:\n  a: { adress: 1.2.3.4 }\n`,
    /^3:8 .*`adress` is not a key of `servers\.a`; did you mean `address`\?/,
  ],
  [`${head}firewall: { nftable: true }\n`, /did you mean `nftables`\?/],
  [`${head}templates: { etc/motd: { file: x, modes: "0644" } }\n`, /did you mean `mode`\?/],
  [`${head}classes: { db: { sytemd: {} } }\n`, /did you mean `systemd`\?/],
  [
    `${head}datacenters: { b: { server: [a] } }\n`,
    /`server` is not a key of `datacenters\.b`; did you mean `servers`\?/,
  ],
  [
    `${head}servers:\n  a: { address: 5 }\n`,
    /^3:17 manifest\/invalid `servers\.a\.address` must be a string, not a number/,
  ],
  [`${head}servers: [a, A]\n`, /^2:14 manifest\/duplicate-node/],
  [`${head}servers: [a]\nclients: [a]\n`, /^3:11 manifest\/duplicate-node/],
  [`${head}servers: [a]\nformat: toml\n`, /^3:9 manifest\/invalid `format` must be one of "json", "hcl"/],
  [`${head}servers: [a]\nprofile: [patroni, x]\n`, /^3:20 manifest\/invalid/],
  [
    `${head}servers: [a]\nprofile: prod\n`,
    /^3:10 .* `profile` must be one of "patroni", "production", "dev"/,
  ],
  [`${head}servers: [a]\nprofile: 3\n`, /^3:10 .* `profile` must be a list, not a number/],
  [
    `${head}servers: [a]\nsystemd: { service: { LimitNOFILE: "a\\nb" } }\n`,
    /^3:36 .*LimitNOFILE` (?!must be a list)/,
  ],
  [`${head}servers: { a: { class: big } }\n`, /manifest\/unknown-class a has the class "big"/],
  [`${head}datacenter: dc.1\nservers: [a]\n`, /^2:13 manifest\/datacenter-name/],
  [
    `${head}datacenters: { a: { servers: [x] } }\nservers: [y]\n`,
    /^3:1 .*cannot be given together with `datacenters`/,
  ],
  [`${head}servers: { a: { consul: "7.0" } }\n`, /manifest\/consul-version/],
  [
    `${head}servers: [a]\nconfig: { recursors: [~] }\n`,
    /^3:23 manifest\/invalid this item of the list is empty/,
  ],
  [`${head}servers: [a]\nsystemd: { binary: "consul" }\n`, /^3:20 .*must be an absolute path/],
  [
    `${head}servers: [a]\nsystemd: { service: { "Limit NOFILE": 1 } }\n`,
    /^3:23 .*must be a directive of \[Service\]/,
  ],
  ['consul: "1.16"\nservers: [a\n', /^\d:\d+ syntax\/invalid/],
  ['a: &a [*a]\n', /^1:8 syntax\/invalid the alias `\*a` is inside/],
  ['x: 1\nx: 2\n', /^2:1 syntax\/duplicate-key/],
  ['consul: "\\ud800"\n', /./],
])('%j', (text, expected) => {
  expect(problemsIn(text)[0]).toMatch(expected);
});

test.each([
  '../../etc',
  'a/b',
  'a\nb',
  '',
  '.',
  '..',
  '-rf',
  'a b',
  '$(id)',
  '%n',
  'a"b',
  'ü',
  'RUNBOOK.md',
  'a\u202eb',
  'x'.repeat(64),
])('%j cannot be the name of a node', (name) => {
  expect(problemsIn(`${head}servers: [${JSON.stringify(name)}]\n`)).toEqual([
    expect.stringContaining('manifest/node-name'),
  ]);
  expect(problemsIn(`${head}clients: { ${JSON.stringify(name)}: {} }\n`)).toEqual([
    expect.stringContaining('manifest/node-name'),
  ]);
});

test.each(['a', 'pg-srv1', 'PG1', 'db_1', 'pg-srv1.example.org', '10a', 'x'.repeat(63)])('%j can', (name) => {
  expect(problemsIn(`${head}servers: ["${name}"]\n`)).toEqual([]);
});

test.each([
  '10.0.0.1:8301',
  '10.0.0',
  '0.0.0.0',
  '::',
  'fe80::1%eth0',
  'a b',
  '{{ x\n}}',
  'a\nb',
  '10.0.0.1/24',
])('%j is not an address', (address) => {
  expect(problemsIn(`${head}servers: { a: { address: ${JSON.stringify(address)} } }\n`)).toEqual([
    expect.stringContaining('manifest/address'),
  ]);
});

test.each(['10.0.0.1', 'fd00::1', 'db1.example.org', '{{ GetInterfaceIP "eth0" }}'])(
  '%j is one',
  (address) => {
    expect(problemsIn(`${head}servers: { a: { address: '${address}' } }\n`)).toEqual([]);
  },
);

test.each([
  'encrypt: abc',
  'encrypt: 5',
  'encrypt: [abc]',
  'acl: { tokens: { agent: abc } }',
  'services: [{ name: web, token: abc }]',
  'connect: { ca_config: { token: abc } }',
])('a manifest must not hold a secret: %s', (config) => {
  const line = `config: { ${config} }`;
  const found = problemsIn(`${head}servers: [a]\n${line}\n`);
  expect(found).toEqual([expect.stringContaining('manifest/literal-secret')]);
  expect(found[0]).toMatch(new RegExp(`^3:${line.search(/\[abc|abc|5/) + 1} `));
  expect(found[0]).not.toContain('abc');
});

test.each([
  'Environment: CONSUL_HTTP_TOKEN=abcdef',
  'Environment: "CONSUL_LICENSE=abcdef"',
  'Environment: [GOMAXPROCS=2, AWS_SECRET_ACCESS_KEY=abcdef]',
  'ExecStartPre: /usr/bin/x --token=abcdef',
])('a secret in the unit of a manifest is an error: %s', (service) => {
  for (const [before, after] of [
    ['servers: [a]\nsystemd:', ''],
    ['servers: { a: { systemd:', ' } }'],
  ]) {
    const found = problemsIn(`${head}${before} { service: { ${service} } }${after}\n`);
    expect(found).toEqual([expect.stringContaining('manifest/literal-secret')]);
    expect(found[0]).not.toContain('abcdef');
  }
});

test.each(['Environment: GOMAXPROCS=2', 'EnvironmentFile: /etc/consul.env', 'LimitNOFILE: 5'])(
  'a directive without a secret is accepted: %s',
  (service) => {
    expect(problemsIn(`${head}servers: [a]\nsystemd: { service: { ${service} } }\n`)).toEqual([]);
  },
);

test.each(['{ env: A }', '{ file: a }', '{ generate: a }', '{ command: [pass, show, a] }'])(
  'it is written there as %s',
  (reference) => {
    for (const config of [`encrypt: ${reference}`, `services: [{ name: web, token: ${reference} }]`]) {
      expect(problemsIn(`${head}servers: [a]\nconfig: { ${config} }\n`)).toEqual([]);
    }
  },
);

test.each(['{ env: A, file: b }', '{ envv: A }', '{ env: "" }', '{ command: pass }', '{}', '{ file: 5 }'])(
  'but not as %s',
  (reference) => {
    expect(problemsIn(`${head}servers: [a]\nconfig: { encrypt: ${reference} }\n`)).toEqual([
      expect.stringContaining('manifest/reference'),
    ]);
  },
);

test('a map that happens to have a key env is no reference', () => {
  expect(problemsIn(`${head}servers: [a]\nconfig: { node_meta: { env: prod } }\n`)).toEqual([]);
});

test.each(['data', '/srv/../etc', '/srv/"x"', '/srv/a\\b', '/srv/a\nb', '/srv/\u2028'])(
  'a unit cannot name the data directory %j',
  (path) => {
    const found = problemsIn(`${head}servers: [a]\nconfig: { data_dir: ${JSON.stringify(path)} }\n`);
    expect(found).toEqual([expect.stringContaining('manifest/host-path')]);
  },
);

test('every mistake is reported in one run', () => {
  expect(problemsIn(`${head}servers: ["a b", ../c]\nconfig: { encrypt: x }\n`)).toHaveLength(3);
});

test('anchors and merge keys are fine', () => {
  const text = `${head}servers:\n  a: &n { config: { log_level: INFO } }\n  b: *n\n  c: { <<: *n, address: 10.0.0.1 }\n`;
  expect(problemsIn(text)).toEqual([]);
});

test('a binary file and a huge one are no manifests', () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256);
  const load = (source: Source) => loadManifest(source).findings.map(({ message }) => message);
  expect(load(Source.fromBytes('x', bytes))).toEqual([expect.stringContaining('not text in UTF-8')]);
  expect(load(new Source('x', 'a: 1\n'.repeat(4_000_000)))).toEqual([expect.stringContaining('too large')]);
});

test.each(['__proto__', 'constructor', 'toString'])('the key %s is a key like any other', (key) => {
  expect(problemsIn(`${head}servers: [a]\n${key}: 1\n`)[0]).toMatch(/manifest\/invalid/);
  expect(problemsIn(`${head}servers: [a]\nconfig: { ${key}: 1 }\n`)).toEqual([]);
  expect(problemsIn(`${head}servers: { a: { ${key}: 1 } }\n`)[0]).toMatch(/manifest\/invalid/);
});

test.each<[path: string, why: RegExp]>([
  ['/etc/x', /without the first slash/],
  ['etc/../../x', /must not be "", "\." or "\.\."/],
  ['etc//x', /must not be/],
  ['etc/x/', /must not be/],
  ['etc/a b', /write letters, digits/],
  ['etc\\x', /write letters, digits/],
  [`etc/${'x'.repeat(101)}`, /at most 150/],
  ['etc/consul.d/more.json', /its options belong under `config`/],
  ['srv/x/.git/config', /which programs git runs/],
])('a template gives no file %j', (path, why) => {
  const found = problemsIn(`${head}servers: [a]\ntemplates: { ${JSON.stringify(path)}: t.hbs }\n`);
  expect(found).toEqual([expect.stringMatching(why)]);
  expect(found[0]).toMatch(/^3:14 manifest\/template/);
});
