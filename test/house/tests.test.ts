/** The tests themselves: nothing is left out silently, and properties can be run again. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRecordings } from '../model/support/cases.ts';
import { repository } from '../support/run.ts';

const folder = join(repository, 'test');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.test.ts'),
);
const texts = files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

test('a test that runs only somewhere names what it needs', () => {
  const silent = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/\.(?:skipIf|runIf)\([\s\S]*?=> \{/g)]
      .filter(([found]) => !/\(needs [^)]+\)/.test(found))
      .map(([found]) => `${file}: ${found.slice(0, 60)}`),
  );
  expect(texts.length).toBeGreaterThan(100);
  expect(silent).toEqual([]);
});

test('no test is turned off, or run alone, by a word', () => {
  const word = /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo|fails)\b/;
  expect(texts.filter(({ text }) => word.test(text)).map(({ file }) => file)).toEqual([]);
});

test('verdicts of real agents are recorded for several releases', () => {
  const recorded = readRecordings().map(({ verdicts }) => Object.keys(verdicts).length);
  expect(recorded.length).toBeGreaterThanOrEqual(3);
  for (const count of recorded) expect(count).toBeGreaterThan(1000);
});

test('a table without rows fails, what is not run is printed, and a seed repeats a property', () => {
  const own = mkdtempSync(join(folder, 'house/probe-'));
  try {
    writeFileSync(join(own, 'probe.test.ts'), probe);
    const { CONSUL_CFG_SEED: _seed, ...env } = process.env;
    const vitest = join(repository, 'node_modules/vitest/vitest.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', own], {
      cwd: repository,
      env: { ...env, CONSUL_CFG_SEED: '5', NO_COLOR: '1' },
      encoding: 'utf8',
    });
    const printed = stdout + stderr;
    expect(status).toBe(1);
    expect(printed.match(/the table of this test has no rows/g)?.length).toBeGreaterThanOrEqual(1);
    expect(printed).toMatch(/3 failed \| 1 passed \| 1 skipped/);
    expect(printed).toMatch(/not run:\n {2}\S+: elsewhere \(needs the moon\)\n/);
    expect(printed).toContain('{ seed: 5, ');
    expect(printed).toContain('CONSUL_CFG_SEED=5');
  } finally {
    rmSync(own, { recursive: true });
  }
});

const probe = `import fc from 'fast-check';
import { describe, test } from 'vitest';
test.each([])('none', () => {});
describe.each([])('no group', () => {});
test.each([1])('one', () => {});
test.skipIf(true)('elsewhere (needs the moon)', () => {});
test('property', () => fc.assert(fc.property(fc.nat(), (n) => n < 100)));
`;
