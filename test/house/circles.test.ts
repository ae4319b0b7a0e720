/** No file imports itself by way of others, types included: what is in a circle cannot be read or moved on its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

type Graph = ReadonlyMap<string, readonly string[]>;

function importsIn(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)|\nimport\s+'(\.[^']+)'/g;
  return [...text.matchAll(pattern)].map(([, named, lazy, bare]) =>
    posix.join(dirname(file), named ?? lazy ?? bare ?? ''),
  );
}

function importGraph(): Graph {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));
  return new Map(files.map((file) => [file, importsIn(file)]));
}

/** Strongly connected components of more than one file (Tarjan), each sorted; files that import themselves too. */
function circlesIn(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1 || graph.get(file)?.includes(file)) found.push(circle.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}

test('no import leads back to its file', () => {
  const graph = importGraph();
  expect(graph.get('index.ts')?.length).toBeGreaterThan(0);
  expect(circlesIn(graph)).toEqual([]);
});

test('a circle is found, with all that is in it', () => {
  const graph = new Map([
    ['a.ts', ['b.ts']],
    ['b.ts', ['c.ts', 'd.ts']],
    ['c.ts', ['a.ts']],
    ['d.ts', []],
    ['e.ts', ['e.ts']],
  ]);
  expect(circlesIn(graph)).toEqual([['a.ts', 'b.ts', 'c.ts'], ['e.ts']]);
});
