import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { NotRun } from './test/support/not-run.ts';

/**
 * One seed for all properties of a run. It is the same in every run, so that a change is judged by what it changes;
 * CONSUL_CFG_SEED=random looks further, as the workflow `explore` does every night, and any number repeats a failure.
 */
const asked = process.env.CONSUL_CFG_SEED ?? '20';
const seed = asked === 'random' ? String(Math.floor(Math.random() * 2 ** 31)) : asked;

/** Examples import the package by its name: its sources here, and what is published with CONSUL_CFG_BUILT. */
const entries = process.env.CONSUL_CFG_BUILT ? 'dist/$1.js' : 'src/$1.ts';
const entry = (name: string): string => resolve(import.meta.dirname, entries.replace('$1', name));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^consul-cfg$/, replacement: entry('index') },
      { find: /^consul-cfg\/(node|hcl|json|schemas)$/, replacement: entry('$1') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts', 'examples/scripts/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    reporters: ['default', new NotRun(seed)],
    env: { CONSUL_CFG_SEED: seed },
    // On two cores the default is one.
    maxWorkers: '100%',
    // Generous, for machines that are busy: what hangs still ends.
    testTimeout: 120_000,
    typecheck: { enabled: false },
  },
});
