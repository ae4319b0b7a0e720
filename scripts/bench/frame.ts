/** Measuring: CPU time, after warming up, the best of several rounds, since a machine only ever adds to it. */

export interface Measured {
  readonly name: string;
  /** CPU milliseconds of one run. */
  readonly ms: number;
}

/** A group of things to measure, and what to print of them. */
export interface Bench {
  readonly name: string;
  readonly run: () => Promise<void> | void;
}

const minRoundMs = 60;
const rounds = 7;

export function measure(name: string, work: () => unknown): Measured {
  for (let warm = 0, start = cpuMs(); warm < 20 && cpuMs() - start < 1500; warm++) work();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) best = Math.min(best, roundMs(work));
  return { name, ms: best };
}

function roundMs(work: () => unknown): number {
  const start = cpuMs();
  let runs = 0;
  let spent = 0;
  do {
    work();
    runs++;
    spent = cpuMs() - start;
  } while (spent < minRoundMs);
  return spent / runs;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function printRow(cells: readonly string[]): void {
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(44) : cell.padStart(16))).join(''));
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
export const times = (value: number): string => `${value.toFixed(1)} ×`;
