/** The files below a directory, and whether a run left each of them old or new. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Mode and content of each file, by its path; what only a running command needs is left out. */
export type Tree = ReadonlyMap<string, string>;

export function treeOf(root: string): Tree {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files
      .map((path) => [relative(root, path), path] as const)
      .filter(([name]) => !isWorking(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, path]) => [
        name,
        `${(lstatSync(path).mode & 0o777).toString(8)} ${readFileSync(path, 'latin1')}`,
      ]),
  );
}

/** Directories in which files become whole, and the lock: nobody reads them, and the next run takes them away. */
const isWorking = (name: string): boolean =>
  /(?:^|\/)\.consul-cfg-\d+-[0-9a-f]+\.tmp\/|(?:^|\/)\.consul-cfg\/(?:lock\/|\.gitignore$)/.test(name);

export const leftBehind = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?:^|\/)(?:\.consul-cfg-\d+-[0-9a-f]+\.tmp|\.consul-cfg\/lock)$/.test(name),
  );

/** Files that are neither as before nor as after. The ledger is written first, and has the lines of both until the work is done. */
export function torn(now: Tree, before: Tree, after: Tree): readonly string[] {
  const names = new Set([...now.keys(), ...before.keys()]);
  return [...names].filter((name) => {
    const is = now.get(name);
    const whole = [before.get(name), after.get(name)];
    return !whole.includes(is) && !(name.endsWith(ledgerName) && hasLinesOf(is, whole));
  });
}

const ledgerName = '.consul-cfg.sha256';

function hasLinesOf(text: string | undefined, others: readonly (string | undefined)[]): boolean {
  const known = new Set(others.flatMap((other) => other?.split('\n') ?? []));
  return text?.endsWith('\n') === true && text.split('\n').every((line) => known.has(line));
}
