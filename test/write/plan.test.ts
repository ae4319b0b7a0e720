/** What a write does to files of ours, files of others, and files that somebody changed. */
import { expect, test } from 'vitest';
import type { OutFile } from '../../src/manifest/file.ts';
import { apply } from '../../src/write/apply.ts';
import { printDiff } from '../../src/write/diff.ts';
import type { Disk } from '../../src/write/disk/disk.ts';
import { type MemoryFile, memory } from '../../src/write/disk/memory.ts';
import { hashOf, ledgerName, parseLedger, printLedger, secretLedgerName } from '../../src/write/ledger.ts';
import { type PlanOptions, plan } from '../../src/write/plan.ts';

const file = (path: string, content: string, secret = false): OutFile => ({
  path,
  mode: secret ? 0o640 : 0o644,
  owner: 'root:root',
  content,
  secret,
});

const kinds = (files: readonly OutFile[], disk: Disk, options?: PlanOptions): string[] =>
  plan(files, disk, options).steps.map((step) => step.kind);

function disk(files: Record<string, string> = {}): { disk: Disk; files: Map<string, MemoryFile> } {
  const map = new Map(Object.entries(files).map(([path, content]) => [path, { content, mode: 0o644 }]));
  return { disk: memory(map), files: map };
}

const write = (files: readonly OutFile[], to: Disk, prune = false) => apply(plan(files, to), to, { prune });

test('the first run creates, the second finds all the same and writes nothing', () => {
  const { disk: to, files } = disk();
  const rendered = [file('a/x', '1\n'), file('b/y', '2\n')];
  expect(write(rendered, to)).toEqual({ written: 2, removed: 0 });
  const before = new Map(files);
  expect(kinds(rendered, to)).toEqual(['same', 'same']);
  expect(write(rendered, to)).toEqual({ written: 0, removed: 0 });
  expect(files).toEqual(before);
});

test('a file of ours is updated', () => {
  const { disk: to, files } = disk();
  write([file('n/x', '1\n')], to);
  expect(kinds([file('n/x', '2\n')], to)).toEqual(['update']);
  write([file('n/x', '2\n')], to);
  expect(files.get('n/x')?.content).toBe('2\n');
});

test('a file that is not ours is refused, and overwritten only by force', () => {
  const { disk: to } = disk({ 'n/x': 'theirs\n' });
  expect(plan([file('n/x', 'ours\n')], to).steps).toMatchObject([
    { kind: 'refuse', path: 'n/x', why: expect.stringContaining('was not written by consul-cfg') },
  ]);
  expect(kinds([file('n/x', 'ours\n')], to, { force: true })).toEqual(['update']);
});

test('a rendered file that was changed since is refused', () => {
  const { disk: to, files } = disk();
  write([file('n/x', '1\n')], to);
  files.set('n/x', { content: 'changed\n', mode: 0o644 });
  expect(plan([file('n/x', '2\n')], to).steps).toMatchObject([
    { kind: 'refuse', why: expect.stringContaining('was changed since') },
  ]);
  expect(kinds([file('n/x', 'changed\n')], to)).toEqual(['same']);
});

test('files of a node that was removed are stale; pruning removes them, but not those that were changed', () => {
  const { disk: to, files } = disk();
  write([file('a/x', '1\n'), file('b/x', '1\n'), file('b/y', '1\n')], to);
  files.set('b/y', { content: 'changed\n', mode: 0o644 });
  expect(kinds([file('a/x', '1\n')], to)).toEqual(['same', 'stale']);
  expect(write([file('a/x', '1\n')], to, true)).toEqual({ written: 0, removed: 1 });
  expect([...files.keys()].sort()).toEqual([ledgerName, 'a/x', 'b/y']);
});

test('without pruning a stale file stays ours', () => {
  const { disk: to } = disk();
  write([file('n/a', '1\n'), file('n/b', '1\n')], to);
  write([file('n/a', '2\n')], to);
  expect(kinds([file('n/a', '2\n')], to)).toEqual(['same', 'stale']);
});

test('the ledger that is committed keeps no hash of a secret, and the diff shows no more than a fingerprint', () => {
  const { disk: to, files } = disk();
  write([file('n/s', 'the-secret\n', true)], to);
  expect(files.get('n/s')?.mode).toBe(0o600);
  expect(files.get(ledgerName)?.content).toContain('# secret  n/s\n');
  expect(files.get(ledgerName)?.content).not.toMatch(/[0-9a-f]{64} {2}n\/s\n/);
  expect(files.get(secretLedgerName)).toMatchObject({ mode: 0o600 });
  const diff = printDiff(plan([file('n/s', 'another-secret\n', true)], to));
  expect(diff).toMatch(/-\(secret, fingerprint [0-9a-f]{8}\)\n\+\(secret, fingerprint [0-9a-f]{8}\)/);
  expect(diff).not.toMatch(/the-secret|another-secret/);
});

