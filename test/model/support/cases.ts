/** The corpus of whole configurations: what each holds, and what real agents said of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Case {
  readonly id: string;
  /** By path, relative to the directory that is judged. */
  readonly files: Readonly<Record<string, string | { readonly base64: string }>>;
  readonly links?: Readonly<Record<string, string>>;
  /** What is judged instead of the whole directory. */
  readonly paths?: readonly string[];
  readonly configFormat?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly note?: string;
}

export interface Recorded {
  readonly verdict: 'ok' | 'error' | 'crash';
  /** Categories of what the agent warned of, in alphabetical order; only where it accepted the configuration. */
  readonly warnings?: readonly string[];
}

export interface Recording {
  /** The release that was asked, such as `1.20.2`. */
  readonly consul: string;
  readonly verdicts: Readonly<Record<string, Recorded>>;
}

const corpus = join(import.meta.dirname, '../../corpus/semantics');

export const contentOf = (content: Case['files'][string]): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.base64, 'base64');

export function readCases(): readonly Case[] {
  return readdirSync(corpus)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(corpus, name), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as Case);
}

const recordings = join(corpus, 'verdicts');

export function readRecordings(): readonly Recording[] {
  return readdirSync(recordings).map(
    (name) => JSON.parse(readFileSync(join(recordings, name), 'utf8')) as Recording,
  );
}

export const recordingFile = (consul: string): string => join(recordings, `${consul}.json`);
