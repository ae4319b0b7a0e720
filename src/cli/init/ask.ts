/** Questions on a terminal. They go to standard error, so that standard output is free for the manifest. */
import { Writable } from 'node:stream';
import { CommandError, type Io, writeRaw } from '../io.ts';

export interface Question {
  readonly text: string;
  /** Shown in brackets, and taken for an empty answer. */
  readonly usual: string;
  /** What is wrong with an answer, after which the question is asked again; undefined where nothing is. */
  readonly refuse: (answer: string) => Promise<string | undefined>;
}

export type Ask = (question: Question) => Promise<string>;

/** Whether questions can be asked. */
export const canAsk = (io: Io): boolean => !io.piped && io.streams !== undefined;

/**
 * Lends the terminal to `work`.
 *
 * @throws CommandError where the person ends it: Ctrl-C, or Ctrl-D
 */
export async function atTerminal<T>(io: Io, work: (ask: Ask) => Promise<T>): Promise<T> {
  const { createInterface } = await import('node:readline/promises');
  const left = new AbortController();
  const output = Object.assign(sink(io), { columns: io.stderr.columns });
  const terminal = createInterface({ input: io.streams!().input, output, terminal: true });
  const leave = (): void => left.abort();
  terminal.on('SIGINT', leave).on('close', leave);
  io.signal?.addEventListener('abort', leave);
  // What is pasted, or typed before the next question is asked.
  const early: string[] = [];
  terminal.on('line', (line) => early.push(line));
  const answerTo = async (prompt: string): Promise<string> => {
    const line = early.shift();
    if (line === undefined) return terminal.question(prompt, { signal: left.signal });
    io.stderr.write(`${prompt}${line}\n`);
    return line;
  };
  const ask: Ask = async ({ text, usual, refuse }) => {
    for (;;) {
      const hint = usual === '' ? '' : ` [${usual}]`;
      const typed = (await answerTo(`${text}${hint}: `)).trim();
      const answer = typed === '' ? usual : typed;
      const wrong = await refuse(answer);
      if (wrong === undefined) return answer;
      io.stderr.write(`  ${wrong}\n`);
    }
  };
  try {
    return await work(ask);
  } catch (error) {
    if (!left.signal.aborted) throw error;
    io.stderr.write('\n');
    throw new CommandError('stopped; nothing was written');
  } finally {
    terminal.close();
  }
}

const sink = (io: Io): Writable =>
  new Writable({
    decodeStrings: false,
    write: (chunk: string | Uint8Array, _encoding, done) => {
      writeRaw(io.stderr, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
      done();
    },
  });
