/** The launcher of the built command, over a pack of two modules and one that stands beside it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';

const launcher = transformSync(readFileSync(resolve(import.meta.dirname, '../../src/launch.ts'), 'utf8'), {
  loader: 'ts',
  format: 'cjs',
  platform: 'node',
}).code;

const pack = (word: string): string => `({
"./start.cjs":function(exports,require,module){console.log(require('./word.cjs').word, require('./far.cjs').far)
},
"./word.cjs":function(exports,require,module){exports.word = '${word}'
}})
//${word.padEnd(8)}`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-'));
  writeFileSync(join(folder, 'cli.cjs'), launcher);
  writeFileSync(join(folder, 'pack.cjs'), pack('hello'));
  writeFileSync(join(folder, 'far.cjs'), "exports.far = require('./word.cjs').word.length + 'é'");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const run = (args: readonly string[] = ['lint'], env: Record<string, string> = {}): string =>
  execFileSync(process.execPath, [join(folder, 'cli.cjs'), ...args], { encoding: 'utf8', env }).trim();

const compiled = (): string[] => readdirSync(join(folder, 'compiled'));

test('what was compiled is kept for each command, and used', () => {
  expect(run()).toBe('hello 5é');
  const [file] = compiled();
  const { mtimeMs } = statSync(join(folder, 'compiled', file!));
  expect(run()).toBe('hello 5é');
  expect(compiled()).toEqual([file]);
  expect(statSync(join(folder, 'compiled', file!)).mtimeMs).toBe(mtimeMs);
  run(['validate']);
  run(['--version']);
  expect(compiled().map((name) => name.split('-')[0])).toEqual(['help', 'lint', 'validate']);
});

test('another pack of the same length is compiled anew', () => {
  run();
  writeFileSync(join(folder, 'pack.cjs'), pack('hallo'));
  expect(run()).toBe('hallo 5é');
});

test('what cannot be used is made again', () => {
  run();
  const [file] = compiled();
  writeFileSync(join(folder, 'compiled', file!), 'no code at all');
  expect(run()).toBe('hello 5é');
  expect(readFileSync(join(folder, 'compiled', file!), 'latin1')).not.toBe('no code at all');
});

test('a folder that cannot be written to is left alone', () => {
  writeFileSync(join(folder, 'compiled'), 'a file where the folder would be');
  expect(run()).toBe('hello 5é');
  expect(run()).toBe('hello 5é');
});

test('Node’s own variable switches it off', () => {
  expect(run(['lint'], { NODE_DISABLE_COMPILE_CACHE: '1' })).toBe('hello 5é');
  expect(readdirSync(folder)).not.toContain('compiled');
});
