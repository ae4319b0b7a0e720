/** The launcher of the built command, over a pack of two modules and one that stands beside it. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
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
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

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
  execFileSync(process.execPath, [join(folder, 'cli.cjs'), ...args], {
    encoding: 'utf8',
    env,
    // Damaged code may run for ever.
    timeout: 20_000,
    killSignal: 'SIGKILL',
  }).trim();

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

test('an old Node gets one sentence, and no trace', () => {
  const old = join(folder, 'old.cjs');
  writeFileSync(
    old,
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });\n",
  );
  const { status, stderr, stdout } = spawnSync(process.execPath, ['-r', old, join(folder, 'cli.cjs')], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 3,
    stdout: '',
    stderr: 'consul-cfg needs Node 20.19 or newer; this is 18.20.4\n',
  });
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

const modeOf = (...names: string[]): number => statSync(join(folder, ...names)).mode & 0o777;
const compiledPath = (): string => join(folder, 'compiled', compiled()[0]!);

test('damaged code is never run, and made again', () => {
  run();
  const good = readFileSync(compiledPath());
  for (let at = 0; at < good.length; at += Math.ceil(good.length / 8)) {
    const damaged = Buffer.from(good);
    damaged[at]! ^= 1;
    writeFileSync(compiledPath(), damaged);
    expect(run()).toBe('hello 5é');
    const { length } = readFileSync(compiledPath());
    expect(length).toBeGreaterThan(0);
    expect(readFileSync(compiledPath()).equals(damaged)).toBe(false);
  }
  writeFileSync(compiledPath(), '');
  expect(run()).toBe('hello 5é');
  expect(compiled()).toHaveLength(1);
});

describe.skipIf(process.platform === 'win32')(
  'what others could write (needs a system with owners of files)',
  () => {
    /** Of another program: a run that takes it prints something else. */
    function plant(): void {
      writeFileSync(join(folder, 'pack.cjs'), pack('hallo'));
      run();
      const other = readFileSync(compiledPath());
      rmSync(join(folder, 'compiled'), { recursive: true });
      writeFileSync(join(folder, 'pack.cjs'), pack('hello'));
      run();
      writeFileSync(compiledPath(), other);
    }

    test('is taken where only the owner may write, since V8 itself compares lengths only', () => {
      plant();
      expect(run()).toBe('hallo 5é');
    });

    test.each([
      ['a file of a group', () => chmodSync(compiledPath(), 0o664)],
      ['a file of everybody', () => chmodSync(compiledPath(), 0o646)],
      ['a folder of a group', () => chmodSync(join(folder, 'compiled'), 0o775)],
      ['a folder of everybody', () => chmodSync(join(folder, 'compiled'), 0o1777)],
    ])('is not run: %s', (_, open) => {
      plant();
      open();
      expect(run()).toBe('hello 5é');
      expect(modeOf('compiled') & 0o022).toBe(0);
      expect(statSync(compiledPath()).mode & 0o022).toBe(0);
      expect(run()).toBe('hello 5é');
    });

    test('is not run through a link, nor is anything written there', () => {
      plant();
      const elsewhere = mkdtempSync(join(tmpdir(), 'launch-'));
      const name = compiled()[0]!;
      const planted = readFileSync(compiledPath());
      writeFileSync(join(elsewhere, name), planted);
      rmSync(join(folder, 'compiled'), { recursive: true });
      symlinkSync(elsewhere, join(folder, 'compiled'));
      expect(run()).toBe('hello 5é');
      expect(readFileSync(join(elsewhere, name)).equals(planted)).toBe(true);
      rmSync(elsewhere, { recursive: true });
    });

    test.each(['000', '002', '077'])('is nothing, whatever the umask: %s', (mask) => {
      chmodSync(folder, 0o755);
      execFileSync('sh', ['-c', `umask ${mask}; "$0" "$1" lint`, process.execPath, join(folder, 'cli.cjs')]);
      expect(modeOf('compiled')).toBe(0o755);
      expect(statSync(compiledPath()).mode & 0o777).toBe(0o644);
    });

    test.skipIf(process.geteuid?.() !== 0)(
      'is not run from another user, and root leaves nothing (needs root)',
      () => {
        plant();
        chownSync(compiledPath(), 65534, 65534);
        expect(run()).toBe('hello 5é');
        rmSync(join(folder, 'compiled'), { recursive: true });
        chownSync(folder, 65534, 65534);
        expect(run()).toBe('hello 5é');
        expect(existsSync(join(folder, 'compiled'))).toBe(false);
        mkdirSync(join(folder, 'compiled'));
        expect(run()).toBe('hello 5é');
        expect(compiled()).toEqual([]);
      },
    );
  },
);
