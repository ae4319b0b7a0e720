/** The schema of the settings takes what loading takes. */
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { readSettings } from '../../src/engine/settings/file.ts';
import { manifestJsonSchema, manifestSchema, settingsJsonSchema, settingsSchema } from '../../src/schemas.ts';
import { decode } from '../../src/text/decode.ts';
import { Source } from '../../src/text/source/source.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';

const fits = new Ajv({ strict: false }).compile(settingsJsonSchema());

/** Errors only: a renamed rule is a warning. */
function loads(data: unknown): boolean {
  const root = decode(parseYaml(new Source('consul-cfg.yaml', JSON.stringify(data)))).value!;
  return readSettings(root, { expand: () => [] }).findings.every(({ severity }) => severity !== 'error');
}

const good: readonly object[] = [
  {},
  { consul: '1.20', preset: 'strict', profile: 'patroni' },
  { consul: 'v1.20.1+ent' },
  { consul: 1.16 },
  { consul: '1.9' },
  { rules: { 'gossip/unencrypted': 'off', 'join/*': 'error', 'tls/*': false } },
  { ignore: [{ rule: 'gossip/unencrypted', files: '*.hcl', path: 'encrypt', reason: 'a test' }] },
  {
    nodes: [
      { name: 'a', files: ['a/*.hcl'], unit: 'a.service', cluster: 'c', consul: '1.16' },
      { flags: '-server' },
    ],
  },
  { nodes: [{ each: 'hosts/*', files: '*.hcl' }] },
];

const bad: readonly object[] = [
  { nope: 1 },
  { consul: '1.99' },
  { preset: 'loose' },
  { profile: 'production' },
  { rules: { 'gossip/unencripted': 'off' } },
  { rules: { 'gossip/unencrypted': 'loud' } },
  { rules: ['gossip/unencrypted'] },
  { ignore: [{ files: '*.hcl', reason: 'x' }] },
  { ignore: { rule: 'gossip/unencrypted', reason: 'x' } },
  { nodes: [{ name: 'a', fils: ['x'] }] },
];

test.each(good)('%j is taken', (data) => {
  expect([loads(data), settingsSchema().safeParse(data).success, fits(data)]).toEqual([true, true, true]);
});

test.each(bad)('%j is refused', (data) => {
  expect([loads(data), settingsSchema().safeParse(data).success]).toEqual([false, false]);
  if (!('consul' in data)) expect(fits(data)).toBe(false);
});

test('one parse reports all errors, with what to write', () => {
  const { error } = settingsSchema().safeParse({
    consul: '1.99',
    rules: { 'gossip/unencripted': 'off' },
    nope: 1,
  });
  const text = z.prettifyError(error!);
  expect(text).toContain('must be a Consul release such as "1.20"');
  expect(text).toContain('did you mean gossip/unencrypted?');
  expect(text).toContain('nope');
});

test('the manifest: zod for its keys, JSON Schema with the options of agents', () => {
  const { error } = manifestSchema().safeParse({ servers: 1, tls: { clients: 'x' } });
  expect(error!.issues.map(({ path }) => path.join('.'))).toEqual(
    expect.arrayContaining(['consul', 'servers', 'tls.clients']),
  );
  expect(Object.keys(manifestJsonSchema().properties as object)).toEqual(
    expect.arrayContaining(Object.keys(manifestSchema().shape)),
  );
});

test('rules of a script may be named where their ids are given', () => {
  const settings = {
    rules: { 'acme/syslog': 'error', 'acme/*': 'off' },
    ignore: [{ rule: 'acme/syslog', reason: 'x' }],
  };
  expect(settingsSchema(['acme/syslog']).safeParse(settings).success).toBe(true);
  expect(settingsSchema(['acme/other']).safeParse(settings).success).toBe(false);
  expect(settingsSchema().safeParse(settings).success).toBe(false);
});
