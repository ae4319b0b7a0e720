/** The baseline file: the findings that were there when lint was introduced. */
import { resolve } from 'node:path';
import { baselineOf, notInBaseline, parseBaseline } from '../../engine/baseline.ts';
import { readRegular } from '../../files/read.ts';
import type { Finding } from '../../finding.ts';
import { CommandError, type Io } from '../io.ts';
import { writeOver } from './write-over.ts';

export function writeBaseline(path: string, findings: readonly Finding[], io: Io): void {
  try {
    writeOver(resolve(io.cwd, path), `${JSON.stringify(baselineOf(findings), null, 2)}\n`);
  } catch (error) {
    throw new CommandError(`cannot write the baseline: ${(error as Error).message}`);
  }
}

/** A finding takes about 100 bytes. */
const largest = 64 * 1024 * 1024;

/** The findings that are not in the file. */
export function newSince(path: string, findings: readonly Finding[], io: Io): Finding[] {
  const { bytes, problem: reason } = readRegular(resolve(io.cwd, path), largest);
  if (!bytes) throw new CommandError(`${path} ${reason}; --write-baseline ${path} writes it`);
  const baseline = parseBaseline(Buffer.from(bytes).toString());
  if (!baseline)
    throw new CommandError(`${path} is not a baseline; --write-baseline ${path} writes a new one`);
  return notInBaseline(baseline, findings);
}
