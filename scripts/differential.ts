/**
 * Looks for configurations of which consul-cfg and a real agent think differently:
 *
 *     npm run differential -- --consul BINARY --version 1.20.2 [--runs 1000] [--seed 1] [--batch]
 *
 * With `--batch` the binary is one that judges many paths in one process (see differential/batch.go), which is about
 * thirty times as fast. Prints each disagreement in its smallest form; exits with 1 where there are any.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { disk } from '../src/model/disk.ts';
import type { ConfigFormat } from '../src/model/file.ts';
import { readAgent } from '../src/model/read-agent.ts';
import { thisHost } from '../src/model/this-host.ts';
import { validateAgent } from '../src/model/validate.ts';
import { readCases } from '../test/model/support/cases.ts';
import { type Config, generate } from './differential/generate.ts';
import { toHcl } from './differential/hcl.ts';
import { mutate, seedsOf } from './differential/mutate.ts';
import { type Answer, batch, validator } from './differential/oracle.ts';
import { type Random, random } from './differential/random.ts';
import { shrink } from './differential/shrink.ts';

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

const oracle = values.batch ? batch(consul) : validator(consul);
const directory = join(mkdtempSync(join(tmpdir(), 'differential-')), 'config');
// What is said of an assumed host only is said here too: it marks verdicts that nobody can give off the host.
const host = { ...thisHost({}), assumed: true };
const seeds = seedsOf(readCases());

interface Judgement extends Answer {
  readonly ours: readonly string[];
  /** What is said of the host: the verdict may be another one there. */
  readonly undecided: boolean;
}

/** Go walks maps in random order, so some configurations have one verdict today and another tomorrow. */
const repeats = 24;

/** Both verdicts over one file. */
async function judge(format: ConfigFormat, text: string): Promise<Judgement> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory);
  writeFileSync(join(directory, `config.${format}`), text);
  const answer = await oracle.ask(directory);
  const findings = await validateAgent(readAgent([directory], disk, { version: version! }), host);
  const ours = findings.flatMap(({ severity, rule, path }) =>
    severity === 'error' ? [`${rule} ${path}`] : [],
  );
  return { ...answer, ours, undecided: findings.some(({ severity }) => severity === 'info') };
}

/** Has the agent another verdict over the same file when asked again? */
async function wavers({ refused }: Judgement): Promise<boolean> {
  for (let again = 0; again < repeats; again++) {
    if ((await oracle.ask(directory)).refused !== refused) return true;
  }
  return false;
}

const differs = ({ refused, ours, undecided }: Judgement): boolean =>
  refused !== ours.length > 0 && !(undecided && ours.length === 0);

function newConfig(chance: Random): Config {
  return chance.chance(0.5) ? generate(chance) : mutate(chance.pick(seeds), chance.pick(seeds), chance);
}

const counts = { runs: 0, accepted: 0, wavering: 0, disagreements: 0 };
const shown = new Set<string>();

for (let run = 0; run < Number(values.runs); run++) {
  const seed = Number(values.seed) * 1_000_000 + run;
  const config = newConfig(random(seed));
  const hcl = run % 3 === 0 ? toHcl(config, random(seed)) : undefined;
  const format = hcl === undefined ? 'json' : 'hcl';
  const write = (some: Config): string =>
    (format === 'hcl' ? toHcl(some, random(seed)) : undefined) ?? JSON.stringify(some);
  const judgement = await judge(format, write(config));
  counts.runs++;
  if (!judgement.refused) counts.accepted++;
  if (!differs(judgement)) continue;
  if (await wavers(judgement)) {
    counts.wavering++;
    continue;
  }
  counts.disagreements++;
  const smallest = await shrink(config, async (smaller) => {
    const again = await judge(format, write(smaller));
    return differs(again) && again.refused === judgement.refused && !(await wavers(again));
  });
  const { said, ours } = await judge(format, write(smallest));
  const line = `agent: ${said.slice(0, 300)}\nours: ${ours.join('; ').slice(0, 300) || 'accepted'}`;
  const key = line.replace(/\d+|"[^"]*"/g, '#');
  if (shown.has(key)) continue;
  shown.add(key);
  console.log(`--- ${version} seed ${seed} ${format}\n${write(smallest)}\n${line}`);
}
oracle.close();
rmSync(join(directory, '..'), { recursive: true });
console.log(JSON.stringify(counts));
process.exitCode = counts.disagreements > 0 ? 1 : 0;
