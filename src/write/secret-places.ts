/** Reads secrets from the environment, files and programs. Only `render` does that: linting a manifest runs no program. */

import { isUtf8 } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { readRegular } from '../files/read.ts';
import { own } from '../util/collections.ts';

export interface Answer {
  readonly text?: string;
  /** Completes "the secret …". */
  readonly problem?: string;
  /** It may be there on another machine. */
  readonly missing?: true;
  readonly severity?: 'warning';
}

export function fromEnvironment(name: string, env: Readonly<Record<string, string | undefined>>): Answer {
  const text = own(env, name);
  return text ? { text } : missing(`the environment variable ${JSON.stringify(name)} is not set`);
}

const missing = (why: string): Answer => ({ problem: `is missing: ${why}`, missing: true });

/** No secret is larger: certificates with their chains have some thousand bytes. */
const largest = 1024 * 1024;

/** Findings never show the content of the file: it may be any file of this machine. */
export function fromFile(path: string, shown: string): Answer {
  const { bytes, problem } = readRegular(path, largest);
  if (!bytes) return missing(`the file ${JSON.stringify(shown)} ${problem}`);
  return answerOf(bytes, `the file ${JSON.stringify(shown)}`, 'is empty');
}

/** Without the last line end. */
function answerOf(bytes: Uint8Array, from: string, whenEmpty: string): Answer {
  if (!isUtf8(bytes)) {
    return {
      problem: `cannot be used: ${from} gives bytes that are not UTF-8, and a secret is text`,
    };
  }
  const text = Buffer.from(bytes)
    .toString()
    .replace(/[\r\n]+$/, '');
  return text ? { text } : missing(`${from} ${whenEmpty}`);
}

/** @param patience for how many milliseconds it may run */
export function fromCommand(
  [program, ...args]: readonly string[],
  directory: string,
  patience: number,
): Answer {
  const shown = JSON.stringify(program);
  try {
    const output = execFileSync(program!, args, {
      cwd: directory,
      timeout: patience,
      // A program may ignore that it is asked to end, and a run that waits for one cannot ask twice.
      killSignal: 'SIGKILL',
      maxBuffer: largest,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return answerOf(output, shown, 'printed nothing');
  } catch (error) {
    return missing(`${shown} ${failureOf(error as Failure, patience)}`);
  }
}

interface Failure {
  readonly status?: number | null;
  readonly signal?: string | null;
  readonly code?: string;
}

function failureOf({ status, signal, code }: Failure, patience: number): string {
  if (code === 'ETIMEDOUT') return `did not end within ${patience / 1000} s and was killed`;
  if (code === 'ENOBUFS') return 'printed more than 1 MiB and was killed';
  if (typeof status === 'number') return `ended with status ${status}`;
  return signal ? `was ended by ${signal}` : `could not be run (${code ?? 'unknown'})`;
}
