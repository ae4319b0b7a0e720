/** Runs of a program as a separate process, each against a bare Node. Needs `npm run build`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ms, printRow } from './frame.ts';

export interface Cost {
  /** Milliseconds. */
  readonly wall: number;
  readonly cpu: number;
  /** Megabytes at most. */
  readonly rss: number;
}

/** The built command. */
export const program = resolve(import.meta.dirname, '../../dist/cli/cli.cjs');

/** Says on a fourth descriptor what the process took, when it ends. */
const witness = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cost = { cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024 };
  require('node:fs').writeSync(3, JSON.stringify(cost));
});`;

/** Gives a folder that is there as long as `work` runs: for files to lint, and for the witness. */
export function inFolder(work: (folder: string) => void): void {
  if (!existsSync(program)) throw new Error('build first: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'consul-cfg-bench-'));
  writeFileSync(join(folder, 'witness.cjs'), witness);
  writeFileSync(join(folder, 'empty.mjs'), '');
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Row {
  readonly name: string;
  readonly argv: readonly string[];
}

/**
 * One row for each, against `node empty.mjs`: medians of many rounds, in each of which every row has its turn, so that
 * what else the machine does falls on all alike. A first round, in which V8 compiles, is not counted.
 *
 * @returns what each row cost, and first what bare Node did
 */
export function printCosts(folder: string, rows: readonly Row[], rounds: number): readonly Cost[] {
  const all = [{ name: 'bare Node', argv: [join(folder, 'empty.mjs')] }, ...rows];
  const runs = all.map((): Cost[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, { argv }] of all.entries()) {
      const cost = run(folder, argv);
      if (round > 0) runs[i]!.push(cost);
    }
  }
  const costs = runs.map(middle);
  const [bare] = costs;
  printRow(['', 'CPU', '× bare Node', 'wall', '× bare Node', 'memory']);
  for (const [i, cost] of costs.entries()) {
    const { cpu, wall, rss } = cost;
    const { name } = all[i]!;
    printRow([
      name,
      ms(cpu),
      times(cpu / bare!.cpu),
      ms(wall),
      times(wall / bare!.wall),
      `${rss.toFixed(0)} MB`,
    ]);
  }
  return costs;
}

/** `NODE_EXTRA_CA_CERTS` is left out: with it, Node 20 reads certificates at every start, for 40 ms. */
export function run(folder: string, argv: readonly string[]): Cost {
  const { NODE_EXTRA_CA_CERTS: _slow, ...env } = process.env;
  const start = performance.now();
  const { output } = spawnSync(process.execPath, ['--require', join(folder, 'witness.cjs'), ...argv], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - start;
  const { cpu, rss } = JSON.parse(output[3] ?? '') as Omit<Cost, 'wall'>;
  return { cpu, wall, rss };
}

const times = (value: number): string => `${value.toFixed(2)} ×`;

function middle(costs: readonly Cost[]): Cost {
  const of = (pick: (cost: Cost) => number): number =>
    costs.map(pick).sort((a, b) => a - b)[Math.floor(costs.length / 2)]!;
  return { cpu: of(({ cpu }) => cpu), wall: of(({ wall }) => wall), rss: of(({ rss }) => rss) };
}
