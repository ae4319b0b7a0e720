/** A use case that could not run, as one line on standard error. */

import type { Failed, Failure } from '../../app/failure.ts';
import { usualReasons } from '../../app/failure-text.ts';
import { passedOverCounts } from '../../report/passed-over.ts';
import { passedOverText } from '../../report/report.ts';
import { CommandError, type ExitCode, exit } from '../io.ts';

type Kind = Failure['kind'];

export interface FailureTexts {
  /** The reason for a kind in this command; completes "the path …". */
  readonly texts?: { readonly [K in Kind]?: string };
  /** What to do where the file system gives this reason. */
  readonly hints?: Readonly<Record<string, string>>;
  /** Kinds for which the command line is wrong, not the files. */
  readonly usage?: readonly Kind[];
}

/** @param more what to add to the line for the first failure */
export function failureError(
  { failures }: Failed,
  { texts = {}, hints = {}, usage = [] }: FailureTexts = {},
  more: (failure: Failure) => string = () => '',
): CommandError {
  const [first] = failures;
  if (!first) throw new Error('a failed use case names no failure');
  const { path, kind, why, saw } = first;
  const reason = why === undefined ? (texts[kind] ?? usualReasons[kind]) : `${why}${hints[why] ?? ''}`;
  const others = failures.length > 1 ? ` (and ${failures.length - 1} more)` : '';
  const seen = saw && passedOverText(passedOverCounts(saw));
  const also = seen === undefined ? '' : `: ${seen}`;
  const code: ExitCode = usage.includes(kind) ? exit.usage : exit.failed;
  return new CommandError(`${path} ${reason}${also}${more(first)}${others}`, code);
}

/** What to do where a manifest cannot be read. */
export const manifestHints: NonNullable<FailureTexts['hints']> = {
  'does not exist': '; `consul-cfg init` writes a first one',
  'is a directory': '; name the manifest in it',
  'is a named pipe, not a regular file': '; read it on standard input, as -',
};
