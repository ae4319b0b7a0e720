/** One command with one kind of fault, at each of its changes to files in turn. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './page.ts';
import { type Scenario, write } from './scenario.ts';
import { leftBehind, type Tree, torn, treeOf } from './tree.ts';

export const faults = ['kill', 'killed-after', 'ENOSPC', 'EIO'] as const;
export type Fault = (typeof faults)[number];

const program = join(import.meta.dirname, '../../dist/cli/cli.cjs');
const injector = join(import.meta.dirname, 'inject.cjs');

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly printed: string;
}

function run(root: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  const node = env.FAULT_ROOT === undefined ? [program] : ['--require', injector, program];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...node, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NO_COLOR: '1', ...env },
  });
  return { code: status, signal, printed: stdout + stderr };
}

export function inject(scenario: Scenario, fault: Fault, every: number): Outcome {
  const base = mkdtempSync(join(tmpdir(), 'consul-cfg-faults-'));
  try {
    const start = join(base, 'start');
    prepare(start, scenario);
    const { changes, after } = undisturbed(base, start, scenario);
    const problems: string[] = [];
    let runs = 0;
    let left = 0;
    for (let at = 1; at <= changes; at += every) {
      runs++;
      const found = disturbed(join(base, 'now'), { start, after, scenario, fault, at });
      problems.push(...found.map((problem) => `change ${at}: ${problem}`));
      if (leftBehind(join(base, 'now')).length > 0) left++;
    }
    return { scenario: scenario.id, fault, changes, runs, left, problems };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function prepare(root: string, { files, first, changed = {} }: Scenario): void {
  write(root, { '.gitkeep': '', ...files });
  for (const args of first) {
    const { code, printed } = run(root, args);
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${printed}`);
  }
  write(root, changed);
}

function undisturbed(
  base: string,
  start: string,
  { args, check }: Scenario,
): { changes: number; after: Tree } {
  const root = join(base, 'good');
  cpSync(start, root, { recursive: true });
  const counted = join(base, 'count');
  const { code, printed } = run(root, args, { FAULT_ROOT: root, FAULT_COUNT: counted });
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${printed}`);
  const checked = run(root, check);
  if (checked.code !== 0)
    throw new Error(`${check.join(' ')} ended with ${checked.code}: ${checked.printed}`);
  return { changes: Number(readFileSync(counted, 'utf8')), after: treeOf(root) };
}

interface Disturbed {
  readonly start: string;
  readonly after: Tree;
  readonly scenario: Scenario;
  readonly fault: Fault;
  readonly at: number;
}

function disturbed(root: string, { start, after, scenario, fault, at }: Disturbed): readonly string[] {
  rmSync(root, { recursive: true, force: true });
  cpSync(start, root, { recursive: true });
  const before = treeOf(root);
  const ended = run(root, scenario.args, { FAULT_ROOT: root, FAULT_AT: String(at), FAULT: fault });
  const left = treeOf(root);
  const problems = [...endedWell(ended, fault, scenario, root)];
  if (!scenario.makes)
    problems.push(...torn(left, before, after).map((name) => `${name} is neither old nor new`));
  later(root);
  const healed = run(root, scenario.args);
  if (healed.code !== 0) problems.push(`the next run ends with ${healed.code}: ${healed.printed.trim()}`);
  const checked = run(root, scenario.check);
  if (checked.code !== 0)
    problems.push(`after it the check ends with ${checked.code}: ${checked.printed.trim()}`);
  const last = treeOf(root);
  if (!scenario.makes) problems.push(...torn(last, after, after).map((name) => `${name} is not healed`));
  problems.push(...lostKeys(left, last));
  return problems;
}

/** What a killed run did not sign yet is taken away once it is some minutes old. */
function later(root: string): void {
  const hourAgo = Date.now() / 1000 - 3600;
  for (const name of leftBehind(root)) utimesSync(join(root, name), hourAgo, hourAgo);
}

/** A run that is killed cannot say anything; one that meets an error names it, and does not call it a bug. */
function endedWell(ended: Ended, fault: Fault, scenario: Scenario, root: string): readonly string[] {
  const { code, signal, printed } = ended;
  if (fault.startsWith('kill')) return signal === 'SIGKILL' ? [] : [`was not killed but ended with ${code}`];
  // What only makes a file durable, or takes away what was needed for the work, may fail without harm.
  if (code === 0) return run(root, scenario.check).code === 0 ? [] : ['ended with 0 and did not do its work'];
  if (code !== 3) return [`ended with ${signal ?? code}: ${printed.trim()}`];
  return /no space left|input\/output error/.test(printed)
    ? []
    : [`does not name the reason: ${printed.trim()}`];
}

/** A key that was written once stays as it is. */
const lostKeys = (left: Tree, last: Tree): readonly string[] =>
  [...left]
    .filter(([name, text]) => name.startsWith('secrets/') && last.get(name) !== text)
    .map(([name]) => `the key in ${name} changed`);
