import { defineConfig } from 'vitest/config';
import { NotRun } from './test/support/not-run.ts';

/** One seed for all properties of a run, so that a failure can be had again. */
const seed = process.env.CONSUL_CFG_SEED ?? String(Math.floor(Math.random() * 2 ** 31));

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    reporters: ['default', new NotRun(seed)],
    env: { CONSUL_CFG_SEED: seed },
    // Generous, for machines that are busy: what hangs still ends.
    testTimeout: 120_000,
    typecheck: { enabled: false },
  },
});
