/** A directory on disk: nothing half written, nothing outside. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { directory } from '../../src/write/disk/directory.ts';
import { DiskError } from '../../src/write/disk/disk.ts';
import { makeOwn } from '../../src/write/disk/staging.ts';

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

const own = (pid: number): string => join(root, `.consul-cfg-${pid}-0123456789ab.tmp`);

test('what a killed run left behind is removed; what a running one left, or another program, stays', () => {
  mkdirSync(root);
  const running = makeOwn(root);
  const killed = makeOwn(root);
  const owner = JSON.parse(readFileSync(join(killed, 'owner'), 'utf8'));
  writeFileSync(join(killed, 'owner'), JSON.stringify({ ...owner, pid: 2 ** 22 + 1 }));
  mkdirSync(own(1));
  mkdirSync(join(root, '.consul-cfg-mine.tmp'));
  directory(root).write('x', 'whole\n', 0o644);
  const left = [basename(running), basename(own(1)), '.consul-cfg-mine.tmp', 'x'];
  expect(readdirSync(root).sort()).toEqual(left.sort());
});

test('what no run has signed is removed when it is old', () => {
  mkdirSync(own(1), { recursive: true });
  utimesSync(own(1), 0, 0);
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

test('a folder that becomes a link between look and write leads nowhere', () => {
  mkdirSync(join(root, 'node'), { recursive: true });
  mkdirSync(join(base, 'elsewhere'));
  const disk = directory(root);
  expect(disk.look('node/x')).toEqual({ kind: 'absent' });
  renameSync(join(root, 'node'), join(root, 'away'));
  symlinkSync(join(base, 'elsewhere'), join(root, 'node'));
  expect(() => disk.write('node/x', 'x', 0o644)).toThrow(DiskError);
  expect(() => disk.remove('node/x')).toThrow(DiskError);
  expect(readdirSync(join(base, 'elsewhere'))).toEqual([]);
});

test('a file that is replaced keeps its mode, whatever the umask', () => {
  const disk = directory(root);
  disk.write('x', '1\n', 0o644);
  chmodSync(join(root, 'x'), 0o664);
  const before = process.umask(0o077);
  try {
    disk.write('x', '2\n', 0o644);
    disk.write('y', 'secret', 0o600);
  } finally {
    process.umask(before);
  }
  expect(modeOf(join(root, 'x'))).toBe(0o664);
  expect(modeOf(join(root, 'y'))).toBe(0o600);
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
