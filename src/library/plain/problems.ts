/** Why a text cannot be read, as plain data. */
import type { Problem } from '../../text/source/problem.ts';

export interface PlainProblem {
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

export const plainProblem = ({ message, at: { source, start } }: Problem): PlainProblem => ({
  message,
  ...source.position(start),
});
