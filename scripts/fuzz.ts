/**
 * Throws changed inputs at every reader and use case, and reports what does not hold: no exception, CPU time in proportion,
 * the same output twice, no secret in what people read.
 *
 *     npm run fuzz -- [TARGET…] [--minutes N] [--seed S] [--keep]
 *
 * The seed is printed, and the same seed makes the same inputs. `--keep` writes each fault, made small, to
 * test/corpus/fuzz/, where the suite runs it ever after. Exits with 1 where there are faults.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from './corpus/mutate.ts';
import { readSeeds, treeToJson } from './fuzz/input.ts';
import { type Fault, fuzz } from './fuzz/run.ts';
import { targets } from './fuzz/targets.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    keep: { type: 'boolean', default: false },
  },
});
const ids = targets.map(({ id }) => id);
const unknown = positionals.filter((id) => !ids.includes(id));
if (unknown.length > 0 || !(Number(values.minutes) > 0)) {
  console.error(`usage: fuzz [TARGET…] [--minutes N] [--seed S] [--keep]; the targets: ${ids.join(', ')}`);
  process.exit(2);
}

const chosen = targets.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
const milliseconds = (Number(values.minutes) * 60_000) / chosen.length;
const seeds = readSeeds();
console.log(`seed ${values.seed}`);
for (const target of chosen) {
  const { runs, slowest, faults } = await fuzz(target, seeds, random(Number(values.seed)), milliseconds);
  console.log(`${target.id}: ${runs} runs, the slowest ${slowest} ms, ${faults.length} faults`);
  for (const fault of faults) report(fault);
}

function report({ target, what, tree }: Fault): void {
  process.exitCode = 1;
  const text = JSON.stringify({ target, files: treeToJson(tree) }, null, 2);
  console.log(`${what}\n${text.slice(0, 4000)}`);
  if (!values.keep) return;
  const folder = join(import.meta.dirname, '../test/corpus/fuzz');
  mkdirSync(folder, { recursive: true });
  const name = `${target}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  writeFileSync(join(folder, name), `${text}\n`);
}
