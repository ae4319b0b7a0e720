/**
 * Breaks of code outside the rules, by the tests that import it. Tests that fail without a break prove nothing: each
 * that notices a mutant is run once on the copy as it is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './breaks.ts';
import { readImporters, testsOf } from './related.ts';
import type { ReportMutant } from './rules.ts';
import { typeChecker } from './types.ts';

/** How many tests run together: those that are nearest to the file first. */
const stages = [4, 16, Infinity] as const;

/** How long so many tests may take, in milliseconds, on a machine that is busy. */
const patience = (tests: number): number => 120_000 + 20_000 * tests;

/** @param most how many test files are run for a mutant, the nearest first */
export function checkByTests(
  copy: string,
  mutants: readonly Mutant[],
  most: number,
  report: ReportMutant,
): void {
  const importers = readImporters(copy);
  const isTypeError = typeChecker(copy);
  const sound = new Map<string, boolean>();
  for (const mutant of mutants) {
    if (isTypeError(mutant.file, mutant.text)) {
      report(mutant, 'the compiler');
      continue;
    }
    const path = join(copy, mutant.file);
    const right = readFileSync(path, 'utf8');
    /** The test passes without the break. */
    const isSound = (test: string): boolean => {
      if (!sound.has(test)) {
        writeFileSync(path, right);
        sound.set(test, failing(copy, [test]).length === 0);
        writeFileSync(path, mutant.text);
      }
      return sound.get(test)!;
    };
    writeFileSync(path, mutant.text);
    report(mutant, noticedBy(copy, testsOf(mutant.file, importers).slice(0, most), isSound));
    writeFileSync(path, right);
  }
}

function noticedBy(
  copy: string,
  tests: readonly string[],
  isSound: (test: string) => boolean,
): string | undefined {
  let from = 0;
  for (const count of stages) {
    let left = tests.slice(from, from + count);
    from += count;
    while (left.length > 0) {
      const failed = failing(copy, left);
      const by = failed.find(isSound);
      if (by !== undefined) return by;
      left = failed.length === 0 ? [] : left.filter((test) => !failed.includes(test));
    }
  }
  return undefined;
}

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Test files that fail, up to the first; a run that does not end fails as a whole. */
function failing(copy: string, tests: readonly string[]): readonly string[] {
  const output = join(copy, 'results.json');
  rmSync(output, { force: true });
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const options = ['--bail', '1', '--maxWorkers', '1', '--experimental.fsModuleCache'];
  const ended = spawnSync(
    process.execPath,
    [vitest, 'run', ...options, '--reporter', 'json', '--outputFile', output, ...tests],
    { cwd: copy, stdio: 'ignore', timeout: patience(tests.length), killSignal: 'SIGKILL' },
  );
  if (ended.status === 0) return [];
  if (!existsSync(output)) return tests;
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Results;
  return testResults
    .filter(
      ({ assertionResults, message }) =>
        message !== '' || assertionResults.some(({ status }) => status === 'failed'),
    )
    .map(({ name }) => name.slice(copy.length + 1));
}
