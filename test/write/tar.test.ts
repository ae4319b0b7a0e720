/** The archive as the tar of the host reads it. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { OutFile } from '../../src/manifest/file.ts';
import { tar } from '../../src/write/tar.ts';

const file = (path: string, content: string): OutFile => ({
  path,
  mode: 0o640,
  owner: 'root:consul',
  content,
  secret: true,
});

const untar = (files: readonly OutFile[], ...args: string[]): string =>
  execFileSync('tar', args, { input: tar(files), encoding: 'utf8' });

test('names, modes, owners and contents arrive', () => {
  const files = [file('etc/a', 'short\n'), file('etc/b', 'ü'.repeat(512)), file('etc/c', '')];
  expect(untar(files, '-tvf', '-')).toMatch(
    /^-rw-r----- root\/consul +6 .* etc\/a\n-rw-r----- root\/consul +1024 .* etc\/b\n-rw-r----- root\/consul +0 .* etc\/c\n$/,
  );
  for (const { path, content } of files) expect(untar(files, '-xOf', '-', path)).toBe(content);
});

test('long names are parted at a slash; what cannot be is refused', () => {
  const long = `${'a'.repeat(90)}/${'b'.repeat(60)}/${'c'.repeat(60)}`;
  expect(untar([file(long, '')], '-tf', '-')).toBe(`${long}\n`);
  expect(() => tar([file('x'.repeat(101), '')])).toThrow(RangeError);
});
