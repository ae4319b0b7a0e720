/**
 * Lets each change of files go wrong, in each command that writes, and reports what is left and whether the next run heals it.
 *
 *     npm run faults -- [SCENARIO…] [--every N] [--page]
 *
 * Needs a build. `--every N` takes each Nth change only. `--page` writes the table to docs/faults.md. Exits with 1 where a file
 * is neither old nor new, a key is lost or changed, a run ends with another exit code than it should, or is not healed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, pageOf } from './faults/page.ts';
import { faults, inject } from './faults/run.ts';
import { scenarios } from './faults/scenario.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' }, page: { type: 'boolean', default: false } },
});
const every = Number(values.every);
const chosen = scenarios.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
if (!(every >= 1) || chosen.length === 0) {
  console.error(
    `usage: faults [SCENARIO…] [--every N] [--page]; the scenarios: ${scenarios.map(({ id }) => id).join('; ')}`,
  );
  process.exit(2);
}

const outcomes: Outcome[] = [];
for (const scenario of chosen)
  for (const fault of faults) {
    const outcome = inject(scenario, fault, every);
    outcomes.push(outcome);
    console.log(`${scenario.id}: ${fault}: ${outcome.runs} runs, ${outcome.problems.length} problems`);
    for (const problem of outcome.problems) console.log(`  ${problem}`);
  }
if (values.page) {
  const folder = join(import.meta.dirname, '../docs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'faults.md'), pageOf(outcomes));
}
process.exitCode = outcomes.some(({ problems }) => problems.length > 0) ? 1 : 0;
