/**
 * Runs a corpus of inputs with the real parsers' answers and prints how far we agree:
 *
 *     npm run corpus -- hcl FILE.jsonl
 *     npm run corpus -- json FILE.jsonl
 *
 * Exits with 1 if anything differs.
 */
import { readFileSync } from 'node:fs';
import { readCases } from './corpus/case.ts';
import { type Aspect, aspects, type CorpusFormat, check } from './corpus/check.ts';

/** Releases on both sides of the change of parser. */
const releases: Record<CorpusFormat, readonly string[]> = { hcl: ['1.16', '1.20'], json: ['1.20'] };

interface Count {
  agree: number;
  readonly differ: string[];
}

function main([format, file]: readonly string[]): number {
  if ((format !== 'hcl' && format !== 'json') || file === undefined) {
    console.error('usage: npm run corpus -- hcl|json FILE.jsonl');
    return 2;
  }
  const cases = readCases(readFileSync(file, 'utf8'));
  let differences = 0;
  for (const consul of releases[format]) {
    const counts = new Map<Aspect, Count>(aspects.map((aspect) => [aspect, { agree: 0, differ: [] }]));
    for (const test of cases) {
      for (const [aspect, agrees] of Object.entries(check(test, format, consul))) {
        const count = counts.get(aspect as Aspect)!;
        if (agrees) count.agree++;
        else count.differ.push(test.id);
      }
    }
    differences += print(`${format}, Consul ${consul}: ${cases.length} inputs`, counts);
  }
  return differences === 0 ? 0 : 1;
}

function print(title: string, counts: ReadonlyMap<Aspect, Count>): number {
  console.log(`\n${title}`);
  let differences = 0;
  for (const [aspect, { agree, differ }] of counts) {
    const total = agree + differ.length;
    const share = total === 0 ? 'none' : `${((100 * agree) / total).toFixed(2)} %`;
    console.log(
      `  ${aspect.padEnd(14)}${String(agree).padStart(6)} of ${String(total).padEnd(6)}${share.padStart(9)}`,
    );
    if (differ.length > 0) console.log(`    differ: ${differ.join(' ')}`);
    differences += differ.length;
  }
  return differences;
}

process.exitCode = main(process.argv.slice(2));
