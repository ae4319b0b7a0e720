/** The baseline file: the findings that were there when lint was introduced. */
import { resolve } from 'node:path';
import { baselineOf, type JsonReport, newSince } from '../../index.ts';
import { InputError, readBaseline } from '../../node.ts';
import { CommandError, type Io } from '../io.ts';
import { writeOver } from './write-over.ts';

export function writeBaseline(path: string, report: JsonReport, io: Io): void {
  try {
    writeOver(resolve(io.cwd, path), baselineOf(report));
  } catch (error) {
    throw new CommandError(`cannot write the baseline: ${(error as Error).message}`);
  }
}

/** The report without the findings that are in the file. */
export function withoutBaseline(path: string, report: JsonReport, io: Io): JsonReport {
  const text = readText(path, io);
  try {
    return newSince(report, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CommandError(`${path} is not a baseline; --write-baseline ${path} writes a new one`);
  }
}

function readText(path: string, io: Io): string {
  try {
    return readBaseline(path, { cwd: io.cwd });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new CommandError(`${path} ${error.failures[0]?.reason}; --write-baseline ${path} writes it`);
  }
}
