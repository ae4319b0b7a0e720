import type { Readable, Writable } from 'node:stream';
import { printable } from '../util/visible.ts';

/** What a command may use of the process. `cli.ts` makes one; tests make their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The arguments of the command, which are paths. */
  readonly named?: readonly string[];
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** False when standard input is a terminal, where no file is expected. */
  readonly piped: boolean;
  /** Called with the absolute path of every file that a manifest names, before it is read, so that it can be watched. */
  readonly opens?: (path: string) => void;
  /** Ends a command that runs until it is interrupted. A process needs none. */
  readonly signal?: AbortSignal;
  /** Standard input and output as streams, for a command that serves another program. */
  readonly streams?: () => { readonly input: Readable; readonly output: Writable };
  /** Called with the number of nodes or files so far, so that a process can prepare for many. */
  readonly announce?: (count: number) => void;
}

export interface Output {
  /** Text for people. `main` removes whatever would control a terminal or a CI runner. */
  readonly write: (text: string) => void;
  /** The same as it is, such as to move the cursor. Absent where `write` is raw itself. */
  readonly raw?: (text: string) => void;
  readonly isTerminal: boolean;
  /** Width of the terminal in columns; 80 where it is not a terminal. */
  readonly columns: number;
}

/** Writes what another program reads, byte for byte; a person at a terminal gets it as text. */
export function writeData(out: Output, text: string): void {
  if (out.isTerminal) out.write(text);
  else writeRaw(out, text);
}

export const writeRaw = (out: Output, text: string): void => (out.raw ?? out.write)(text);

/** An output in which nothing but our own colours has an effect on a terminal. */
export function shown(out: Output, env: Io['env']): Output {
  return {
    get isTerminal() {
      return out.isTerminal;
    },
    get columns() {
      return out.columns;
    },
    raw: out.write,
    write: (text) =>
      out.write(printable(text, { colours: text.includes('\u001b[') && wantsColour(out, env) })),
  };
}

/** Colour on a terminal, unless NO_COLOR, FORCE_COLOR or CLICOLOR_FORCE is set (any value but empty, and `0`). */
export function wantsColour(out: Output, env: Io['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== '0') return true;
  return out.isTerminal && env.TERM !== 'dumb';
}

/** How the command is called here: npm sets this where it runs what is not on the PATH. */
export const programName = ({ env }: Pick<Io, 'env'>): string =>
  env.npm_command === 'exec' ? 'npx consul-cfg' : 'consul-cfg';

/** Exit codes are a promise; see docs/cli.md. */
export const exit = {
  /** Nothing of error level. */
  clean: 0,
  /** Findings of error level, or as `--fail-on` and `--max-warnings` choose. */
  findings: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The work could not be done: a path that does not exist, a file that cannot be read or written. */
  failed: 3,
  /** A bug in consul-cfg. */
  bug: 70,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** Ends a command with one line on stderr, because of its arguments or of the machine; never because of a bug. */
export class CommandError extends Error {
  readonly code: ExitCode;

  constructor(message: string, code: ExitCode = exit.failed) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
  }
}

export function usageError(message: string): CommandError {
  return new CommandError(message, exit.usage);
}
