/** Which tests import a file, directly or through others: the nearest first, since they most likely notice a break. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';

/** For each file, those that import it. Types are left out: no test runs them. */
export function readImporters(tree: string): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const file of ['src', 'test'].flatMap((room) => filesBelow(tree, room))) {
    for (const imported of importsOf(tree, file)) {
      const known = importers.get(imported);
      if (known) known.push(file);
      else importers.set(imported, [file]);
    }
  }
  return importers;
}

const filesBelow = (tree: string, room: string): readonly string[] =>
  readdirSync(join(tree, room), { recursive: true, encoding: 'utf8' })
    .map((file) => join(room, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));

function importsOf(tree: string, file: string): ReadonlySet<string> {
  const text = readFileSync(join(tree, file), 'utf8').replace(/^(?:import|export) type [^;]*;/gm, '');
  return new Set(
    ts
      .preProcessFile(text, true, true)
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => join(dirname(file), fileName).replaceAll('\\', '/'))
      .filter((imported) => existsSync(join(tree, imported))),
  );
}

/** Test files that import `file`, ordered by how near they are. */
export function testsOf(file: string, importers: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const distances = new Map([[file, 0]]);
  for (const [at, distance] of distances) {
    for (const importer of importers.get(at) ?? [])
      if (!distances.has(importer)) distances.set(importer, distance + 1);
  }
  const score = (test: string): number => distances.get(test)! - 2 * shared(file, test);
  return [...distances.keys()]
    .filter((path) => path.endsWith('.test.ts'))
    .sort((a, b) => score(a) - score(b) || (a < b ? -1 : 1));
}

/** How much of the path below `src/` a test has in common with a file, the name included. */
function shared(file: string, test: string): number {
  const rooms = dirname(file).split('/').slice(1);
  const others = dirname(test).split('/').slice(1);
  const differs = rooms.findIndex((room, i) => room !== others[i]);
  const common = differs < 0 ? rooms.length : differs;
  return common + (basename(file, '.ts') === basename(test, '.test.ts') ? 1 : 0);
}
