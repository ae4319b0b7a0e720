/** Globs of the settings: what they match, and what is refused because it could hang or lead elsewhere. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expandGlobs, type Wanted } from '../../src/app/settings/expand.ts';
import { readSettings } from '../../src/engine/settings/file.ts';
import { readGlob } from '../../src/engine/settings/glob.ts';
import { disk } from '../../src/model/load/disk.ts';
import { decode } from '../../src/text/decode.ts';
import { Source } from '../../src/text/source/source.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';

let root = '';
beforeAll(() => {
  const outer = mkdtempSync(join(tmpdir(), 'consul-cfg-globs-'));
  root = join(outer, 'repository');
  for (const path of [
    'a.hcl',
    '.hidden.hcl',
    'hosts/s1/a.json',
    'hosts/s1/deep/b.hcl',
    'hosts/s2/a.json',
    'x[1].hcl',
    '../outside.hcl',
  ]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }
  symlinkSync('hosts/s1', join(root, 'link'));
  symlinkSync('..', join(root, 'hosts/s2/loop'));
  symlinkSync(outer, join(root, 'out'));
});
afterAll(() => rmSync(dirname(root), { recursive: true, force: true }));

const found = (pattern: string | string[], wanted: Wanted = 'files', from = ''): string[] =>
  expandGlobs([pattern].flat(), wanted, { root, from: join(root, from), fs: disk }).map((path) =>
    relative(root, path),
  );

test.each([
  ['*.hcl', ['.hidden.hcl', 'a.hcl', 'x[1].hcl']],
  ['./a.hcl', ['a.hcl']],
  ['?.hcl', ['a.hcl']],
  ['[!b].{hcl,json}', ['a.hcl']],
  ['x[[]1].hcl', ['x[1].hcl']],
  ['hosts/*/a.json', ['hosts/s1/a.json', 'hosts/s2/a.json']],
  ['hosts/s[2-3]/*', ['hosts/s2/a.json']],
  ['**/b.hcl', ['hosts/s1/deep/b.hcl']],
  ['hosts/**', ['hosts/s1/a.json', 'hosts/s1/deep/b.hcl', 'hosts/s2/a.json']],
  ['**/**/**/*.json', ['hosts/s1/a.json', 'hosts/s2/a.json']],
  ['link/*.json', ['link/a.json']],
  ['nothing/*', []],
] as const)('%s', (pattern, paths) => expect(found(pattern)).toEqual(paths));

test('directories, what is taken away again, and the way up from where a glob begins', () => {
  expect(found('hosts/*', 'directories')).toEqual(['hosts/s1', 'hosts/s2']);
  expect(found(['**/*.json', '!hosts/s2/**'])).toEqual(['hosts/s1/a.json']);
  expect(found('../../*.hcl', 'files', 'hosts/s1')).toContain('a.hcl');
});

test('no glob finds what is outside of the directory of the settings', () => {
  for (const pattern of [
    '/**',
    '../**',
    '../../../**',
    'out/**',
    'out/*.hcl',
    '**/outside.hcl',
    'hosts/../../*',
    '{..,x}/*',
  ])
    expect(
      found(pattern).filter((path) => /outside/.test(path)),
      pattern,
    ).toEqual([]);
  expect(found('../../../*', 'files', 'hosts/s1')).toEqual([]);
});

test.each([
  ['/etc/*', 'absolute'],
  ['C:\\x', 'absolute'],
  ['('.repeat(5000), 'longer'],
  ['a(b)', 'parentheses'],
  ['+(a|aa)', 'parentheses'],
  ['x/../y', 'beginning'],
  ['{..,x}/*', 'beginning'],
  ['{a', 'braces'],
  ['{a,{b,c}}', 'braces'],
  ['{a,b}'.repeat(40), 'braces'],
])('%j is refused', (pattern, why) =>
  expect(readGlob(pattern)).toEqual({ refused: expect.stringContaining(why) }),
);

test('stars cost the length of the name, whatever is between them', () => {
  const fs = {
    ...disk,
    list: () =>
      Array.from({ length: 100 }, (_, i) => ({
        name: 'a'.repeat(250) + i,
        kind: 'file' as const,
        symlink: false,
      })),
  };
  const start = process.cpuUsage();
  expect(expandGlobs([`${'*a'.repeat(100)}*b`], 'files', { root, from: root, fs })).toEqual([]);
  expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
});

test('a glob that is refused is a finding, and covers nothing', () => {
  const text = `ignore:
  - { rule: join/missing, reason: x, files: [/etc/*, "../*"] }
nodes:
  - { name: a, files: "../x.hcl" }
  - { each: "hosts/*", files: ["../../x.hcl", "*.hcl"] }
  - { each: "hosts/*", files: ["../../../x.hcl", "*.hcl"] }
  - { each: "+(a)", files: "*.hcl" }
`;
  const { value } = decode(parseYaml(new Source('consul-cfg.yaml', text)));
  const { file, findings } = readSettings(value!, { expand: () => [] });
  expect(findings.map(({ at }) => at.source.position(at.start).line)).toEqual([2, 2, 4, 6, 7]);
  expect(file.nodes.map(({ files }) => files)).toEqual([['../../x.hcl', '*.hcl'], ['*.hcl']]);
  const at = new Source('a.hcl', '').span(0, 0);
  expect(file.settings.ignores[0]!.covers({ rule: 'join/missing', severity: 'error', message: '', at })).toBe(
    false,
  );
});
