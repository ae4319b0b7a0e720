/** The text room against the other readers of HCL that npm has, and against JSON.parse; and how its cost grows. */
import { parse as hcl2json } from '@cdktf/hcl2json';
import gopher from 'js-hcl-parser';
import { decode } from '../../src/text/decode.ts';
import { format } from '../../src/text/format.ts';
import { parseHcl } from '../../src/text/parse.ts';
import { Source } from '../../src/text/source/source.ts';
import { toPlain } from '../../src/text/tree/value.ts';
import { generateConfig } from './config.ts';
import { type Bench, measure, ms, printRow, times } from './frame.ts';

export const bench: Bench = { name: 'text: HCL', run };

const oneMegabyte = 1_000_000;

const read = (text: string) => decode(parseHcl(new Source('bench.hcl', text)));

async function run(): Promise<void> {
  const text = generateConfig(oneMegabyte);
  const { value } = read(text);
  const json = JSON.stringify(toPlain(value!));
  const tree = parseHcl(new Source('bench.hcl', text));
  const services = text.split('services {').length - 1;
  console.log(
    `${(text.length / 1e6).toFixed(2)} MB, ${services} services; the same data as JSON: ${(json.length / 1e6).toFixed(2)} MB`,
  );
  const own = measure('parse + decode', () => read(text));
  const parse = measure('parse', () => parseHcl(new Source('bench.hcl', text)));
  const print = measure('format a parsed tree', () => format(tree));
  const plain = measure('JSON.parse', () => JSON.parse(json));
  const compiledGo = measure('js-hcl-parser', () => gopher.parse(text));
  const cdktf = await measureCdktf(text);
  printRow(['', 'CPU', 'parse + decode']);
  for (const { name, ms: cost } of [own, parse, print, plain, compiledGo, cdktf]) {
    printRow([name, ms(cost), times(cost / own.ms)]);
  }
  printRow(['format / parse', times(print.ms / parse.ms), 'at most 3 ×']);
  printRow(['parse + decode / JSON.parse', times(own.ms / plain.ms), 'at most 10 ×']);
  printGrowth();
}

/** Its parser is asynchronous, and takes seconds: one warm-up and the better of two runs. */
async function measureCdktf(text: string): Promise<{ name: string; ms: number }> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    await hcl2json('bench.hcl', text);
    const { user, system } = process.cpuUsage(before);
    if (round > 0) best = Math.min(best, (user + system) / 1000);
  }
  return { name: '@cdktf/hcl2json', ms: best };
}

function printGrowth(): void {
  console.log('\nCost by size');
  printRow(['', 'parse + decode', 'per MB', 'format', 'per MB']);
  for (const bytes of [10_000, 100_000, 1_000_000, 10_000_000])
    printCosts(`${bytes / 1000} KB`, generateConfig(bytes));
  console.log('\nCost by depth (blocks in blocks)');
  printRow(['', 'parse + decode', 'per MB', 'format', 'per MB']);
  for (const depth of [100, 1000, 10_000, 100_000])
    printCosts(`${depth} levels`, 'a {\n'.repeat(depth) + '}\n'.repeat(depth));
}

function printCosts(name: string, text: string): void {
  const own = measure(name, () => read(text));
  const tree = parseHcl(new Source('bench.hcl', text));
  const print = measure(name, () => format(tree));
  const megabytes = text.length / 1e6;
  printRow([name, ms(own.ms), ms(own.ms / megabytes), ms(print.ms), ms(print.ms / megabytes)]);
}
