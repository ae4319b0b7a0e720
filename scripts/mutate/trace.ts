/**
 * Which test file enters which function, and how long it takes: one run of all tests over a copy in which each function
 * notes that it was entered. A break in a function needs only the tests that enter it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyTree, root } from './copy.ts';
import { countOf, marked } from './functions.ts';

export interface Trace {
  /** Of each source file, the number of its first function; the others follow. */
  readonly first: Readonly<Record<string, number>>;
  readonly tests: readonly {
    readonly file: string;
    /** Milliseconds. */
    readonly took: number;
    readonly entered: readonly number[];
  }[];
}

const place = join(root, 'node_modules/.cache/consul-cfg/trace.json');

/** What the last `npm run mutate -- --trace` has seen. */
export function readTrace(): Trace | undefined {
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as Trace;
  } catch {
    return undefined;
  }
}

/** Child processes of a test have no list; each keeps one of its own, which nobody reads. */
const mark = (at: number): string => `(globalThis.__entered ||= [])[${at}] = 1`;

const setup = (count: number, results: string): string => `
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';
globalThis.__entered = new Uint8Array(${count});
const begun = performance.now();
afterAll(() => {
  const file = expect.getState().testPath;
  const entered = [];
  globalThis.__entered.forEach((was, at) => { if (was) entered.push(at); });
  const name = createHash('sha256').update(file).digest('hex').slice(0, 16);
  writeFileSync(${JSON.stringify(results)} + '/' + name + '.json', JSON.stringify({ file, took: Math.round(performance.now() - begun), entered }));
});
`;

/** Runs all tests once, which takes as long as `npm test` without the built program, or those in the files that are named. */
export function writeTrace(only: readonly string[]): void {
  const copy = copyTree();
  try {
    const results = join(copy.path, 'entered');
    mkdirSync(results);
    const first = markAll(copy.path, results);
    const vitest = join(copy.path, 'node_modules/vitest/vitest.mjs');
    spawnSync(
      process.execPath,
      [vitest, 'run', '--reporter', 'dot', '--experimental.fsModuleCache', ...only],
      {
        cwd: copy.path,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const tests = readdirSync(results)
      .map((name) => JSON.parse(readFileSync(join(results, name), 'utf8')) as Trace['tests'][number])
      .map((test) => ({ ...test, file: test.file.slice(copy.path.length + 1) }));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, JSON.stringify({ first, tests } satisfies Trace));
    process.stdout.write(`${tests.length} test files traced\n`);
  } finally {
    copy.remove();
  }
}

function markAll(copy: string, results: string): Record<string, number> {
  const first: Record<string, number> = {};
  let count = 0;
  const files = readdirSync(join(copy, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'))
    .sort();
  for (const file of files) {
    const text = readFileSync(join(copy, file), 'utf8');
    const from = count;
    first[file] = from;
    count += countOf(file, text);
    writeFileSync(
      join(copy, file),
      marked(file, text, (at) => mark(from + at)),
    );
  }
  const setupFile = join(copy, 'test/support/setup.ts');
  writeFileSync(setupFile, `${readFileSync(setupFile, 'utf8')}\n${setup(count, results)}`);
  return first;
}
