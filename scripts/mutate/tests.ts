/**
 * Breaks of code outside the rules, by the tests that enter the broken function, or that import the file where no trace
 * says which these are. Tests that fail without a break prove nothing: each that notices a mutant is run once on the copy
 * as it is.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './breaks.ts';
import { functionAt } from './functions.ts';
import { readImporters, testsOf } from './related.ts';
import type { ReportMutant } from './rules.ts';
import type { TestAnswer, TestOrder } from './test-child.ts';
import { readTrace, type Trace } from './trace.ts';
import { typeChecker } from './types.ts';

/** How long so many tests may take, in milliseconds, on a machine that is busy. */
const patience = (tests: number): number => 120_000 + 20_000 * tests;

/** Milliseconds of tests that a mutant may cost, as they took in the trace. */
export interface Limits {
  readonly tests: number;
  readonly time: number;
}

export async function checkByTests(
  copy: string,
  mutants: readonly Mutant[],
  limits: Limits,
  report: ReportMutant,
): Promise<void> {
  if (mutants.length === 0) return;
  const importers = readImporters(copy);
  const trace = readTrace();
  const isTypeError = typeChecker(copy);
  const runner = new Runner(copy);
  const sound = new Map<string, boolean>();
  for (const mutant of mutants) {
    if (isTypeError(mutant.file, mutant.text)) {
      report(mutant, 'the compiler');
      continue;
    }
    const path = join(copy, mutant.file);
    const right = readFileSync(path, 'utf8');
    const isSound = async (test: string): Promise<boolean> => {
      if (!sound.has(test)) {
        writeFileSync(path, right);
        sound.set(test, (await runner.failing({ changed: mutant.file, tests: [test] })).length === 0);
        writeFileSync(path, mutant.text);
      }
      return sound.get(test)!;
    };
    writeFileSync(path, mutant.text);
    const nearest = testsOf(mutant.file, importers);
    const tests = within(limits, trace, trace ? entering(trace, mutant, right, nearest) : nearest);
    report(mutant, await noticedBy(runner, mutant.file, tests, isSound));
    writeFileSync(path, right);
  }
  runner.stop();
}

/** Those that enter the broken function, the nearest first; all that import it, where it runs while the file is loaded. */
function entering(
  trace: Trace,
  mutant: Mutant,
  right: string,
  nearest: readonly string[],
): readonly string[] {
  const at = functionAt(mutant.file, right, mutant.start);
  const first = trace.first[mutant.file];
  if (at === undefined || first === undefined) return nearest;
  const entered = new Set(
    trace.tests.filter((test) => test.entered.includes(first + at)).map(({ file }) => file),
  );
  const others = [...entered].filter((test) => !nearest.includes(test));
  return [...nearest.filter((test) => entered.has(test)), ...others];
}

/** Tests that take longer than the rest of the time are left out, not those behind them. */
function within({ tests: most, time }: Limits, trace: Trace | undefined, tests: readonly string[]): string[] {
  const took = new Map(trace?.tests.map((test) => [test.file, test.took]));
  let left = time;
  return tests
    .filter((test) => {
      const needed = took.get(test) ?? 0;
      if (needed > left) return false;
      left -= needed;
      return true;
    })
    .slice(0, most);
}

/** How many tests run together: the nearest first. */
const stages = [1, 4, 16, Infinity] as const;

async function noticedBy(
  runner: Runner,
  changed: string,
  tests: readonly string[],
  isSound: (test: string) => Promise<boolean>,
): Promise<string | undefined> {
  let from = 0;
  for (const count of stages) {
    let left = tests.slice(from, from + count);
    from += count;
    while (left.length > 0) {
      const failed = await runner.failing({ changed, tests: left });
      for (const test of failed) if (await isSound(test)) return test;
      left = failed.length === 0 ? [] : left.filter((test) => !failed.includes(test));
    }
  }
  return undefined;
}

/** The process that runs the tests. One that does not answer is stopped, and counts as if all of its tests had failed. */
class Runner {
  readonly #copy: string;
  #child: ChildProcess | undefined;

  constructor(copy: string) {
    this.#copy = copy;
  }

  async failing(order: TestOrder): Promise<readonly string[]> {
    const child = this.#child ?? (await this.#start());
    if (child === undefined) return order.tests;
    child.send(order);
    const answer = await answerOf(child, patience(order.tests.length));
    if (answer === undefined) this.stop();
    return answer?.failed ?? order.tests;
  }

  /** A break can keep vitest itself from starting, where its configuration is concerned. */
  async #start(): Promise<ChildProcess | undefined> {
    this.#child = fork(join(this.#copy, 'scripts/mutate/test-child.ts'), {
      cwd: this.#copy,
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      detached: true,
    });
    const ready = await answerOf(this.#child, patience(1));
    if (ready === undefined) this.stop();
    return this.#child;
  }

  /** With the processes that it has started. */
  stop(): void {
    const { pid } = this.#child ?? {};
    this.#child = undefined;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

const answerOf = (child: ChildProcess, wait: number): Promise<TestAnswer | undefined> =>
  new Promise((done) => {
    const end = (answer: TestAnswer | undefined): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      done(answer);
    };
    const onMessage = (answer: unknown): void => end(answer as TestAnswer);
    const onExit = (): void => end(undefined);
    const timer = setTimeout(end, wait, undefined);
    child.on('message', onMessage).on('exit', onExit);
  });
