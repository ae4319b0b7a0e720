/** One line of a corpus: an input and what the real parsers of Consul make of it. */

export interface Verdict {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: string;
  readonly errorLine?: number;
  readonly errorCol?: number;
  readonly panic?: boolean;
}

export interface Case extends Verdict {
  readonly id: string;
  readonly input?: string;
  /** Instead of `input`, where that is not UTF-8. */
  readonly inputB64?: string;
  /** Where the parser of Consul 1.16 differs. */
  readonly consul116?: Verdict;
}

export const bytesOf = ({ input, inputB64 }: Case): Uint8Array =>
  inputB64 === undefined ? Buffer.from(input ?? '') : Buffer.from(inputB64, 'base64');

export function readCases(text: string): Case[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);
}
