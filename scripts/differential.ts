/**
 * Looks for configurations of which consul-cfg and a real agent think differently:
 *
 *     npm run differential -- --consul BINARY --version 1.20.2 [--runs 1000] [--seed 1] [--batch]
 *
 * With `--batch` the binary is one that judges many paths in one process (see differential/oracle.ts), which is about
 * thirty times as fast. Prints each disagreement in its smallest form; exits with 1 where there are any.
 */
import { parseArgs } from 'node:util';
import { readCases } from '../test/model/support/cases.ts';
import { type Config, generate } from './differential/generate.ts';
import { toHcl } from './differential/hcl.ts';
import { isObject, mutate, seedsOf } from './differential/mutate.ts';
import { batch, validator } from './differential/oracle.ts';
import { type Random, random } from './differential/random.ts';
import { shrink } from './differential/shrink.ts';
import { differs, type Files, newChecker, type Outcome } from './differential/verdict.ts';

const { values } = parseArgs({
  options: {
    consul: { type: 'string' },
    version: { type: 'string' },
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    batch: { type: 'boolean', default: false },
  },
});
const { consul, version } = values;
if (consul === undefined || version === undefined) {
  console.error('usage: differential --consul BINARY --version VERSION [--runs N] [--seed N] [--batch]');
  process.exit(2);
}

const { check, wavers, close } = newChecker(values.batch ? batch(consul) : validator(consul), version);
const seeds = seedsOf(readCases());

const newConfig = (chance: Random): Config =>
  chance.chance(0.5) ? generate(chance) : mutate(chance.pick(seeds), chance.pick(seeds), chance);

/** One file mostly, else two that are merged. */
const newConfigs = (chance: Random): Config =>
  chance.chance(0.8) ? { a: newConfig(chance) } : { a: newConfig(chance), b: newConfig(chance) };

/** The texts of the configurations; as HCL, where it can say them, when so asked. */
function textsOf(configs: Config, inHcl: boolean, seed: number): Files {
  const files = Object.entries(configs).flatMap(([name, config]): [string, string][] => {
    if (!isObject(config)) return [];
    const hcl = inHcl ? toHcl(config, random(seed)) : undefined;
    return [hcl === undefined ? [`${name}.json`, JSON.stringify(config)] : [`${name}.hcl`, hcl]];
  });
  return Object.fromEntries(files);
}

const counts = { runs: 0, accepted: 0, wavering: 0, disagreements: 0 };
const shown = new Set<string>();

/** Prints the smallest configurations that still show the disagreement, unless one like it was printed before. */
async function reportDifference(
  configs: Config,
  outcome: Outcome,
  write: (configs: Config) => Files,
): Promise<void> {
  const smallest = await shrink(configs, async (smaller) => {
    const again = await check(write(smaller));
    return differs(again) && again.refused === outcome.refused && !(await wavers(again));
  });
  const { reported, ours } = await check(write(smallest));
  const verdicts = `agent: ${reported.slice(0, 300)}\nours: ${ours.join('; ').slice(0, 300) || 'accepted'}`;
  const kind = verdicts.replace(/\d+|"[^"]*"/g, '#');
  if (shown.has(kind)) return;
  shown.add(kind);
  const files = Object.entries(write(smallest)).map(([name, text]) => `${name}:\n${text}`);
  console.log(['---', ...files, verdicts].join('\n'));
}

for (let run = 0; run < Number(values.runs); run++) {
  const seed = Number(values.seed) * 1_000_000 + run;
  const configs = newConfigs(random(seed));
  const write = (some: Config): Files => textsOf(some, run % 3 === 0, seed);
  const outcome = await check(write(configs));
  counts.runs++;
  if (!outcome.refused) counts.accepted++;
  if (!differs(outcome)) continue;
  if (await wavers(outcome)) counts.wavering++;
  else {
    counts.disagreements++;
    await reportDifference(configs, outcome, write);
  }
}
close();
console.log(JSON.stringify(counts));
process.exitCode = counts.disagreements > 0 ? 1 : 0;
