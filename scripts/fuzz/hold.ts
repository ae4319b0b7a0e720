/** Runs a target on an input, and returns what does not hold: it throws, it takes long, it differs, it shows a secret. */
import type { Tree } from './input.ts';
import { isElsewhere, leaks } from './secrets.ts';
import { Broken, type Target } from './target.ts';
import { isRefusal } from './targets.ts';

/** Milliseconds of CPU: some for any input, and some for each KiB. */
const allowed = (bytes: number): number => 2000 + (bytes / 1024) * 20;

export interface Held {
  /** What does not hold, or undefined. */
  readonly broken: string | undefined;
  /** Milliseconds of CPU. */
  readonly spent: number;
}

export async function hold(target: Target, tree: Tree, again = false): Promise<Held> {
  const start = process.cpuUsage();
  const first = await outcome(target, tree);
  const { user, system } = process.cpuUsage(start);
  const spent = Math.round((user + system) / 1000);
  return { spent, broken: await fault() };

  async function fault(): Promise<string | undefined> {
    if ('broken' in first) return first.broken;
    const size = Object.values(tree).reduce((sum, { length }) => sum + length, 0);
    if (spent > allowed(size)) return `took ${spent} ms of CPU for ${size} bytes`;
    if (!target.writesFiles && leaks(first.output) && !isElsewhere(tree)) return 'shows a secret';
    if (!again) return undefined;
    const second = await outcome(target, tree);
    return 'output' in second && second.output === first.output ? undefined : 'differs in a second run';
  }
}

async function outcome(
  target: Target,
  tree: Tree,
): Promise<{ readonly output: string } | { readonly broken: string }> {
  try {
    return { output: await target.run(tree) };
  } catch (error) {
    if (error instanceof Broken) return { broken: error.message };
    if (isRefusal(error)) return { output: `${error.message}\n${JSON.stringify(error.findings)}` };
    return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The same fault with fewer files and lines, as far as 300 runs get. */
export async function shrink(target: Target, tree: Tree): Promise<Tree> {
  let smallest = tree;
  let runs = 300;
  const still = async (smaller: Tree): Promise<boolean> => {
    if (runs-- <= 0 || (await hold(target, smaller, true)).broken === undefined) return false;
    smallest = smaller;
    return true;
  };
  for (const name of Object.keys(tree)) {
    const { [name]: _, ...others } = smallest;
    if (Object.keys(others).length > 0) await still(others);
  }
  for (const name of Object.keys(smallest)) {
    for (let size = lines(smallest[name]!).length >> 1; size >= 1; size >>= 1) {
      for (let at = 0; at < lines(smallest[name]!).length; ) {
        const rest = lines(smallest[name]!).toSpliced(at, size);
        if (!(await still({ ...smallest, [name]: Buffer.from(rest.join('\n'), 'latin1') }))) at += size;
      }
    }
  }
  return smallest;
}

const lines = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString('latin1').split('\n');
