/** docs/architecture.md, CONTRIBUTING.md and SECURITY.md name only files and folders that exist, and every room. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Paths in code spans that begin with a folder of the repository; those with a variable part are cut before it. */
function namedPaths(text: string): string[] {
  const spans = [...text.matchAll(/`((?:src|test|scripts|docs|schemas|examples)\/[^`\s]*)`/g)];
  return spans.map(([, path = '']) => path.replace(/[^/]*[<*{].*$/, ''));
}

const missing = (text: string): string[] => namedPaths(text).filter((path) => !existsSync(join(root, path)));

test.each(['docs/architecture.md', 'CONTRIBUTING.md', 'SECURITY.md'])(
  '%s names files and folders that exist',
  (page) => {
    const text = textOf(page);
    expect(namedPaths(text).length).toBeGreaterThan(10);
    expect(missing(text)).toEqual([]);
  },
);

test('every room is in the table of rooms', () => {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${name}/`);
  const named = new Set(
    [...textOf('docs/architecture.md').matchAll(/^\| `(src\/[^`]+)`/gm)].map(([, path]) => path),
  );
  expect(rooms.filter((room) => !named.has(room))).toEqual([]);
});

test('a path that does not exist is noticed', () => {
  expect(missing('`src/finding.ts`, `src/nothing.ts`, `src/rules/<subject>/<name>.ts`')).toEqual([
    'src/nothing.ts',
  ]);
});
