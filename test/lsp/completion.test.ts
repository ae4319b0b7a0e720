/** What is offered at the cursor, in whole and in broken texts. */
import { expect, test } from 'vitest';
import { accept, editing, labels } from './editor.ts';

const offered = (name: string, marked: string): string[] => {
  const { session, uri, position } = editing(name, marked);
  return labels(session.complete(uri, position));
};

const keyCases: readonly [string, string, string, string][] = [
  ['the top of an empty file', 'a.hcl', '¦', 'retry_join'],
  ['a block that is not closed', 'a.hcl', 'ports {\n  ¦', 'grpc_tls'],
  ['a block that is', 'a.hcl', 'ports {\n  ¦\n}\n', 'grpc_tls'],
  ['half a key', 'a.hcl', 'ports {\n  ht¦\n}\n', 'http'],
  ['half a key before others', 'a.hcl', 'ports {\n  ht¦\n  dns = 53\n}\n', 'http'],
  ['a key that has a value', 'a.hcl', 'ports {\n  ht¦tp = 8500\n}\n', 'https'],
  ['a list of blocks', 'a.hcl', 'services {\n  name = "a"\n  checks {\n    ¦\n  }\n}\n', 'interval'],
  ['a block with =', 'a.hcl', 'ports = {\n  ¦\n}\n', 'grpc_tls'],
  [
    'a config entry, by its kind',
    'a.hcl',
    'config_entries { bootstrap {\n kind = "proxy-defaults"\n ¦\n} }',
    'mesh_gateway',
  ],
  ['JSON', 'a.json', '{\n  "ports": {\n    ¦\n  }\n}', 'grpc_tls'],
  ['half a key of JSON', 'a.json', '{\n  "ports": {\n    "ht¦\n  }\n}', 'http'],
  ['a quoted half', 'a.json', '{ "ports": { "ht¦" } }', 'http'],
  ['JSON after a member', 'a.json', '{ "ports": { "dns": 53,\n ¦ } }', 'http'],
  ['the list of JSON', 'a.json', '{ "services": [ { "name": "a", "checks": [ { ¦ } ] } ] }', 'interval'],
  ['an unclosed JSON', 'a.json', '{\n  "ports": {\n    "', 'http'],
];

test.each(keyCases)('keys: %s', (_name, file, marked, expected) => {
  expect(offered(file, marked.includes('¦') ? marked : `${marked}¦`)).toContain(expected);
});

const valueCases: readonly [string, string, string, readonly string[]][] = [
  ['a word', 'a.hcl', 'log_level = ¦', ['"WARN"']],
  ['half of one', 'a.hcl', 'log_level = "WA¦"\nserver = true\n', ['"WARN"']],
  ['half without an end', 'a.hcl', 'log_level = "WA¦\nserver = true\n', ['"WARN"']],
  ['before another member', 'a.hcl', 'server = ¦\nlog_level = "INFO"\n', ['true', 'false']],
  ['in a block', 'a.hcl', 'acl {\n  default_policy = "¦"\n}\n', ['"allow"', '"deny"']],
  ['JSON', 'a.json', '{ "acl": { "default_policy": "¦" } }', ['"allow"', '"deny"']],
  ['JSON without any', 'a.json', '{\n  "server": ¦\n}', ['true', 'false']],
  ['the kind of a config entry', 'a.hcl', 'config_entries { bootstrap {\n kind = "¦"\n} }', ['"mesh"']],
];

test.each(valueCases)('values: %s', (_name, file, marked, expected) => {
  expect(offered(file, marked)).toEqual(expect.arrayContaining([...expected]));
});

test.each([
  ['a comment', 'ports {\n  # ht¦\n}\n'],
  ['a comment behind a value', 'server = true // ¦'],
  ['a heredoc', 'node_name = <<EOT\n¦\nEOT\n'],
  ['keys that people choose', 'node_meta {\n  ¦\n}\n'],
  ['a block that Consul does not know', 'porst {\n  ¦\n}\n'],
])('nothing in %s', (_name, marked) => {
  expect(offered('a.hcl', marked)).toEqual([]);
});

test('a # in a string is no comment', () => {
  expect(offered('a.hcl', 'node_name = "a#b"\nlog_level = ¦')).toContain('"INFO"');
});

test('what is written already is not offered, but blocks that repeat are', () => {
  const found = offered('a.hcl', 'server = true\nservices { name = "a" }\n¦');
  expect(found).not.toContain('server');
  expect(found).toContain('services');
});

test('only what the release knows, the deprecated last', () => {
  const { session, uri, position } = editing('a.hcl', '¦', { version: '1.15' });
  const items = session.complete(uri, position) ?? [];
  expect(labels(items)).not.toContain('locality');
  const old = items.find(({ label }) => label === 'start_join');
  expect(old).toMatchObject({ tags: [1], sortText: '1start_join' });
});

test.each([
  ['a.hcl', 'ports {\n  ht¦\n}\n', 'http', 'ports {\n  http = $0\n}\n'],
  ['a.hcl', 'po¦', 'ports', 'ports {\n\t$0\n}'],
  ['a.hcl', 'ports {\n  ht¦tp = 8500\n}\n', 'https', 'ports {\n  https = 8500\n}\n'],
  ['a.hcl', 'retry¦', 'retry_join', 'retry_join = ["$0"]'],
  ['a.hcl', 'log_level = "WA¦"', '"WARN"', 'log_level = "WARN"'],
  ['a.json', '{ "ports": { "ht¦" } }', 'http', '{ "ports": { "http": $0 } }'],
  ['a.json', '{\n¦\n"dns": {}\n}', 'server', '{\n"server": $0,\n"dns": {}\n}'],
  ['a.json', '{ "log_level": "WA¦" }', '"WARN"', '{ "log_level": "WARN" }'],
])('%s: %s takes %s', (file, marked, label, expected) => {
  const edited = editing(file, marked, { snippets: true });
  const item = edited.session.complete(edited.uri, edited.position)?.find((one) => one.label === label);
  expect(accept(edited, item)).toBe(expected);
});
