/**
 * Breaks of rules, by what the rules report of every case and every example: place, level, message and related places.
 * The broken rule runs in a process of the copy, which is stopped when it does not end and started again behind it.
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './breaks.ts';

export interface Outcome {
  readonly at: number;
  /** Absent while it runs. */
  readonly noticed?: string | false;
}

export type ReportMutant = (mutant: Mutant, noticedBy: string | undefined) => void;

const patience = 60_000;

export async function checkRules(
  copy: string,
  mutants: readonly Mutant[],
  report: ReportMutant,
): Promise<void> {
  if (mutants.length === 0) return;
  const list = join(copy, 'mutants.json');
  mkdirSync(copy, { recursive: true });
  writeFileSync(list, JSON.stringify(mutants));
  for (let next = 0; next < mutants.length; ) {
    const outcomes = await runChild(copy, list, next);
    for (const noticed of outcomes) report(mutants[next++]!, noticed === false ? undefined : noticed);
  }
}

/** The outcomes from `from` on, up to the first mutant that does not end, or all. */
function runChild(copy: string, list: string, from: number): Promise<readonly (string | false)[]> {
  return new Promise((done) => {
    const child = fork(join(copy, 'scripts/mutate/rule-child.ts'), [list, String(from)], {
      cwd: copy,
      execArgv: ['--import', 'tsx'],
    });
    const outcomes: (string | false)[] = [];
    let isWaiting = true;
    let timer = setTimeout(() => child.kill('SIGKILL'), patience * 3);
    child.on('message', ({ noticed }: Outcome) => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), patience);
      isWaiting = noticed === undefined;
      if (noticed !== undefined) outcomes.push(noticed);
    });
    child.on('exit', () => {
      clearTimeout(timer);
      // A mutant that never ends, or that eats all memory, takes the process with it.
      done(isWaiting ? [...outcomes, 'it does not end'] : outcomes);
    });
  });
}
