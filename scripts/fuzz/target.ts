/** What is fuzzed. */
import type { Tree } from './input.ts';

export interface Target {
  readonly id: string;
  /** The ends of names of the texts that it takes, one at a time; without them it takes trees. */
  readonly kinds?: readonly string[];
  /** The folder of `test/sources/` whose cases it takes, as trees. */
  readonly sources?: string;
  /** Whether its output may hold the secrets of its input: what writes files does. */
  readonly writesFiles?: boolean;
  /**
   * Runs it, and returns all that people would read. What an input makes wrong is a part of that; only a bug throws.
   * @throws Broken where something that must hold of the output does not
   */
  readonly run: (tree: Tree) => Promise<string>;
}

/** An invariant that does not hold. */
export class Broken extends Error {}
