/** What the library refuses, as one line on standard error. */
import { InputError, type PathFailure, passedOverText } from '../../index.ts';
import { DiskError } from '../../node.ts';
import { CommandError, type ExitCode, exit } from '../io.ts';

type Kind = PathFailure['kind'];

export interface FailureTexts {
  /** The reason for a kind in this command; completes "the path …". */
  readonly texts?: { readonly [K in Kind]?: string };
  /** What to do where the file system gives this reason. */
  readonly hints?: Readonly<Record<string, string>>;
  /** Kinds for which the command line is wrong, not the files. */
  readonly usage?: readonly Kind[];
  /** What to add to the line for the first failure. */
  readonly more?: (failure: PathFailure) => string;
}

/**
 * Work of the library, in which paths that cannot be read and a machine that refuses end the command.
 *
 * @throws CommandError for these; the error itself for another
 */
export async function attempt<T>(work: () => T | Promise<T>, texts: FailureTexts = {}): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asCommandError(error, texts);
  }
}

export function asCommandError(error: unknown, texts: FailureTexts = {}): unknown {
  if (error instanceof DiskError) return new CommandError(error.message);
  if (!(error instanceof InputError) || error.failures.length === 0) return error;
  return failureError(error.failures, error.failures[0]!.ofSettings ? {} : texts);
}

export function failureError(failures: readonly PathFailure[], how: FailureTexts): CommandError {
  const { texts = {}, hints = {}, usage = [], more = () => '' } = how;
  const [first] = failures;
  if (!first) throw new Error('no failure is named');
  const { path, kind, reason, bySystem, passedOver } = first;
  const why = bySystem ? `${reason}${hints[reason] ?? ''}` : (texts[kind] ?? reason);
  const others = failures.length > 1 ? ` (and ${failures.length - 1} more)` : '';
  const seen = passedOver && passedOverText(passedOver);
  const also = seen === undefined ? '' : `: ${seen}`;
  const code: ExitCode = usage.includes(kind) ? exit.usage : exit.failed;
  return new CommandError(`${path} ${why}${also}${more(first)}${others}`, code);
}

/** What to do where a manifest cannot be read. */
export const manifestHints: NonNullable<FailureTexts['hints']> = {
  'does not exist': '; `consul-cfg init` writes a first one',
  'is a directory': '; name the manifest in it',
  'is a named pipe, not a regular file': '; read it on standard input, as -',
};
