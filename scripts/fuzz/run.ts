/** Runs of targets on inputs that a seed makes. */
import type { Random } from '../corpus/mutate.ts';
import { hold, shrink } from './hold.ts';
import { nextText, nextTree, type Seeds, type Tree } from './input.ts';
import type { Target } from './target.ts';

export interface Fault {
  readonly target: string;
  readonly what: string;
  readonly tree: Tree;
}

export interface Tally {
  readonly target: string;
  runs: number;
  /** Milliseconds of CPU of the slowest run. */
  slowest: number;
  readonly faults: Fault[];
}

export const inputFor = (target: Target, seeds: Seeds, next: Random): Tree => {
  const { kinds, sources } = target;
  const trees = sources === undefined ? seeds.trees : (seeds.sources.get(sources) ?? []);
  if (!kinds) return nextTree({ ...seeds, trees }, next);
  const kind = kinds[next(kinds.length)]!;
  return { [`input.${kind}`]: nextText(seeds, kind, next) };
};

/** Runs a target for some milliseconds. */
export async function fuzz(target: Target, seeds: Seeds, next: Random, milliseconds: number): Promise<Tally> {
  const tally: Tally = { target: target.id, runs: 0, slowest: 0, faults: [] };
  const end = performance.now() + milliseconds;
  while (performance.now() < end && tally.faults.length < 5) {
    const tree = inputFor(target, seeds, next);
    const { broken, spent } = await hold(target, tree, next(20) === 0);
    tally.runs++;
    tally.slowest = Math.max(tally.slowest, spent);
    if (broken !== undefined && !tally.faults.some(({ what }) => firstLine(what) === firstLine(broken)))
      tally.faults.push({ target: target.id, what: broken, tree: await shrink(target, tree) });
  }
  return tally;
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!;
