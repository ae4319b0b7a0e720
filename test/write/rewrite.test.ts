/** Files of people: a new text, and all else as it was, or nothing at all. */
import {
  chmodSync,
  chownSync,
  linkSync,
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
import { rewriteFiles } from '../../src/write/rewrite.ts';
import { run } from '../support/run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const at = (name: string): string => join(cwd, name);
const put = (name: string, text: string): void => writeFileSync(at(name), text);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const isRoot = process.getuid?.() === 0;

const change = (name: string, before: string, after: string) => ({
  path: at(name),
  shown: name,
  before: Buffer.from(before),
  after: Buffer.from(after),
});

const loose = 'data_dir   = "/var/lib/consul"\n';
const tidy = 'data_dir = "/var/lib/consul"\n';

test.each(['0022', '0077', '0000'])('the mode stays, whatever the umask: %s', async (umask) => {
  const before = process.umask(Number.parseInt(umask, 8));
  try {
    for (const mode of [0o600, 0o640, 0o644, 0o664, 0o444]) {
      put('a.hcl', loose);
      chmodSync(at('a.hcl'), mode);
      expect(await run(['fmt', '--write', 'a.hcl'], { cwd })).toMatchObject({ code: 0 });
      expect([read('a.hcl'), statSync(at('a.hcl')).mode & 0o7777]).toEqual([tidy, mode]);
      rmSync(at('a.hcl'));
    }
  } finally {
    process.umask(before);
  }
  expect(readdirSync(cwd)).toEqual([]);
});

const deprecated = 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.1"\nacl_datacenter = "dc1"\n';

test.runIf(isRoot).each([
  ['fmt --write a.hcl', loose],
  ['lint --fix --consul 1.16 a.hcl', deprecated],
  ['upgrade --from 1.10 --to 1.16 --write a.hcl', deprecated],
])('owner and group stay when root runs %s (needs root)', async (line, text) => {
  put('a.hcl', text);
  chownSync(at('a.hcl'), 65534, 65533);
  chmodSync(at('a.hcl'), 0o640);
  await run(line.split(' '), { cwd });
  expect(read('a.hcl')).not.toBe(text);
  const { uid, gid, mode } = statSync(at('a.hcl'));
  expect([uid, gid, mode & 0o7777]).toEqual([65534, 65533, 0o640]);
});

test('a symbolic link stays one, and what it leads to is written', async () => {
  mkdirSync(at('real'));
  put('real/a.hcl', loose);
  symlinkSync('real/a.hcl', at('a.hcl'));
  expect(await run(['fmt', '--write', 'a.hcl'], { cwd })).toMatchObject({ code: 0 });
  expect(lstatSync(at('a.hcl')).isSymbolicLink()).toBe(true);
  expect(read('real/a.hcl')).toBe(tidy);
});

test('of a file with several names nothing is written, and of the files next to it neither', async () => {
  put('a.hcl', loose);
  put('b.hcl', loose);
  linkSync(at('b.hcl'), at('other'));
  const { code, stderr, stdout } = await run(['fmt', '--write', 'a.hcl', 'b.hcl'], { cwd });
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/^consul-cfg: cannot write b\.hcl: it has 2 names .*; nothing was written\n$/);
  expect([read('a.hcl'), read('b.hcl')]).toEqual([loose, loose]);
  expect(readdirSync(cwd)).toEqual(['a.hcl', 'b.hcl', 'other']);
});

test('what was written since it was read stays', () => {
  put('a', 'edited\n');
  expect(() => rewriteFiles([change('a', 'read\n', 'new\n')])).toThrow(
    /it was changed since it was read.*nothing/,
  );
  expect(read('a')).toBe('edited\n');
  expect(readdirSync(cwd)).toEqual(['a']);
});

test.runIf(isRoot)('an owner that only root could keep is not lost (needs root)', async () => {
  put('a.hcl', loose);
  chmodSync(cwd, 0o777);
  chmodSync(at('a.hcl'), 0o666);
  process.seteuid!(65534);
  try {
    const { code, stderr } = await run(['fmt', '--write', 'a.hcl'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toMatch(/it belongs to 0:0, and only root could keep that.*nothing was written/);
  } finally {
    process.seteuid!(0);
  }
  expect([read('a.hcl'), readdirSync(cwd)]).toEqual([loose, ['a.hcl']]);
});

test('what a fix inserts ends its lines as the file does', async () => {
  put('a.hcl', deprecated.replaceAll('\n', '\r\n'));
  await run(['upgrade', '--from', '1.10', '--to', '1.16', '--write', 'a.hcl'], { cwd });
  expect(read('a.hcl')).toContain('primary_datacenter');
  expect(read('a.hcl')).not.toMatch(/(?<!\r)\n/);
});

test('a name that is not UTF-8 is read and written as any other', async () => {
  const name = Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0xff]), Buffer.from('.hcl')]);
  try {
    writeFileSync(name, loose);
  } catch {
    // Not every file system takes such names.
    return;
  }
  expect(await run(['validate', '.'], { cwd })).toMatchObject({ code: 0 });
  expect(await run(['fmt', '--write', '.'], { cwd })).toMatchObject({ code: 0 });
  expect(readFileSync(name, 'utf8')).toBe(tidy);
});
