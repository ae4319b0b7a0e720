/** What the agent's decoder makes of keys and values, and what it refuses. */
import { expect, test } from 'vitest';
import { agentOf, plain } from './support/agent.ts';

const read = (text: string, version?: string) => agentOf({ 'a.json': text }, version);

test.each([
  ['letter case does not count', '{"Server": true}', { server: true }],
  ['the long s is an s', '{"ſerver": true}', { server: true }],
  [
    'a list of one is read as its element',
    '{"datacenter": ["a"], "server": [true]}',
    { datacenter: 'a', server: true },
  ],
  ['and a list of that, for pointers', '{"datacenter": [["a"]]}', { datacenter: 'a' }],
  ['null is not set', '{"datacenter": null, "ports": {"http": null}}', { ports: {} }],
  ['null in a list of texts is empty', '{"retry_join": [null, "a"]}', { retry_join: ['', 'a'] }],
  ['fractions are cut', '{"ports": {"http": 8500.9}}', { ports: { http: 8500 } }],
  [
    'an alias is the option',
    '{"services": [{"name": "a", "check": {"ServiceID": "b"}}]}',
    {
      services: [{ name: 'a', check: { service_id: 'b' } }],
    },
  ],
  [
    'free maps lose lists of one, at any depth',
    '{"connect": {"ca_config": {"a": [{"b": [1]}]}}}',
    {
      connect: { ca_config: { a: { b: 1 } } },
    },
  ],
  [
    'but not where the outermost is no list',
    '{"connect": {"ca_config": {"a": {"b": [1]}}}}',
    {
      connect: { ca_config: { a: { b: [1] } } },
    },
  ],
])('%s', (_name, text, expected) => {
  const { config, findings } = read(text);
  expect(plain(config.written)).toEqual(expected);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each([
  ['{"datacentre": "a"}', 'option/unknown', 'datacentre', 'datacenter'],
  ['{"retry-join": ["a"]}', 'option/unknown', 'retry-join', 'retry_join'],
  ['{"ports": {"htp": 1}}', 'option/unknown', 'ports.htp', 'http'],
  ['{"server": true, "SERVER": true}', 'option/unknown', 'server', 'SERVER'],
  ['{"ports": {"http": "8500"}}', 'option/type', 'ports.http', 'number'],
  ['{"server": "true"}', 'option/type', 'server', 'true'],
  ['{"retry_join": "a"}', 'option/type', 'retry_join', 'list'],
  ['{"services": {"name": "a"}}', 'option/type', 'services', 'list'],
  ['{"datacenter": ["a", "b"]}', 'option/type', 'datacenter', 'a list of 2'],
  ['{"datacenter": [null]}', 'option/type', 'datacenter', 'crash'],
  ['{"cloud": {}, "http_config": {"max_header_bytes": 1, "x": 1}}', 'option/unknown', 'http_config.x', ''],
])('%s is refused', (text, rule, path, word) => {
  const [finding, ...others] = read(text).findings.filter(({ severity }) => severity === 'error');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule, path });
  expect(finding?.message).toContain(word);
});

test.each([
  ['1.16', 'refused'],
  ['1.22.2', 'refused'],
  ['1.22.5', 'taken'],
  ['1.23', 'refused'],
  ['2.0', 'taken'],
])('an option that came with 1.22.5, but not to 1.23, is %s %s', (version, outcome) => {
  const { findings } = read('{"http_config": {"idle_timeout": "20s"}}', version);
  expect(findings.some(({ rule }) => rule === 'option/not-in-version')).toBe(outcome === 'refused');
});

test('a misspelt key is renamed in its place, quotes kept', () => {
  const { findings, files } = agentOf({ 'a.hcl': 'retry-join = ["a"]\n"Log-Level" = "info"\n' });
  const texts = findings.map(({ fix }) => fix?.edits.map(({ text }) => text));
  expect(texts).toEqual([['retry_join'], ['"log_level"']]);
  expect(findings.map(({ at }) => files[0]!.source.text.slice(at.start, at.end))).toEqual([
    'retry-join',
    '"Log-Level"',
  ]);
});

test('a secret of the wrong type is not shown', () => {
  const { findings } = read('{"encrypt": 123456, "acl": {"tokens": {"default": ["s3cr3t", "0ther"]}}}');
  expect(findings).toHaveLength(2);
  for (const { message } of findings) expect(message).not.toMatch(/123456|s3cr3t|0ther/);
});