test('a file with secrets that was changed is refused, as any other', () => {
  const { disk: to, files } = disk();
  write([file('n/s', '1\n', true)], to);
  expect(kinds([file('n/s', '2\n', true)], to)).toEqual(['update']);
  files.set('n/s', { content: 'changed\n', mode: 0o600 });
  expect(plan([file('n/s', '2\n', true)], to).steps).toMatchObject([
    { kind: 'refuse', why: expect.stringContaining('was changed since') },
  ]);
  expect(kinds([file('n/s', '2\n', true)], to, { force: true })).toEqual(['update']);
});

test('where the hash of a secret is missing, it is not known whether it was changed: it stays', () => {
  const { disk: to, files } = disk();
  write([file('n/s', '1\n', true)], to);
  files.delete(secretLedgerName);
  expect(plan([file('n/s', '2\n', true)], to).steps).toMatchObject([
    { kind: 'refuse', why: expect.stringContaining('cannot be seen') },
  ]);
  expect(kinds([file('n/s', '1\n', true)], to)).toEqual(['same']);
  write([file('n/s', '1\n', true)], to);
  expect(kinds([file('n/s', '2\n', true)], to)).toEqual(['update']);
});

test('a secret that others can read is written again', () => {
  const { disk: to, files } = disk();
  write([file('n/s', 'x\n', true)], to);
  files.set('n/s', { content: 'x\n', mode: 0o644 });
  expect(kinds([file('n/s', 'x\n', true)], to)).toEqual(['update']);
});

test('a diff is unified', () => {
  const { disk: to } = disk();
  write([file('n/x', 'a\nb\n')], to);
  expect(printDiff(plan([file('n/x', 'a\nc\n'), file('n/y', 'new\n')], to))).toBe(
    '--- n/x\n+++ n/x\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n--- /dev/null\n+++ n/y\n@@ -0,0 +1,1 @@\n+new\n',
  );
});

test('whatever write fails, the next run goes on and ends at the same', () => {
  const first = [file('n/a', '1\n'), file('n/b', '1\n'), file('n/gone', '1\n')];
  const second = [file('n/a', '2\n'), file('n/b', '2\n'), file('n/c', '2\n')];
  const third = [file('n/a', '3\n'), file('n/b', '2\n'), file('n/c', '3\n')];
  for (let failing = 0; failing < 6; failing++) {
    const { disk: to, files } = disk();
    write(first, to);
    expect(() => write(second, failingAfter(to, failing), true)).toThrow('killed');
    for (const { content } of files.values()) expect(content).toMatch(/\n$/);
    expect(kinds(third, to)).not.toContain('refuse');
    write(third, to, true);
    expect([...files.keys()].sort()).toEqual([ledgerName, 'n/a', 'n/b', 'n/c']);
    expect(kinds(third, to)).toEqual(['same', 'same', 'same']);
  }
});

function failingAfter(to: Disk, writes: number): Disk {
  let left = writes;
  const guard = () => {
    if (left-- === 0) throw new Error('killed');
  };
  return {
    look: to.look,
    write: (path, content, mode) => {
      guard();
      to.write(path, content, mode);
    },
    remove: (path) => {
      guard();
      to.remove(path);
    },
  };
}

test('a ledger survives printing and parsing', () => {
  const hash = 'a'.repeat(64);
  const texts = printLedger([
    { path: 'z/x y', hash, secret: false },
    { path: 'a', hash, secret: true },
  ]);
  const { hashes, secrets } = parseLedger(texts);
  expect([...hashes].sort()).toEqual([
    ['a', new Set([hash])],
    ['z/x y', new Set([hash])],
  ]);
  expect([...secrets]).toEqual(['a']);
});

const strange = [
  '../../etc/passwd',
  '/etc/passwd',
  '.git/config',
  'n/.git/config',
  'n/.GIT/x',
  'top.txt',
  'n',
  '.x/y',
];

test.each(strange)('a line in a ledger takes nothing away that no render writes: %s', (path) => {
  const { disk: to } = disk({
    [ledgerName]: `${hashOf('x')}  ${path}\n# secret  ${path}\n`,
    [secretLedgerName]: `${hashOf('x')}  ${path}\n`,
    [path]: 'x',
  });
  expect(kinds([], to)).toEqual([]);
});

test('a line without a hash makes nothing ours', () => {
  const { disk: to } = disk({ [ledgerName]: '# secret  n/etc/x\nnonsense\n', 'n/etc/x': 'x' });
  expect(kinds([], to)).toEqual([]);
  expect(kinds([file('n/etc/x', 'y', true)], to)).toEqual(['refuse']);
});
