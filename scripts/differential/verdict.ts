/** Both verdicts over the same files: a real agent's and ours. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateAgent } from '../../src/engine/validate.ts';
import { disk } from '../../src/model/load/disk.ts';
import { readAgent } from '../../src/model/load/read-agent.ts';
import { thisHost } from '../../src/model/load/this-host.ts';
import type { Answer, Oracle } from './oracle.ts';

export interface Outcome extends Answer {
  /** Rules and options of what we refuse. */
  readonly ours: readonly string[];
  /** What is said of the host: the verdict may be another one there. */
  readonly undecided: boolean;
}

/** Texts of files, by their names. */
export type Files = Readonly<Record<string, string>>;

export interface Checker {
  readonly check: (files: Files) => Promise<Outcome>;
  /** Has the agent another verdict over the files that were judged last when it is asked again? */
  readonly wavers: (outcome: Outcome) => Promise<boolean>;
  readonly close: () => void;
}

/** Go walks maps in random order, so some configurations have one verdict today and another tomorrow. */
const repeats = 24;

export function newChecker(oracle: Oracle, version: string): Checker {
  const base = mkdtempSync(join(tmpdir(), 'differential-'));
  const directory = join(base, 'config');
  // What is said of an assumed host only is said here too: it marks verdicts that nobody can give off the host.
  const host = { ...thisHost({}), assumed: true };
  return {
    check: async (files) => {
      rmSync(directory, { recursive: true, force: true });
      mkdirSync(directory);
      for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
      const answer = await oracle.ask(directory);
      const findings = await validateAgent(readAgent([directory], disk, { version }), host);
      const errors = findings.filter(({ severity }) => severity === 'error');
      return {
        ...answer,
        ours: errors.map(({ rule, path }) => `${rule} ${path}`),
        undecided: findings.some(({ severity }) => severity === 'info'),
      };
    },
    wavers: async ({ refused }) => {
      for (let again = 0; again < repeats; again++) {
        if ((await oracle.ask(directory)).refused !== refused) return true;
      }
      return false;
    },
    close: () => {
      oracle.close();
      rmSync(base, { recursive: true });
    },
  };
}

export const differs = ({ refused, ours, undecided }: Outcome): boolean =>
  refused !== ours.length > 0 && !(undecided && ours.length === 0);
