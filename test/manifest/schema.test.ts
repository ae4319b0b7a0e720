/** The schema that editors read: the manifest's shape, and the agent's options inside of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../support/run.ts';

const ajv = new Ajv({ allErrors: true, strictRequired: false });
const validate = ajv.compile(
  JSON.parse(readFileSync(join(repository, 'schemas/cluster.schema.json'), 'utf8')),
);

const example = readFileSync(join(repository, 'examples/patroni/cluster.yaml'), 'utf8');
const verdict = (more: string): boolean => validate(parse(`${example}${more}`));

test('the example fits, and names the schema in its first line', () => {
  expect(verdict('')).toBe(true);
  expect(example.split('\n', 1)[0]).toBe('# yaml-language-server: $schema=../../schemas/cluster.schema.json');
});

test.each([
  'client_config: { retry_join: ~, acl: { tokens: { agent: { env: TOKEN } } } }\n',
  'server_config: { ports: { dns: 53 }, services: [{ name: web, token: { file: token } }] }\n',
  'clients: [a, b]\n',
  'tls: {}\n',
  'tls: { cert: "/a/{node}.pem", clients: auto_encrypt, https: false }\n',
  'acl: { default_policy: deny, tokens: { agent: { generate: "secrets/{node}" } } }\n',
  'federation: { via: mesh_gateways, primary_gateways: ["192.0.2.1:8443"] }\n',
  'patroni: { scope: [a, b], token: { env: A }, register_service: true }\n',
  'systemd: { service: { LimitNOFILE: 9, ExecStartPre: ["", /bin/true] } }\n',
])('fits: %s', (more) => {
  expect(verdict(more)).toBe(true);
});

test.each([
  'client_config: { retry_joyn: [a] }\n',
  'client_config: { retry_join: a }\n',
  'client_config: { encrypt: literal }\n',
  'client_config: { acl: { tokens: { agent: literal } } }\n',
  'client_config: { encrypt: { env: A, file: b } }\n',
  'clients: { a: { adress: 10.0.0.1 } }\n',
  'formats: json\n',
  'tls: { cert: "{nod}.pem" }\n',
  'tls: { https: true }\n',
  'acl: { tokens: { agent: literal } }\n',
  'acl: { defaultpolicy: deny }\n',
  'federation: { via: magic }\n',
  'patroni: { token: literal }\n',
  'format: toml\n',
])('does not fit: %s', (more) => {
  expect(verdict(more)).toBe(false);
});
