/** The catalog of schemas for editors, in SchemaStore's form. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { minors } from '../../src/options/releases/versions.ts';
import { repository, run } from '../support/run.ts';

const schemas = readdirSync(join(repository, 'schemas')).map((name) => ({
  name,
  schema: JSON.parse(readFileSync(join(repository, 'schemas', name), 'utf8')),
}));

interface Entry {
  readonly name: string;
  readonly fileMatch: readonly string[];
  readonly url: string;
  readonly versions?: Readonly<Record<string, string>>;
}

const catalog: readonly Entry[] = JSON.parse(
  readFileSync(join(repository, 'editors/catalog.json'), 'utf8'),
).schemas;

test.each(schemas)('$name is valid in strict mode, and named by its address', ({ name, schema }) => {
  const options = { strict: true, allErrors: true };
  const ajv = schema.$schema.includes('2020') ? new Ajv2020(options) : new Ajv(options);
  expect(() => ajv.compile(schema)).not.toThrow();
  expect(schema.$id).toBe(`https://cdn.jsdelivr.net/gh/consul-cfg/consul-cfg@0/schemas/${name}`);
});

test('every entry names a schema that ships, and that of agents one for each release', () => {
  const addresses = new Set(schemas.map(({ schema }) => schema.$id));
  for (const { url, versions = {} } of catalog)
    for (const address of [url, ...Object.values(versions)]) expect(addresses).toContain(address);
  expect(Object.keys(catalog[0]?.versions ?? {})).toEqual([...minors]);
});

/** The entries whose patterns match a path, as VS Code matches them. */
async function matching(path: string): Promise<string[]> {
  const service = getLanguageService({});
  const names = await Promise.all(
    catalog.map(async ({ name, fileMatch }) => {
      const schema = { not: {} };
      service.configure({
        validate: true,
        schemas: [{ uri: `schema://${name}`, fileMatch: [...fileMatch], schema }],
      });
      const document = TextDocument.create(`file://${path}`, 'json', 1, '{}');
      const problems = await service.doValidation(document, service.parseJSONDocument(document));
      return problems.length > 0 ? [name] : [];
    }),
  );
  return names.flat();
}

const manifest = 'consul: "1.20"\nservers: [a, a]\n';
const agent = '{ "retry_jion": [] }\n';

test.each([
  ['consul.d/a.json', agent, 'Consul agent'],
  ['srv1/etc/consul.d/a.json', agent, 'Consul agent'],
  ['srv1/etc/consul/a.json', agent, 'Consul agent'],
  ['cluster.yaml', manifest, 'consul-cfg cluster'],
  ['consul/cluster.yml', manifest, 'consul-cfg cluster'],
  ['prod-cluster.yaml', manifest, 'consul-cfg cluster'],
  ['consul-cfg.yaml', 'rules: { a/b: off }\n', 'consul-cfg settings'],
])('%s is matched, and linted', async (path, text, name) => {
  expect(await matching(`/repository/${path}`)).toEqual([name]);
  const cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-catalog-'));
  try {
    const files = { [path]: text, ...(name.endsWith('settings') && { 'consul.d/a.json': agent }) };
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, file)), { recursive: true });
      writeFileSync(join(cwd, file), content);
    }
    expect((await run(['lint', '.', '--format', 'json'], { cwd })).stdout).toContain(`"file": "${path}"`);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
});

test.each(['/repository/package.json', '/repository/compose.yaml', '/repository/nomad.d/a.json'])(
  '%s is not',
  async (path) => {
    expect(await matching(path)).toEqual([]);
  },
);
