/** What git keeps, as read from repositories that git made here; skipped where there is no git. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { trackedFiles } from '../../../src/files/git/tracked.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

let base: string;
let root: string;

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'consul-cfg-git-')));
  root = join(base, 'repository');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const env = {
  PATH: process.env.PATH,
  HOME: tmpdir(),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};
const gitIn = (cwd: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const git = (...args: string[]): string => gitIn(root, ...args);

const files = [
  'a.json',
  'etc/consul.d/ä ö.hcl',
  'etc/consul.d/server.hcl',
  `long/${'n'.repeat(120)}/${`${'m'.repeat(100)}/`.repeat(2)}x.json`,
  'untracked.json',
];

function put(path: string, at: string = root): void {
  mkdirSync(dirname(join(at, path)), { recursive: true });
  writeFileSync(join(at, path), '{}');
}

function makeRepository(...init: string[]): void {
  mkdirSync(root);
  git('init', '-q', ...init);
  for (const file of files) put(file);
  git('add', ...files.slice(0, -1));
}

/** Those of the files that are found, and those that git itself lists. */
function tracked(at: string = root): string[] {
  const isTracked = trackedFiles();
  return files.filter((file) => isTracked(join(at, file)));
}

describe.skipIf(!hasGit)('a repository (needs git on PATH)', () => {
  test.each(['2', '3', '4'])('with an index of version %s', (version) => {
    makeRepository();
    git('update-index', '--index-version', version);
    expect(tracked()).toEqual(files.slice(0, -1));
    git('add', '--intent-to-add', 'untracked.json');
    expect(tracked()).toEqual(files);
  });

  test('whose objects are named by SHA-256', () => {
    makeRepository('--object-format=sha256');
    expect(tracked()).toEqual(files.slice(0, -1));
  });

  test('with a linked work tree, and a submodule', () => {
    makeRepository();
    git('commit', '-qm', 'one');
    git('worktree', 'add', '-q', '../linked');
    for (const file of files) put(file, join(base, 'linked'));
    expect(tracked(join(base, 'linked'))).toEqual(files.slice(0, -1));
    git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', root, 'inner');
    put('untracked.json', join(root, 'inner'));
    expect(tracked(join(root, 'inner'))).toEqual(files.slice(0, -1));
  });

  test('in a conflict', () => {
    makeRepository();
    git('commit', '-qm', 'one');
    git('checkout', '-qb', 'other');
    writeFileSync(join(root, 'a.json'), '[1]');
    git('commit', '-qam', 'two');
    git('checkout', '-q', '-');
    writeFileSync(join(root, 'a.json'), '[2]');
    git('commit', '-qam', 'three');
    expect(() => git('merge', '-q', 'other')).toThrow();
    expect(tracked()).toEqual(files.slice(0, -1));
  });

  test('whose index is split: nothing is known', () => {
    makeRepository();
    git('update-index', '--split-index');
    expect(tracked()).toEqual([]);
  });

  test('whose files are elsewhere: nothing is known of those here', () => {
    makeRepository();
    mkdirSync(join(base, 'elsewhere'));
    git('config', 'core.worktree', join(base, 'elsewhere'));
    expect(tracked()).toEqual([]);
  });

  test('reached by a symbolic link, and a file that is one', () => {
    makeRepository();
    symlinkSync(root, join(base, 'link'));
    expect(tracked(join(base, 'link'))).toEqual(files.slice(0, -1));
    rmSync(join(root, 'a.json'));
    writeFileSync(join(base, 'outside.json'), '{}');
    symlinkSync('../outside.json', join(root, 'a.json'));
    expect(trackedFiles()(join(root, 'a.json'))).toBe(false);
  });

  test('copied, without its objects', () => {
    makeRepository();
    cpSync(root, join(base, 'copy'), { recursive: true });
    rmSync(join(base, 'copy/.git/objects'), { recursive: true });
    expect(tracked(join(base, 'copy'))).toEqual(files.slice(0, -1));
  });
});

test.each([
  ['nothing', undefined],
  ['a file that is none of git', 'what is this'],
  ['a file that names itself', 'gitdir: .git'],
  ['a file that names a device', 'gitdir: /dev'],
])('a .git that is %s: nothing is known', (_, text) => {
  mkdirSync(root);
  for (const file of files) put(file);
  if (text !== undefined) writeFileSync(join(root, '.git'), text);
  expect(tracked()).toEqual([]);
});
