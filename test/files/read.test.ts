/** Files are read, and nothing that is none is waited for. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRegular } from '../../src/files/read.ts';
import { hasPipes, makePipe } from '../support/pipe.ts';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const at = (name: string): string => join(base, name);
const read = (path: string, most = 1024): string => {
  const { bytes, problem } = readRegular(path, most);
  return problem ?? `read ${Buffer.from(bytes!)}`;
};

test('a file, also an empty one, one as large as it may be, and through a symbolic link', () => {
  writeFileSync(at('file'), 'text');
  writeFileSync(at('empty'), '');
  writeFileSync(at('large'), 'x'.repeat(1024));
  symlinkSync('file', at('link'));
  expect(read(at('file'))).toBe('read text');
  expect(read(at('link'))).toBe('read text');
  expect(read(at('empty'))).toBe('read ');
  expect(read(at('large'))).toBe(`read ${'x'.repeat(1024)}`);
});

test('what cannot be read is reported', () => {
  writeFileSync(at('large'), 'x'.repeat(1025));
  symlinkSync('circle', at('circle'));
  expect(read(at('large'))).toBe('is larger than 1 KiB');
  expect(read(at('missing'))).toBe('does not exist');
  expect(read(base)).toBe('is a directory');
  expect(read(at('circle'))).toMatch(/^cannot be read/);
});

describe.skipIf(!hasPipes)('what is no file (needs mkfifo)', () => {
  test('a named pipe', () => {
    makePipe(at('pipe'));
    expect(read(at('pipe'))).toBe('is a named pipe, not a regular file');
  });

  test('devices; the null device counts as an empty file', () => {
    expect(read('/dev/zero')).toBe('is a device, not a regular file');
    expect(read('/dev/null')).toBe('read ');
  });

  test('a socket', async () => {
    const server = createServer().listen(at('socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect(read(at('socket'))).toBe('is a socket, not a regular file');
    server.close();
  });
});

test.skipIf(process.platform !== 'linux')(
  'files of the kernel, which say that they are empty (needs Linux)',
  () => {
    expect(read('/proc/self/status', 65536)).toMatch(/^read Name:/);
    expect(read('/proc/self/status', 64)).toMatch(/^is larger/);
  },
);
