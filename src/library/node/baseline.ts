/** Baselines on this machine. */
import { resolve } from 'node:path';
import { readRegular } from '../../files/read.ts';
import { checkOptions } from '../given/options.ts';
import { failedError } from '../plain/failures.ts';
import { directoryOf, type PathOptions, pathOptions } from './paths.ts';

/** A finding takes about 100 bytes. */
const largest = 64 * 1024 * 1024;

/**
 * The text of a baseline file, for `newSince`.
 *
 * @throws InputError where it cannot be read
 */
export function readBaseline(path: string, options: PathOptions = {}): string {
  checkOptions('readBaseline()', options, pathOptions);
  const { bytes, problem } = readRegular(resolve(directoryOf(options), path), largest);
  if (!bytes) throw failedError('readBaseline()', { failures: [{ kind: 'unreadable', path, why: problem }] });
  return Buffer.from(bytes).toString();
}
