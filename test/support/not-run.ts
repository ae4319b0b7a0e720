/** Prints at the end which tests were not run, by names that hold the reason, and the seed when something failed. */
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

export class NotRun implements Reporter {
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const named = modules.flatMap((module) =>
      skippedIn(module).map((name) => `${module.relativeModuleId}: ${name}`),
    );
    if (named.length > 0) process.stdout.write(`not run:\n${named.map((line) => `  ${line}\n`).join('')}`);
    if (modules.some((module) => !module.ok()))
      process.stdout.write(`the same properties again: CONSUL_CFG_SEED=${this.#seed}\n`);
  }
}

/** A group of which nothing is run is named once. */
function skippedIn(parent: TestModule | TestSuite): readonly string[] {
  return [...parent.children].flatMap((child: TestSuite | TestCase) => {
    const isSkipped = child.options.mode === 'skip' || child.options.mode === 'todo';
    if (isSkipped) return [child.name];
    return child.type === 'suite' ? skippedIn(child) : [];
  });
}
