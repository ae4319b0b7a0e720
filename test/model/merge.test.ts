/** Files laid over each other, old keys folded, and what a configuration comes to. */
import { expect, test } from 'vitest';
import { agentOf, plain } from './support/agent.ts';

const resolved = (...texts: string[]): unknown => {
  const files = Object.fromEntries(texts.map((text, i) => [`${i}.json`, text]));
  return plain(agentOf(files).config.resolved);
};

test.each<[string, string[], unknown]>([
  [
    'the later scalar wins, an empty one too',
    ['{"datacenter": "a"}', '{"datacenter": ""}'],
    { datacenter: '' },
  ],
  ['null keeps the earlier', ['{"datacenter": "a"}', '{"datacenter": null}'], { datacenter: 'a' }],
  [
    'lists are appended, twice the same stays',
    ['{"retry_join": ["a"]}', '{"retry_join": ["b", "a"]}'],
    {
      retry_join: ['a', 'b', 'a'],
    },
  ],
  [
    'blocks are merged',
    ['{"ports": {"http": 1, "dns": 2}}', '{"ports": {"http": 3}}'],
    {
      ports: { http: 3, dns: 2 },
    },
  ],
  [
    'an old word for a version of TLS is translated',
    ['{"tls_min_version": "tls12"}'],
    { tls: { defaults: { tls_min_version: 'TLSv1_2' } } },
  ],
  [
    'a word that is none stays, even one that every object knows',
    ['{"tls_min_version": "constructor"}'],
    { tls: { defaults: { tls_min_version: 'constructor' } } },
  ],
  [
    'maps are overlaid',
    ['{"node_meta": {"a": "1", "b": "2"}}', '{"node_meta": {"b": "3"}}'],
    {
      node_meta: { a: '1', b: '3' },
    },
  ],
  [
    'free maps key by key, what is inside whole',
    ['{"connect": {"ca_config": {"a": {"x": 1}, "b": 1}}}', '{"connect": {"ca_config": {"a": {"y": 1}}}}'],
    { connect: { ca_config: { a: { y: 1 }, b: 1 } } },
  ],
  [
    'blocks held by pointer are replaced',
    ['{"dns_config": {"soa": {"refresh": 1}}}', '{"dns_config": {"soa": {"retry": 2}}}'],
    { dns_config: { soa: { retry: 2 } } },
  ],
  [
    'a service is one more of the services',
    ['{"service": {"name": "a"}}', '{"service": {"name": "b"}}'],
    {
      services: [{ name: 'a' }, { name: 'b' }],
    },
  ],
  [
    'an old key stands under the new one',
    ['{"acl_token": "t", "start_join": ["a"]}'],
    {
      acl: { tokens: { default: 't' } },
      retry_join: ['a'],
    },
  ],
  [
    'in one file the new key wins',
    ['{"acl_default_policy": "deny", "acl": {"default_policy": "allow"}}'],
    { acl: { default_policy: 'allow' } },
  ],
  [
    'over files the later one wins, old key or new',
    ['{"acl": {"default_policy": "allow"}}', '{"acl_default_policy": "deny"}'],
    { acl: { default_policy: 'deny' } },
  ],
  [
    'the new UI key wins wherever it stands',
    ['{"ui_config": {"enabled": false}}', '{"ui": true}'],
    {
      ui_config: { enabled: false },
    },
  ],
  [
    'verify_incoming spares gRPC',
    ['{"verify_incoming": true}'],
    { tls: { defaults: { verify_incoming: true }, grpc: { verify_incoming: false } } },
  ],
])('%s', (_name, texts, expected) => {
  expect(resolved(...texts)).toEqual(expected);
});

test('what was replaced is kept, with both places', () => {
  const { config } = agentOf({ 'a.hcl': 'ports { http = 1 }\n', 'b.hcl': '\nports { http = 2 }\n' });
  expect(
    config.overrides.map(({ path, lost, kept }) => [
      path,
      plain(lost),
      lost.source.file,
      plain(kept),
      kept.source.file,
    ]),
  ).toEqual([['ports.http', 1, '/etc/a.hcl', 2, '/etc/b.hcl']]);
});

test.each<[string, string, string, unknown]>([
  ['{}', 'ports.grpc_tls', 'number', -1],
  ['{"server": true}', 'ports.grpc_tls', 'number', 8503],
  ['{}', 'datacenter', 'string', 'dc1'],
  ['{"datacenter": "DC2"}', 'datacenter', 'string', 'dc2'],
  ['{"datacenter": "DC2"}', 'primary_datacenter', 'string', 'dc2'],
  ['{"datacenter": "a", "primary_datacenter": ""}', 'primary_datacenter', 'string', 'a'],
  ['{"node_name": " a "}', 'node_name', 'string', 'a'],
  ['{"tls": {"defaults": {"ca_file": "x"}}}', 'tls.https.ca_file', 'string', 'x'],
  ['{"tls": {"defaults": {"ca_file": "x"}, "https": {"ca_file": ""}}}', 'tls.https.ca_file', 'string', ''],
  ['{"tls": {"defaults": {"verify_outgoing": true}}}', 'tls.grpc.verify_outgoing', 'bool', undefined],
  ['{"enable_script_checks": true}', 'enable_local_script_checks', 'bool', true],
  ['{}', 'leave_on_terminate', 'bool', true],
  ['{"server": true}', 'leave_on_terminate', 'bool', false],
])('%s: %s is a %s, %j', (text, path, type, expected) => {
  const { config } = agentOf({ 'a.json': text });
  const read = { string: config.string, number: config.number, bool: config.bool }[type];
  expect(read?.(path)).toBe(expected);
});

test.each([
  ['1.16', 'boltdb'],
  ['1.20', 'default'],
])('defaults are those of the release: %s %s', (version, backend) => {
  expect(agentOf({ 'a.hcl': 'server = true' }, version).config.string('raft_logstore.backend')).toBe(backend);
});

test('a place is that of the value, else of what is around it', () => {
  const { config } = agentOf({ 'a.hcl': 'ports {\n  http = 1\n}\n' });
  const line = (path: string) => config.at(path).source.position(config.at(path).start).line;
  expect([line('ports.http'), line('ports.dns'), line('data_dir')]).toEqual([2, 1, 1]);
});
