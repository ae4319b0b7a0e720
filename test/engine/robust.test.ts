/** Whatever a configuration holds, lint ends, and points into the files that it was given. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixAll } from '../../src/fix/fix.ts';
import { printHcl } from '../../src/hcl.ts';
import { agent } from '../../src/options/agent.ts';
import { walk } from '../../src/options/lookup.ts';
import { type Files, lintFiles } from '../support/lab.ts';

const paths: string[] = [];
walk(agent, ({ path }) => {
  if (!/[[{]/.test(path)) paths.push(path);
});

const scalar = fc.oneof(
  fc.constantFrom(
    'srv1',
    '10.0.0.1',
    '0.0.0.0',
    '::',
    '',
    ' ',
    '{{ GetPrivateIP }}',
    '{{ x',
    'provider=aws',
    '[::1]:8301',
    '-1s',
    '<IP>',
    '/tmp/x',
    'TLSv1_0',
  ),
  fc.string({ maxLength: 8 }),
  fc.boolean(),
  fc.integer({ min: -2, max: 70_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
);
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** An option that the table knows, at its place in nested objects. */
const config = fc.array(fc.tuple(fc.constantFrom(...paths), value), { maxLength: 14 }).map((settings) => {
  const root: Record<string, unknown> = { data_dir: '/var/lib/consul' };
  for (const [path, setting] of settings) place(root, path.split('.'), setting);
  return root;
});

function place(
  object: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  setting: unknown,
): void {
  if (rest.length === 0) {
    object[name] = setting;
    return;
  }
  const inner = object[name];
  const next = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? { ...inner } : {};
  object[name] = next;
  place(next as Record<string, unknown>, rest, setting);
}

/** Null is a word that HCL has not. */
const withoutNulls = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data, (_key, each) => (each === null ? 'null' : each)));

const hclFile = config.map((node): Files => ({ 'srv/consul.hcl': printHcl(withoutNulls(node) as object) }));

const estate = fc
  .array(config, { minLength: 1, maxLength: 4 })
  .map(
    (nodes): Files =>
      Object.fromEntries(nodes.map((node, i) => [`srv${i}/consul.json`, JSON.stringify(node, null, 2)])),
  );

it('never throws, and never points outside', () => {
  fc.assert(
    fc.property(estate, (files) => {
      for (const { at, message } of lintFiles(files, { profiles: ['patroni'], preset: 'strict' })) {
        expect(Object.keys(files)).toContain(at.source.file);
        expect(at.end).toBeLessThanOrEqual(at.source.text.length);
        expect(message).not.toMatch(/undefined|\[object|NaN/);
      }
    }),
    { numRuns: 300 },
  );
});

it('fixes HCL without breaking what can be read', () => {
  fc.assert(
    fc.property(hclFile, (files) => {
      const isBroken = (now: Files): boolean => lintFiles(now).some(({ rule }) => rule === 'syntax/invalid');
      fc.pre(!isBroken(files));
      const decoder = new TextDecoder();
      let now = files;
      fixAll(
        (replaced) => {
          now = {
            ...files,
            ...Object.fromEntries([...replaced].map(([path, bytes]) => [path, decoder.decode(bytes)])),
          };
          return lintFiles(now);
        },
        () => true,
      );
      expect(isBroken(now)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it('fixes without breaking what can be read', () => {
  fc.assert(
    fc.property(estate, (files) => {
      const decoder = new TextDecoder();
      const { files: fixed } = fixAll(
        (replaced) =>
          lintFiles({
            ...files,
            ...Object.fromEntries([...replaced].map(([path, bytes]) => [path, decoder.decode(bytes)])),
          }),
        () => true,
      );
      for (const { after } of fixed) expect(() => JSON.parse(after)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
