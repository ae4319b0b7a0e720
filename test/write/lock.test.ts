/** One run at a time writes into an output directory, and what a killed one left is no hindrance. */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockOutput } from '../../src/write/disk/lock.ts';
import { makeOwn } from '../../src/write/disk/staging.ts';

let root: string;
const state = (): string => join(root, '.consul-cfg');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const resign = (folder: string, more: object): void => {
  const owner = JSON.parse(readFileSync(join(folder, 'owner'), 'utf8'));
  writeFileSync(join(folder, 'owner'), JSON.stringify({ ...owner, ...more }));
};
const age = (folder: string): void => utimesSync(folder, 0, 0);

/** Beyond the highest number that a process can have. */
const unusedPid = 2 ** 22 + 1;

test.skipIf(process.platform !== 'linux')(
  'a directory that cannot be made is an error, and the run ends (needs Linux)',
  () => {
    const script = `import { lockOutput } from '${join(import.meta.dirname, '../../src/write/disk/lock.ts')}';\nlockOutput('/proc/nothing/out');`;
    const { stderr, signal } = spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script],
      { encoding: 'utf8', timeout: 30_000 },
    );
    expect([signal, stderr]).toEqual([null, expect.stringContaining('cannot write into /proc/nothing/out')]);
  },
);

test('the second has to wait, and says for whom; afterwards nothing is left', () => {
  const first = lockOutput(root);
  expect(() => lockOutput(root)).toThrow(
    new RegExp(`another render is writing there \\(process ${process.pid}\\)`),
  );
  first!.close();
  lockOutput(root)!.close();
  expect(readdirSync(state())).toEqual(['.gitignore']);
});

test.each<[string, () => void]>([
  ['has ended', () => resign(join(state(), 'lock'), { pid: unusedPid })],
  ['had the number of another process', () => resign(join(state(), 'lock'), { started: '1' })],
])('the lock of a run that %s is taken over, with all that it left', (_, prepare) => {
  const killed = lockOutput(root)!;
  killed.add('half', 0o600);
  prepare();
  const next = lockOutput(root)!;
  expect(readdirSync(next.folder)).toEqual(['.gitignore', 'owner']);
  next.close();
  expect(readdirSync(state())).toEqual(['.gitignore']);
});

test('of another machine nothing is known: its lock counts until it has long been silent', () => {
  const other = lockOutput(root)!;
  resign(other.folder, { machine: 'elsewhere x y', pid: unusedPid });
  expect(() => lockOutput(root)).toThrow(/process \d+ on elsewhere/);
  age(other.folder);
  lockOutput(root)!.close();
});

test('git takes nothing of it, whatever the repository ignores', () => {
  const git = (...words: string[]) => spawnSync('git', words, { cwd: root, encoding: 'utf8' }).stdout;
  git('init', '-q');
  const lock = lockOutput(root)!;
  lock.add('a secret', 0o600);
  writeFileSync(join(makeOwn(root), 'x'), 'a secret');
  git('add', '-A');
  expect(git('ls-files')).toBe('');
  lock.close();
});

test('something else under that name is left alone', () => {
  mkdirSync(join(root, 'elsewhere'));
  symlinkSync(join(root, 'elsewhere'), state());
  expect(() => lockOutput(root)).toThrow(/is not a directory; move it away/);
  expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
});
