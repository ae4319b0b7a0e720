/** The data of the drills: one file for each release and layout. Its first line says what was measured; each other one is a run. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Layout } from '../cluster/setup.ts';
import type { Figures } from '../samples/sampler.ts';

export const resultsDirectory = fileURLToPath(new URL('../results', import.meta.url));

export interface Run extends Figures {
  readonly drill: string;
  /** When it was run, in UTC. */
  readonly when: string;
  /** Why the run is no measurement: the drill or the cluster failed in another way. */
  readonly problem?: string;
}

export interface Results {
  /** What `consul version` says, such as `1.20.2`. */
  readonly consul: string;
  readonly layout: Layout;
  /** What was set against the profile, in words. */
  readonly variant?: string;
  readonly patroni: string;
  readonly postgres: string;
  readonly systemd: string;
  readonly cores: number;
  readonly runs: readonly Run[];
}

export function fileOf({ consul, layout, variant = '' }: Omit<Results, 'runs'>): string {
  const words = [consul, layout, variant.replace(/[^a-z0-9]+/gi, '-')].filter((word) => word !== '');
  return join(resultsDirectory, `${words.join('-')}.jsonl`);
}

export function readResults(file: string): Results {
  const [about, ...runs] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  return { ...(about as Omit<Results, 'runs'>), runs: runs as Run[] };
}

const runsIn = (file: string): readonly Run[] => (existsSync(file) ? readResults(file).runs : []);

/** The number of runs of a drill that measured something. */
export const runsOf = (file: string, drill: string): number =>
  runsIn(file).filter((run) => run.drill === drill && run.problem === undefined).length;

export function addRun(about: Omit<Results, 'runs'>, run: Run, file: string): void {
  const lines = [about, ...runsIn(file), run].map((line) => `${JSON.stringify(line)}\n`);
  writeFileSync(file, lines.join(''));
}

/** All recorded results, oldest release first, colocated servers first. */
export function allResults(): Results[] {
  return readdirSync(resultsDirectory)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readResults(join(resultsDirectory, name)))
    .toSorted(
      (a, b) => a.consul.localeCompare(b.consul, 'en', { numeric: true }) || a.layout.localeCompare(b.layout),
    );
}
