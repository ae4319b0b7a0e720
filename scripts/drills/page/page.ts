/** docs/measurements.md: the recorded results as tables. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drills } from '../catalogue.ts';
import type { Drill } from '../drill.ts';
import { allResults, type Results, type Run } from './results.ts';

export const pageFile = fileURLToPath(new URL('../../../docs/measurements.md', import.meta.url));
const introduction = fileURLToPath(new URL('introduction.md', import.meta.url));

const measured = (results: Results, drill: Drill): Run[] =>
  results.runs.filter((run) => run.drill === drill.id && run.problem === undefined);

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const figure = (value: number): string => (Math.round(value * 10) / 10).toString();

/** Median and maximum of the seconds without a writer, the most with two, and the number of runs. */
function cellsOf(runs: readonly Run[]): string[] {
  if (runs.length === 0) return ['', '', '', ''];
  const without = runs.map((run) => run.without);
  const two = Math.max(...runs.map((run) => run.two));
  return [median(without), Math.max(...without), two, runs.length].map(figure);
}

const goalOf = ({ goal }: Drill): string => (goal === undefined ? '' : goal === 0 ? '0' : `≤ ${goal}`);

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** One table: a row for each drill that was run with one of the results. */
function table(results: readonly Results[], planned: boolean): string {
  const rows = drills
    .filter((drill) => drill.planned === planned && results.some((one) => measured(one, drill).length > 0))
    .flatMap((drill) =>
      results
        .filter((one) => measured(one, drill).length > 0)
        .map((one, index) =>
          row([
            ...(index === 0 ? [drill.title, goalOf(drill)] : ['', '']),
            one.consul,
            ...cellsOf(measured(one, drill)),
          ]),
        ),
    );
  const head = ['what happens', 'goal', 'Consul', 'median', 'max', 'two writers', 'runs'];
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

function variantTable(results: readonly Results[]): string {
  const rows = results.flatMap((one) =>
    drills
      .filter((drill) => measured(one, drill).length > 0)
      .map((drill) =>
        row([one.variant!, drill.title, `${one.consul}, ${one.layout}`, ...cellsOf(measured(one, drill))]),
      ),
  );
  const head = ['set', 'what happens', 'Consul', 'median', 'max', 'two writers', 'runs'];
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

const layouts = {
  colocated: 'Three hosts, each with a Consul server, Patroni and PostgreSQL',
  dedicated: 'Three hosts with Consul servers, two with a client, Patroni and PostgreSQL',
} as const;

function layoutPart(all: readonly Results[], layout: keyof typeof layouts): string[] {
  const results = all.filter((one) => one.layout === layout && one.variant === undefined);
  if (results.length === 0) return [];
  return [
    `## ${layouts[layout]}`,
    'What people do on purpose, by the commands of the rendered runbook:',
    table(results, true),
    'What happens by itself:',
    table(results, false),
  ];
}

function setUp(all: readonly Results[]): string {
  const distinct = (values: readonly string[]): string => [...new Set(values)].join(', ');
  const runs = all.flatMap((one) => one.runs);
  if (runs.length === 0) return '';
  const failed = runs.filter(({ problem }) => problem !== undefined).length;
  const two = runs.filter(({ two: seconds }) => seconds > 0).length;
  return [
    `Consul ${distinct(all.map(({ consul }) => consul))}, Patroni ${distinct(all.map(({ patroni }) => patroni))}, `,
    `PostgreSQL ${distinct(all.map(({ postgres }) => postgres.split(' ')[0]!))}, systemd ${distinct(all.map(({ systemd }) => systemd))}. `,
    `${runs.length} recorded runs; two PostgreSQL accepted writes at once in ${two} of them. `,
    `${failed} of them are not counted, because something else failed (their lines have the reason); runs in which the set-up failed were not recorded. `,
    `The machine had ${distinct(all.map(({ cores }) => String(cores)))} cores and also ran tests: its load was up to `,
    `${figure(Math.max(...runs.map(({ load }) => load)))}, and the latest sample ${figure(Math.max(...runs.map(({ lag }) => lag)))} s late.`,
  ].join('');
}

export function pageOf(all: readonly Results[]): string {
  const variants = all.filter(({ variant }) => variant !== undefined);
  return `${[
    readFileSync(introduction, 'utf8').trim().replace('{{set-up}}', setUp(all)),
    ...layoutPart(all, 'colocated'),
    ...layoutPart(all, 'dedicated'),
    ...(variants.length === 0
      ? []
      : ['## Against the profile', 'The same with a value of the profile changed:', variantTable(variants)]),
  ].join('\n\n')}\n`;
}

export const writePage = (): void => writeFileSync(pageFile, pageOf(allResults()));
