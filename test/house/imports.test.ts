/** Imports look downward only: each room names the rooms that it may know. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/** What use cases stand on. */
const domain = [
  'files',
  'text',
  'finding.ts',
  'options',
  'secrets',
  'model',
  'schema',
  'subjects',
  'sources',
  'rules',
  'engine',
  'discovery',
  'fix',
  'report',
  'manifest',
  'render',
  'import',
];

/** What a user of the package can import. */
const entryPoints = ['index.ts', 'node.ts', 'hcl.ts', 'json.ts', 'schemas.ts'];

/** Besides `util`, which every room may import: words of messages, and nothing of Consul. */
const below: Record<string, readonly string[]> = {
  util: [],
  files: [],
  live: [],
  text: [],
  'rule-ids.ts': [],
  'finding.ts': ['text', 'rule-ids.ts'],
  options: ['text', 'finding.ts'],
  secrets: ['text', 'finding.ts', 'options'],
  model: ['files', 'text', 'finding.ts', 'options'],
  schema: ['text', 'finding.ts', 'rule-ids.ts', 'options', 'sources', 'rules', 'manifest'],
  sources: ['text', 'options', 'subjects'],
  subjects: ['text', 'finding.ts', 'options', 'model'],
  rules: ['text', 'finding.ts', 'rule-ids.ts', 'options', 'model', 'subjects'],
  engine: ['text', 'finding.ts', 'rule-ids.ts', 'options', 'model', 'subjects', 'sources', 'rules'],
  discovery: ['text', 'finding.ts', 'options', 'model', 'subjects', 'sources', 'engine'],
  fix: ['text', 'finding.ts', 'rule-ids.ts', 'options', 'secrets', 'model', 'subjects', 'rules', 'engine'],
  report: ['text', 'finding.ts', 'rule-ids.ts', 'options', 'secrets', 'model', 'subjects'],
  manifest: ['util', 'files', 'text', 'finding.ts', 'options', 'secrets', 'template'],
  template: ['text'],
  render: ['util', 'text', 'finding.ts', 'rule-ids.ts', 'options', 'secrets', 'manifest', 'template'],
  write: ['files', 'text', 'finding.ts', 'options', 'secrets', 'manifest', 'render'],
  import: ['text', 'finding.ts', 'options', 'secrets', 'model', 'subjects', 'manifest', 'render'],
  app: [...domain, 'live'],
  lsp: ['app', 'rule-ids.ts', ...domain],
  library: ['app', 'live', 'write', 'lsp', 'rule-ids.ts', ...domain],
  cli: [...entryPoints],
};

/** The entry points: public names, no logic. They may import every room. */
const doors = new Set([...entryPoints, 'launch.ts', 'cli.ts']);

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
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|(?<!typeof )import\('([^']+)'\)|\nimport\s+'([^']+)'/g;
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
    const allowed = other === room || other === 'util' || below[room]?.includes(other);
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

test('a command has nothing that a script has not: the command line imports the entry points', () => {
  const used = imports.filter(({ from, target }) => from.startsWith('cli/') && target.startsWith('.'));
  const others = used.map(({ from, target }) => relative(src, resolve(src, dirname(from), target)));
  const rooms = new Set(others.map((file) => (entryPoints.includes(file) ? file : file.split('/')[0])));
  expect([...rooms].sort()).toEqual(['..', 'cli', 'index.ts', 'node.ts', 'schemas.ts', 'util']);
  const past = { from: 'cli/commands/lint.ts', target: '../../app/lint/lint.ts', typeOnly: false };
  expect(trespasses([past])).toHaveLength(1);
});

test('a room that looks upward is caught', () => {
  const upward = { from: 'text/tree.ts', target: '../rules/rule.ts', typeOnly: false };
  expect(trespasses([upward])).toEqual(['text/tree.ts imports ../rules/rule.ts']);
});

/** Of this machine: files, processes, addresses. */
const machine = /^node:(?:fs|fs\/promises|os|child_process|process|readline.*)$/;

/** The imports by which a file reaches the machine, if it does, types left out. */
function wayToMachine(from: string, seen = new Set<string>()): string[] | undefined {
  seen.add(from);
  for (const { target, typeOnly } of importsFrom.get(from) ?? []) {
    if (typeOnly) continue;
    if (machine.test(target)) return [from, target];
    const file = relative(src, resolve(src, dirname(from), target));
    const way = target.startsWith('.') && !seen.has(file) ? wayToMachine(file, seen) : undefined;
    if (way) return [from, ...way];
  }
  return undefined;
}

const importsFrom = new Map(files.map((file) => [file, imports.filter(({ from }) => from === file)]));

test('a use case works without this machine: only the adapters in `app/machine` reach it', () => {
  const useCases = files.filter((file) => file.startsWith('app/') && !file.startsWith('app/machine/'));
  expect(useCases.length).toBeGreaterThan(20);
  expect(wayToMachine('app/machine/files.ts')?.at(-1)).toBe('node:fs');
  expect(useCases.flatMap((file) => wayToMachine(file)?.join(' → ') ?? [])).toEqual([]);
});

test('only `live` uses the network and TLS, and use cases know the types of its answers alone', () => {
  const network = /^node:(?:http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)$/;
  const opening = imports.filter(({ target, typeOnly }) => !typeOnly && network.test(target));
  expect([...new Set(opening.map(({ from }) => from))].sort()).toEqual([
    'live/address.ts',
    'live/certificate.ts',
    'live/client.ts',
    'live/pem.ts',
  ]);
  const asking = files.filter((file) =>
    /\bfetch\(|\bWebSocket\b|\bEventSource\b|XMLHttpRequest/.test(readFileSync(join(src, file), 'utf8')),
  );
  expect(asking).toEqual([]);
  const used = imports.filter(({ from, target, typeOnly }) => {
    const isLive = /(?:^|\/)live\//.test(target) && !from.startsWith('live/');
    return isLive && !typeOnly && !from.startsWith('library/node/doctor/') && !from.startsWith('rules/');
  });
  expect(used.map(({ from, target }) => `${from} imports ${target}`)).toEqual([]);
});

test('the entry points without Node import no module of it, but for paths, which the build replaces', () => {
  const reached = new Set<string>();
  const modules = new Set<string>();
  const visit = (from: string): void => {
    if (reached.has(from)) return;
    reached.add(from);
    for (const { target, typeOnly } of importsFrom.get(from) ?? []) {
      if (typeOnly) continue;
      if (target.startsWith('node:')) modules.add(`${from}: ${target}`);
      else if (target.startsWith('.')) visit(relative(src, resolve(src, dirname(from), target)));
    }
  };
  for (const door of ['index.ts', 'hcl.ts', 'json.ts', 'schemas.ts']) visit(door);
  expect(reached.size).toBeGreaterThan(500);
  expect([...modules].filter((module) => !module.endsWith(': node:path'))).toEqual([]);
});

/** A file for each command: a table of like things. */
const table = 'cli/commands';

test('no folder of the upper rooms holds more than 15 files', () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  const crowded = [...counts].filter(
    ([folder, count]) => /^(?:app|cli|lsp)/.test(folder) && count > 15 && folder !== table,
  );
  expect(crowded).toEqual([]);
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
