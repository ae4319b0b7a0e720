/** What holds in every test file: properties run from the seed of the run, and a table without rows is a failure. */
import fc from 'fast-check';
import { describe, test } from 'vitest';

const seed = Number(process.env.CONSUL_CFG_SEED);
if (!Number.isInteger(seed)) throw new Error('CONSUL_CFG_SEED is not a whole number');
fc.configureGlobal({ seed });

type Each = (
  rows: unknown,
  ...values: readonly unknown[]
) => (name: string, ...rest: readonly unknown[]) => void;

/** Without rows nothing would run, and nobody would see it. */
const withRows = (each: Each): Each =>
  function (this: unknown, rows, ...values) {
    if (!Array.isArray(rows) || rows.length > 0) return each.call(this, rows, ...values);
    return (name) =>
      test(name, () => {
        throw new Error('the table of this test has no rows');
      });
  };

for (const runner of [test, describe] as unknown as { each: Each; for: Each }[]) {
  runner.each = withRows(runner.each);
  runner.for = withRows(runner.for);
}
