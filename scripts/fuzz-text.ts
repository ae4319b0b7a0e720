/**
 * `npx tsx scripts/fuzz-text.ts [MINUTES] [SEED]`: mutates the corpus and holds the text room to what must hold of any
 * input: it never throws, keeps every byte, places every problem inside the text, and formatting is stable and
 * changes neither value nor comments. Prints inputs that break a rule; exits with 1 if there are any.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, readCases } from './corpus/case.ts';
import { type CorpusFormat, violations } from './corpus/check.ts';
import { mutate, random } from './corpus/mutate.ts';

const minutes = Number(process.argv[2] ?? 1);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
const slowMs = 2000;
const maxReports = 20;

const corpus = (name: CorpusFormat): Uint8Array[] =>
  readCases(readFileSync(join(import.meta.dirname, '../test/corpus/text', `${name}.jsonl`), 'utf8')).map(
    bytesOf,
  );

const formats: readonly CorpusFormat[] = ['hcl', 'json'];
const seeds = { hcl: corpus('hcl'), json: corpus('json') };
const next = random(seed);
const end = Date.now() + minutes * 60_000;
let inputs = 0;
let broken = 0;
let slowest = 0;
while (Date.now() < end && broken < maxReports) {
  for (const format of formats) {
    const input = mutate(seeds[format], next);
    const start = process.cpuUsage();
    const found = violations(input, format);
    const { user, system } = process.cpuUsage(start);
    const spent = Math.round((user + system) / 1000);
    slowest = Math.max(slowest, spent);
    if (spent > slowMs) found.push(`took ${spent} ms of CPU`);
    inputs++;
    if (found.length === 0) continue;
    broken++;
    const text = Buffer.from(input).toString('base64');
    const shown = text.length > 2000 ? `${text.length} characters of base64` : text;
    console.log(`${format} ${found.join(', ')}: ${shown}`);
  }
}
console.log(`seed ${seed}: ${inputs} inputs, ${broken} broke a rule, the slowest took ${slowest} ms`);
process.exitCode = broken === 0 ? 0 : 1;
