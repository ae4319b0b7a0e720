import type { Readable, Writable } from 'node:stream';
import { printable } from '../text/source/visible.ts';

/** What a command may touch of the world. `cli.ts` makes one of the process; tests make their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The paths that the command was given. */
  readonly named?: readonly string[];
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** False when standard input is a terminal: nobody waits for a person to type a file. */
  readonly piped: boolean;
  /** Told of every file, by absolute path, that a manifest names, before it is read: whoever watches watches it too. */
  readonly opens?: (path: string) => void;
  /** Ends what would go on for ever. A process needs none: an interrupt ends it. */
  readonly signal?: AbortSignal;
  /** Standard input and output as streams, for a command that talks until the other side has had enough. */
  readonly streams?: () => { readonly input: Readable; readonly output: Writable };
  /** Says how many nodes or files are to be judged, as far as is known; a process that has many prepares for it. */
  readonly announce?: (count: number) => void;
}

export interface Output {
  /** Text for people. `main` sees to it that nothing in it drives a terminal or a CI runner. */
  readonly write: (text: string) => void;
  /** The same without that: what moves the cursor. Absent where `write` is raw itself. */
  readonly raw?: (text: string) => void;
  readonly isTerminal: boolean;
  /** Width of the terminal in columns; 80 where it is none. */
  readonly columns: number;
}

/** Writes what another program reads, byte for byte; a person at a terminal gets it as text. */
export function writeData(out: Output, text: string): void {
  if (out.isTerminal) out.write(text);
  else writeRaw(out, text);
}

export const writeRaw = (out: Output, text: string): void => (out.raw ?? out.write)(text);

/** An output that shows what it is given, and lets only our own colours do something. */
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

/** Colour on a terminal; NO_COLOR and FORCE_COLOR (any value but empty, and `0`) overrule. */
export function wantsColour(out: Output, env: Io['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return out.isTerminal && env.TERM !== 'dumb';
}

/** Exit codes are a promise; see docs/cli.md. */
export const exit = {
  /** Nothing of error level. */
  clean: 0,
  /** Findings of error level, or what `--fail-on` and `--max-warnings` say. */
  findings: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The work could not be done: a path that does not exist, a file that cannot be read or written. */
  failed: 3,
  /** A bug in consul-cfg. */
  bug: 70,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** Ends a command with one line on stderr. For what a person did or a machine refused, never for a bug. */
export class CommandError extends Error {
  readonly code: ExitCode;

  constructor(message: string, code: ExitCode = exit.failed) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
  }
}

/** What a bug looks like to people, wherever it shows. */
export function bugText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `consul-cfg: this is a bug, please report it with the lines below\n${text}\n`;
}

export function usageError(message: string): CommandError {
  return new CommandError(message, exit.usage);
}
