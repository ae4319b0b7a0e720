/** The baseline file of a repository that begins to lint late. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../../finding.ts';
import { baselineOf, beyond, parseBaseline } from '../../lint/baseline.ts';
import { CommandError, type Io } from '../io.ts';

export function writeBaseline(path: string, findings: readonly Finding[], io: Io): void {
  try {
    writeFileSync(resolve(io.cwd, path), `${JSON.stringify(baselineOf(findings), null, 2)}\n`);
  } catch (error) {
    throw new CommandError(`cannot write the baseline: ${(error as Error).message}`);
  }
}

/** The findings that the file does not have. */
export function newSince(path: string, findings: readonly Finding[], io: Io): Finding[] {
  let text: string;
  try {
    text = readFileSync(resolve(io.cwd, path), 'utf8');
  } catch {
    throw new CommandError(`${path} cannot be read; --write-baseline ${path} makes it`);
  }
  const baseline = parseBaseline(text);
  if (!baseline) throw new CommandError(`${path} is no baseline; --write-baseline ${path} makes it anew`);
  return beyond(baseline, findings);
}
