/**
 * The table, zod, and ajv over the shipped schemas and over those that zod makes say the same of every configuration. A short run by default;
 * AGREEMENT_RUNS=20000 for the full one (`npm run test:agreement`).
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agentBlock } from '../../src/options/agent.ts';
import { validateValue } from '../../src/options/check.ts';
import { type Minor, minors } from '../../src/options/releases/versions.ts';
import { agentSchema } from '../../src/schemas.ts';
import { fitsSchema, fitsSchemaOfZod } from './support/ajv.ts';
import { configs } from './support/configs.ts';
import { toValue } from './support/values.ts';

const runs = Number(process.env.AGREEMENT_RUNS ?? 1500);

/** Compiling what zod makes takes seconds for each release; zod-json.test.ts compares all releases, option by option. */
const compiledOfZod = new Set<Minor>(['1.16', '2.1']);

const verdicts = (minor: Minor, config: unknown) => ({
  table: validateValue(toValue(config), agentBlock, minor).length === 0,
  zod: agentSchema(minor).safeParse(config).success,
  ajv: fitsSchema(minor, config),
  ...(compiledOfZod.has(minor) && { json: fitsSchemaOfZod(minor, config) }),
});

test(`table, zod and ajv agree on ${runs} configurations`, { timeout: 600_000 }, () => {
  let good = 0;
  const both = fc.tuple(fc.constantFrom(...minors), configs);
  fc.assert(
    fc.property(both, ([minor, config]) => {
      const { table, ...others } = verdicts(minor, config);
      if (table) good++;
      expect(new Set(Object.values(others))).toEqual(new Set([table]));
    }),
    { numRuns: runs },
  );
  expect(good, 'good configurations').toBeGreaterThan(runs / 10);
  expect(good, 'bad configurations').toBeLessThan((runs * 9) / 10);
});
