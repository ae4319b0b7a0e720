/** Manifests that build on others, and several at once. */
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { expand } from '../../src/manifest/expand.ts';
import type { Library } from '../../src/manifest/extend.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { Source } from '../../src/text/source/source.ts';
import { toPlain } from '../../src/text/tree/value.ts';

const libraryOf = (files: Record<string, string>): Library => ({
  open: (path, from) => {
    const file = posix.join(posix.dirname(from.file), path);
    const text = files[file];
    return text === undefined ? { problem: 'does not exist' } : { source: new Source(file, text), id: file };
  },
});

function load(files: Record<string, string>, names: readonly string[] = ['cluster.yaml']) {
  const sources = names.map((name) => new Source(name, files[name]!));
  return loadManifest(sources, libraryOf(files));
}

/** `file:line:column message` */
function problemsIn(files: Record<string, string>): string[] {
  return load(files).findings.map(({ at, message }) => {
    const { line, column } = at.source.position(at.start);
    return `${at.source.file}:${line}:${column} ${message}`;
  });
}

function configsOf(files: Record<string, string>, names?: readonly string[]) {
  const { manifest, findings } = load(files, names);
  expect(findings).toEqual([]);
  return Object.fromEntries(expand(manifest!).nodes.map(({ name, config }) => [name, toPlain(config)]));
}

const base = `consul: "1.16"
config: { log_level: WARN, recursors: [1.1.1.1], node_meta: { a: base, b: base } }
servers: { a: { address: 10.0.0.1 }, b: }
`;

test('what a manifest says is laid over what it extends: maps key by key, lists replaced', () => {
  const site =
    'extends: ../base.yaml\nconfig: { recursors: [9.9.9.9], node_meta: { b: site } }\nclients: [x]\n';
  const { a, x } = configsOf({ 'sites/one.yaml': site, 'base.yaml': base }, ['sites/one.yaml']);
  expect(a).toMatchObject({ log_level: 'WARN', recursors: ['9.9.9.9'], node_meta: { a: 'base', b: 'site' } });
  expect(x).toMatchObject({ retry_join: ['10.0.0.1', 'b'] });
});

test('of several the later counts, and a file reached by two ways is read once', () => {
  const files = {
    'cluster.yaml': 'extends: [one.yaml, two.yaml]\nservers: [a]\n',
    'one.yaml': 'extends: base.yaml\nconfig: { log_level: INFO, domain: one }\n',
    'two.yaml': 'extends: base.yaml\nconfig: { domain: two }\n',
    'base.yaml': 'consul: "1.20"\nconfig: { log_level: WARN }\n',
  };
  expect(configsOf(files).a).toMatchObject({ log_level: 'WARN', domain: 'two' });
});

test('several manifests are laid over each other in their order', () => {
  const files = { 'cluster.yaml': base, 'over.yaml': 'config: { log_level: DEBUG, node_meta: ~ }\n' };
  const { a } = configsOf(files, ['cluster.yaml', 'over.yaml']);
  expect(a).toMatchObject({ log_level: 'DEBUG', recursors: ['1.1.1.1'] });
  expect(a).not.toHaveProperty('node_meta');
});

test('a finding points into the file where the value is', () => {
  const files = { 'cluster.yaml': 'extends: base.yaml\n', 'base.yaml': `${base}config2: 1\n` };
  expect(problemsIn(files)).toEqual([expect.stringMatching(/^base\.yaml:4:1 `config2` is not a key/)]);
  const secret = { ...files, 'base.yaml': `${base}server_config: { encrypt: abc }\n` };
  expect(problemsIn(secret)).toEqual([expect.stringMatching(/^base\.yaml:4:27 `encrypt` is a secret/)]);
});

test.each<[what: string, files: Record<string, string>, expected: RegExp]>([
  ['itself', { 'cluster.yaml': 'extends: cluster.yaml\n' }, /^cluster\.yaml:1:10 .*would extend itself/],
  [
    'a ring',
    {
      'cluster.yaml': 'extends: b.yaml\n',
      'b.yaml': 'extends: c.yaml\n',
      'c.yaml': 'x: 1\nextends: b.yaml\n',
    },
    /^c\.yaml:2:10 b\.yaml would extend itself/,
  ],
  [
    'what is not there',
    { 'cluster.yaml': 'extends: [b.yaml]\n' },
    /^cluster\.yaml:1:11 .*"b\.yaml" does not exist/,
  ],
  [
    'what is no YAML',
    { 'cluster.yaml': 'extends: b.yaml\n', 'b.yaml': '[' },
    /^b\.yaml:1:2 this is not YAML/,
  ],
  [
    'what is empty',
    { 'cluster.yaml': 'extends: b.yaml\n', 'b.yaml': '' },
    /^b\.yaml:1:1 the manifest is empty/,
  ],
  [
    'an absolute path',
    { 'cluster.yaml': 'extends: /etc/b.yaml\n' },
    /^cluster\.yaml:1:10 .*write a path relative/,
  ],
  [
    'a path of Windows',
    { 'cluster.yaml': 'extends: "C:\\\\b"\n' },
    /^cluster\.yaml:1:10 .*write a path relative/,
  ],
  ['a home', { 'cluster.yaml': 'extends: ~/b.yaml\n' }, /^cluster\.yaml:1:10 .*write a path relative/],
  ['a NUL', { 'cluster.yaml': 'extends: "b\\0"\n' }, /^cluster\.yaml:1:10 .*control characters/],
])('%s cannot be extended', (_, files, expected) => {
  expect(problemsIn(files)[0]).toMatch(expected);
});

test('neither can a number be', () => {
  expect(problemsIn({ 'cluster.yaml': `${base}extends: 5\n` })[0]).toMatch(/`extends` must be/);
});

test('a chain may be long, but not without end', () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, i) => [`${i}.yaml`, i + 1 < length ? `extends: ${i + 1}.yaml\n` : base]),
    );
  expect(problemsIn({ ...chain(8), 'cluster.yaml': 'extends: 0.yaml\n' })).toEqual([]);
  expect(problemsIn({ ...chain(9), 'cluster.yaml': 'extends: 0.yaml\n' })).toEqual([
    expect.stringMatching(/^7\.yaml:1:10 more than 8 files/),
  ]);
});

test('files that extend each other twice at every step are read once each', () => {
  const files = Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [
      `${i}.yaml`,
      i < 7 ? `extends: [${i + 1}.yaml, ${i + 1}.yaml]\n` : base,
    ]),
  );
  let opened = 0;
  const library = libraryOf(files);
  const counting: Library = {
    open: (path, from) => {
      opened += 1;
      return library.open(path, from);
    },
  };
  loadManifest(new Source('cluster.yaml', 'extends: 0.yaml\n'), counting);
  expect(opened).toBeLessThan(20);
});

test('a program has no files to extend', () => {
  expect(loadManifest(new Source('x', 'extends: a.yaml\n')).findings[0]?.message).toMatch(/names files/);
});
