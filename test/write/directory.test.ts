/** A directory on disk: nothing half written, nothing outside. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { directory } from '../../src/write/directory.ts';
import { DiskError } from '../../src/write/disk.ts';

let base: string;
let root: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  root = join(base, 'out');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const modeOf = (path: string): number => statSync(path).mode & 0o777;

test("directories are made on the way, and a secret is its owner's alone", () => {
  const disk = directory(root);
  expect(disk.look('a/b/c')).toEqual({ kind: 'absent' });
  disk.write('a/b/c', 'text\n', 0o600);
  expect(disk.look('a/b/c')).toEqual({ kind: 'file', content: 'text\n', mode: 0o600 });
  expect(modeOf(join(root, 'a/b/c'))).toBe(0o600);
  expect(readdirSync(join(root, 'a/b'))).toEqual(['c']);
});

test('a file is replaced, not written into: a reader of the old one keeps it', () => {
  const disk = directory(root);
  disk.write('x', '1\n', 0o644);
  const before = lstatSync(join(root, 'x')).ino;
  disk.write('x', '2\n', 0o644);
  expect(lstatSync(join(root, 'x')).ino).not.toBe(before);
  expect(readFileSync(join(root, 'x'), 'utf8')).toBe('2\n');
});

test('what a killed run left beside is taken away', () => {
  mkdirSync(root);
  writeFileSync(join(root, 'x.consul-cfg-new'), 'half');
  directory(root).write('x', 'whole\n', 0o644);
  expect(readdirSync(root)).toEqual(['x']);
});

test('no way leads out through a symbolic link', () => {
  mkdirSync(root);
  mkdirSync(join(base, 'elsewhere'));
  symlinkSync(join(base, 'elsewhere'), join(root, 'node'));
  symlinkSync(join(base, 'elsewhere/file'), join(root, 'link'));
  const disk = directory(root);
  expect(disk.look('node/etc/x')).toMatchObject({
    kind: 'blocked',
    why: expect.stringContaining('symbolic link'),
  });
  expect(disk.look('link')).toMatchObject({ kind: 'blocked' });
  expect(() => disk.write('node/etc/x', 'x', 0o644)).toThrow(DiskError);
  expect(readdirSync(join(base, 'elsewhere'))).toEqual([]);
});

test('a link beside, where the new file is made, is not followed', () => {
  mkdirSync(root);
  writeFileSync(join(base, 'victim'), 'safe');
  symlinkSync(join(base, 'victim'), join(root, 'x.consul-cfg-new'));
  directory(root).write('x', 'new', 0o644);
  expect(readFileSync(join(base, 'victim'), 'utf8')).toBe('safe');
});

const fileOnTheWay = () => {
  mkdirSync(root);
  writeFileSync(join(root, 'a'), '');
};

test.each([
  ['a file where a directory should be', () => writeFileSync(root, ''), 'x'],
  ['a file on the way', fileOnTheWay, 'a/x'],
  ["a directory in the file's place", () => mkdirSync(join(root, 'x'), { recursive: true }), 'x'],
])('%s is in the way', (_, prepare, path) => {
  prepare();
  expect(directory(root).look(path)).toMatchObject({ kind: 'blocked' });
});

test('the directory itself may be a symbolic link: its owner named it', () => {
  mkdirSync(join(base, 'real'));
  symlinkSync(join(base, 'real'), root);
  directory(root).write('x', 'x', 0o644);
  expect(existsSync(join(base, 'real/x'))).toBe(true);
});

test('removing takes the directories along that it leaves empty, and no others', () => {
  const disk = directory(root);
  disk.write('a/b/c', '', 0o644);
  disk.write('a/d', '', 0o644);
  disk.remove('a/b/c');
  expect(readdirSync(join(root, 'a'))).toEqual(['d']);
  disk.remove('a/d');
  expect(readdirSync(root)).toEqual([]);
});

test('what the machine refuses is one line that names the path', () => {
  const name = 'x'.repeat(300);
  expect(() => directory(root).write(name, '', 0o644)).toThrow(/^cannot write \S+x: the name is too long$/);
});
