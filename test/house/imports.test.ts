/** Imports look downward only: each room names the rooms that it may know. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

const below: Record<string, readonly string[]> = {
  util: [],
  files: [],
  text: [],
  'rule-ids.ts': [],
  'finding.ts': ['text', 'rule-ids.ts'],
  options: ['text', 'finding.ts'],
  secrets: ['text', 'finding.ts', 'options'],
  model: ['files', 'text', 'finding.ts', 'options'],
  schema: ['text', 'finding.ts', 'options'],
  subjects: ['text', 'finding.ts', 'options', 'model'],
  rules: ['text', 'finding.ts', 'rule-ids.ts', 'options', 'model', 'subjects'],
  engine: ['text', 'finding.ts', 'rule-ids.ts', 'options', 'model', 'subjects', 'rules'],
  discovery: ['text', 'finding.ts', 'options', 'model', 'subjects', 'engine'],
  fix: ['text', 'finding.ts', 'options', 'model', 'subjects', 'rules', 'engine'],
  report: ['text', 'finding.ts', 'options', 'secrets', 'model', 'subjects'],
  manifest: ['util', 'files', 'text', 'finding.ts', 'options', 'secrets', 'template'],
  template: ['text'],
  render: ['util', 'text', 'finding.ts', 'options', 'secrets', 'manifest', 'template'],
  write: ['files', 'text', 'finding.ts', 'options', 'secrets', 'manifest', 'render'],
  import: ['text', 'finding.ts', 'options', 'secrets', 'model', 'subjects', 'manifest', 'render'],
  library: ['text', 'finding.ts', 'options', 'model', 'subjects', 'rules', 'engine', 'manifest', 'render'],
  lsp: [
    'text',
    'finding.ts',
    'options',
    'secrets',
    'model',
    'schema',
    'subjects',
    'rules',
    'engine',
    'discovery',
    'fix',
    'manifest',
    'render',
  ],
};

/** The doors of the house: public names, no logic. They and `cli` may know every room. */
const doors = new Set(['index.ts', 'hcl.ts', 'schemas.ts', 'launch.ts', 'cli.ts', 'cli']);

interface Import {
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|\nimport\s+'([^']+)'/g;
  return [...text.matchAll(pattern)].map(([, type, named, lazy, bare]) => ({
    from: file,
    target: named ?? lazy ?? bare ?? '',
    typeOnly: type !== undefined,
  }));
}

const roomOf = (file: string): string => relative(src, file).split(/[\\/]/)[0]!;

function trespasses(all: readonly Import[]): string[] {
  return all.flatMap(({ from, target }) => {
    const room = roomOf(join(src, from));
    if (doors.has(room) || !target.startsWith('.') || target.endsWith('.json')) return [];
    const other = roomOf(resolve(src, dirname(from), target));
    const allowed = other === room || below[room]?.includes(other);
    return allowed ? [] : [`${from} imports ${target}`];
  });
}

test('every room is known here', () => {
  const rooms = new Set(files.map((file) => roomOf(join(src, file))));
  expect([...rooms].filter((room) => !doors.has(room) && !(room in below))).toEqual([]);
});

test('imports look downward', () => {
  expect(imports.length).toBeGreaterThan(20);
  expect(trespasses(imports)).toEqual([]);
});

test('a room that looks upward is caught', () => {
  const upward = { from: 'text/tree.ts', target: '../rules/rule.ts', typeOnly: false };
  expect(trespasses([upward])).toEqual(['text/tree.ts imports ../rules/rule.ts']);
});

test('only the list of rules knows a single rule', () => {
  const found = imports.filter(({ from, target }) => {
    const file = relative(src, resolve(src, dirname(from), target));
    return (
      /^rules\/[a-z-]+\/[a-z-]+\.ts$/.test(file) &&
      !file.startsWith('rules/generated/') &&
      !file.startsWith('rules/forms/') &&
      !from.startsWith('rules/')
    );
  });
  expect(found).toEqual([]);
});

test('the checking path loads neither zod nor ajv nor a template engine', () => {
  const heavy = new Set(['zod', 'ajv', 'handlebars']);
  const checking = new Set([
    'text',
    'options',
    'secrets',
    'model',
    'subjects',
    'rules',
    'engine',
    'report',
    'finding.ts',
  ]);
  const found = imports.filter(
    ({ from, target, typeOnly }) => !typeOnly && heavy.has(target) && checking.has(roomOf(join(src, from))),
  );
  expect(found).toEqual([]);
});
