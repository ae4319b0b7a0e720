/** The schemas of the extension in the JSON service of VS Code: what a person who edits a .json configuration gets. */
import { describe, expect, test } from 'vitest';
import { getLanguageService, type JSONSchema, TextDocument } from 'vscode-json-languageservice';
import { minorOf } from '../../src/options/releases/versions.ts';
import { agentJsonSchema, agentSchemaWithHints } from '../../src/schema/emit.ts';

const schema = (version: string): JSONSchema => agentSchemaWithHints(minorOf(version)) as JSONSchema;

const service = getLanguageService({});

/** `|` in the text is where the cursor stands. */
function open(marked: string, version = '1.16') {
  service.configure({
    validate: true,
    schemas: [{ uri: 'schema://consul', fileMatch: ['*.json'], schema: schema(version) }],
  });
  const offset = marked.indexOf('|');
  const document = TextDocument.create('file:///consul.json', 'json', 1, marked.replace('|', ''));
  const json = service.parseJSONDocument(document);
  const position = document.positionAt(offset);
  return {
    labels: async () =>
      (await service.doComplete(document, position, json))?.items.map(({ label }) => label) ?? [],
    hover: async () =>
      JSON.stringify((await service.doHover(document, position, json))?.contents).replaceAll('\\\\', ''),
    problems: async () => {
      const found = await service.doValidation(document, json);
      return found.map(({ message, range }) => `${document.getText(range)}: ${message}`).sort();
    },
  };
}

describe('completion', () => {
  test('at the top', async () => {
    const labels = await open('{ | }').labels();
    expect(labels).toEqual(expect.arrayContaining(['datacenter', 'retry_join', 'ports', 'services', 'tls']));
    expect(labels, 'what nobody should write').not.toContain('ae_interval');
    expect(labels, 'of later releases').not.toContain('default_intention_policy');
  });

  test('in ports', async () => {
    const labels = await open('{ "ports": { | } }').labels();
    expect(labels).toEqual(expect.arrayContaining(['dns', 'http', 'grpc_tls', 'serf_lan']));
    expect(labels).not.toContain('datacenter');
  });

  test('of words', async () => {
    expect(await open('{ "acl": { "default_policy": | } }').labels()).toEqual(
      expect.arrayContaining(['"allow"', '"deny"']),
    );
    expect(await open('{ "log_level": | }').labels()).toEqual(expect.arrayContaining(['"INFO"', '"DEBUG"']));
  });

  test('deep in a sidecar', async () => {
    const labels = await open(
      '{ "services": [{ "connect": { "sidecar_service": { "proxy": { "upstreams": [{ | }] } } } }] }',
    ).labels();
    expect(labels).toEqual(expect.arrayContaining(['destination_name', 'local_bind_port']));
  });

  test('of the keys that a kind of config entry has, in one spelling', async () => {
    const labels = await open(
      '{ "config_entries": { "bootstrap": [{ "kind": "service-resolver", | }] } }',
    ).labels();
    expect(labels).toEqual(expect.arrayContaining(['name', 'default_subset', 'failover']));
    expect(labels).not.toContain('DefaultSubset');
  });
});

describe('hover', () => {
  test('shows what the option is, its default and its flag', async () => {
    const text = await open('{ "ports": { "grpc|_tls": 8503 } }').hover();
    expect(text).toContain('gRPC with TLS');
    expect(text).toContain('8503 on servers, -1 on clients');
    expect(text).toContain('-grpc-tls-port');
  });

  test('of the other spelling of a key', async () => {
    const text = await open(
      '{ "config_entries": { "bootstrap": [{ "Kind": "service-defaults", "Mutual|TLSMode": "strict" }] } }',
    ).hover();
    expect(text).toContain('mesh’s TLS');
  });
});

describe('diagnostics', () => {
  test('a typo, a wrong type, a wrong value', async () => {
    const problems = await open(
      '{ "retry-join": [], "ports": { "http": "80" }, "retry_interval": "30", "services": [{ "nmae": "x" }] }|',
    ).problems();
    expect(problems).toEqual([
      '"30": Must be a Go duration such as "30s", "1h30m" or "250ms".',
      '"80": Incorrect type. Expected "integer".',
      '"nmae": Property nmae is not allowed.',
      '"retry-join": Property retry-join is not allowed.',
    ]);
  });

  test('a deprecated option is marked with what to use', async () => {
    expect(await open('{ "start_join": ["10.0.0.1"] }|').problems()).toEqual([
      '"start_join": ["10.0.0.1"]: Deprecated since 1.15; use retry_join.',
    ]);
  });

  test('an option of another release', async () => {
    const text = '{ "acl": { "tokens": { "dns": "x" } } }|';
    expect(await open(text, '1.16').problems()).toEqual(['"dns": Property dns is not allowed.']);
    expect(await open(text, '1.17').problems()).toEqual([]);
  });

  test('none in a good file', async () => {
    const good = {
      datacenter: 'dc1',
      server: true,
      bootstrap_expect: 3,
      retry_join: ['10.0.0.1', 'provider=aws tag_key=a tag_value=b'],
      log_level: 'info',
      services: [{ name: 'web', port: 80, check: { http: 'http://localhost', interval: '10s' } }],
      config_entries: { bootstrap: [{ Kind: 'service-defaults', Name: 'web', Protocol: 'http' }] },
    };
    expect(await open(`${JSON.stringify(good)}|`).problems()).toEqual([]);
  });
});

test('published schemas say in words what only VS Code knows as hints', () => {
  const text = JSON.stringify(agentJsonSchema('1.20'));
  expect(text).not.toMatch(/deprecationMessage|doNotSuggest|patternErrorMessage/);
  expect(text).toContain('Deprecated since 1.15; use retry_join.');
});
