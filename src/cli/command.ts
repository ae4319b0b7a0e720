/** A command is a record: its arguments, flags, examples (two at least) and function. */
import type { ExitCode, Io } from './io.ts';

export interface Flag {
  /** As commander reads it: `--out <dir>`, `-c, --consul <version>`, `--check`. */
  readonly flags: string;
  readonly docs: string;
  readonly default?: string | boolean;
  readonly choices?: readonly string[];
  /** What a shell completes, where other values are accepted too. */
  readonly values?: readonly string[];
  /** May be given several times; the values are collected. */
  readonly repeatable?: boolean;
}

export interface Command<Options extends object = Record<string, never>> {
  /** As commander reads it: `<path...>`, `[file]`; empty where there is none. */
  readonly arguments: string;
  /** Words that a shell completes for its arguments, where they are not paths. */
  readonly words?: () => Promise<readonly string[]>;
  /** What it does, in a few sentences, under the usage line of its help. */
  readonly description: string;
  readonly flags: readonly Flag[];
  /** Words that begin with a dash and are not one of its flags are arguments too. */
  readonly takesDashes?: boolean;
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** `entries` are all commands, for one that describes them. */
  readonly run: (
    args: readonly string[],
    options: Options,
    io: Io,
    entries: readonly CommandEntry[],
  ) => Promise<ExitCode>;
}

/** Every command has its own options, which this frame passes through. */
export type AnyCommand = Command<never>;

/** A command in the list of all, which loads the record when it is needed. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: AnyCommand }>;
}
