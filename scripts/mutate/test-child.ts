/**
 * Runs test files of a copy, again and again, in one vitest that stays: starting it anew costs more than most tests do.
 * Answers each list of files with those that failed, up to the first.
 */
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

export interface TestOrder {
  /** The file that has changed since the last order. */
  readonly changed: string;
  readonly tests: readonly string[];
}

export interface TestAnswer {
  readonly failed: readonly string[];
}

const root = process.cwd();
const vitest = await createVitest('test', {
  root,
  watch: false,
  reporters: [{}],
  maxWorkers: 1,
  bail: 1,
  experimental: { fsModuleCache: true },
});
const nameOf = (path: string): string => path.slice(root.length + 1);
const known = new Map(
  (await vitest.globTestSpecifications()).map((specification) => [
    nameOf(specification.moduleId),
    specification,
  ]),
);

async function failing({ changed, tests }: TestOrder): Promise<readonly string[]> {
  vitest.invalidateFile(join(root, changed));
  const { testModules } = await vitest.runTestSpecifications(tests.map((test) => known.get(test)!));
  return testModules.filter((module) => module.state() === 'failed').map(({ moduleId }) => nameOf(moduleId));
}

const answer = (failed: readonly string[]): unknown => process.send?.({ failed } satisfies TestAnswer);

process.on('message', (order: TestOrder) => {
  failing(order).then(answer, (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
answer([]);
