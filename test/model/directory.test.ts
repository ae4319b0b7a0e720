/** Which files make a configuration, and in which order. */
import { expect, test } from 'vitest';
import { validateAgent } from '../../src/engine/validate.ts';
import { listFiles } from '../../src/model/load/directory.ts';
import type { FileSystem } from '../../src/model/load/files.ts';
import { readAgent } from '../../src/model/load/read-agent.ts';
import { memory } from './support/memory.ts';

const files = (names: readonly string[], links: Record<string, string> = {}) =>
  memory(Object.fromEntries(names.map((name) => [name, '{}'])), links);

const paths = (listing: ReturnType<typeof listFiles>) => listing.files.map(({ path }) => path);

test('a directory is read in the byte order of its names', () => {
  const fs = files([
    '/d/a.json',
    '/d/9.json',
    '/d/10.json',
    '/d/B.hcl',
    '/d/_.hcl',
    '/d/é.hcl',
    '/d/.x.json',
  ]);
  expect(paths(listFiles(['/d'], fs))).toEqual([
    '/d/.x.json',
    '/d/10.json',
    '/d/9.json',
    '/d/B.hcl',
    '/d/_.hcl',
    '/d/a.json',
    '/d/é.hcl',
  ]);
});

test('other names are passed over with a word, directories without', () => {
  const listing = listFiles(
    ['/d'],
    files(['/d/a.JSON', '/d/a.json~', '/d/notes', '/d/sub/x.hcl', '/d/ok.hcl']),
  );
  expect(paths(listing)).toEqual(['/d/ok.hcl']);
  expect(listing.skipped).toEqual(['/d/a.JSON', '/d/a.json~', '/d/notes']);
  expect(listing.problems).toEqual([]);
});

test('a symlink counts by the name of its target', () => {
  const fs = files(['/t/x.hcl', '/t/y.txt'], {
    '/d/one': '../t/x.hcl',
    '/d/two.json': '/t/y.txt',
    '/d/three': '/t',
  });
  const listing = listFiles(['/d'], fs);
  expect(listing.files).toEqual([{ path: '/t/x.hcl', format: 'hcl' }]);
  expect(listing.skipped).toEqual(['/t/y.txt']);
});

test('what cannot be read is reported', () => {
  const fs = files(['/d/a.txt', '/e/a.hcl'], { '/e/x.hcl': '/nowhere' });
  expect(listFiles(['/d/a.txt', '/none', '/e'], fs).problems).toEqual([
    { kind: 'extension', path: '/d/a.txt' },
    { kind: 'missing', path: '/none' },
    { kind: 'dangling', path: '/e/x.hcl' },
  ]);
});

test('a pipe or a socket in a directory is not waited for', () => {
  const fs: FileSystem = {
    ...files(['/d/a.hcl']),
    list: () => [
      { name: 'a.hcl', symlink: false, kind: 'file' },
      { name: 'pipe.json', symlink: false, kind: 'other' },
      { name: 'pipe.txt', symlink: false, kind: 'other' },
    ],
  };
  const listing = listFiles(['/d'], fs);
  expect(paths(listing)).toEqual(['/d/a.hcl']);
  expect(listing.skipped).toEqual(['/d/pipe.txt']);
  expect(listing.problems).toEqual([{ kind: 'unreadable', path: '/d/pipe.json' }]);
});

test('a format that is given holds for every file', () => {
  const fs = files(['/d/a.txt', '/d/b.hcl']);
  expect(listFiles(['/d'], fs, 'json').files.map(({ format }) => format)).toEqual(['json', 'json']);
});

test('of several paths the later ones come later, whatever their names', () => {
  const fs = files(['/z/a.hcl', '/a/z.hcl', '/m.json']);
  expect(paths(listFiles(['/z', '/m.json', '/a'], fs))).toEqual(['/z/a.hcl', '/m.json', '/a/z.hcl']);
});

test('an agent says of its paths what is wrong with them', () => {
  const fs = memory({ '/d/a.hcl': 'server = true', '/d/b.txt': '' });
  const agent = readAgent(['/d', '/none'], fs, { version: '1.20' });
  expect(agent.findings.map(({ rule, severity, at }) => [rule, severity, at.source.file])).toEqual([
    ['files/skipped', 'warning', '/d/b.txt'],
    ['files/path', 'error', '/none'],
  ]);
});

test('what is missing from an empty directory is reported at the directory', async () => {
  const agent = readAgent(['/d'], memory({ '/d/sub/a.hcl': '' }), { version: '1.20' });
  const errors = (await validateAgent(agent)).filter(({ severity }) => severity === 'error');
  expect(errors.map(({ rule, at }) => [rule, at.source.file])).toEqual([['storage/data-dir', '/d']]);
});
