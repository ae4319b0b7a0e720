/** The fields that show options, next to what agents of three releases answered with and without each option. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withMembers } from '../../scripts/generate/runtime-fields.ts';
import { agrees } from '../../src/app/doctor/agree.ts';
import { isCompared } from '../../src/app/doctor/drift/drift.ts';
import { runtimeFields } from '../../src/app/doctor/generated/runtime-fields.ts';
import { findOption } from '../../src/options/lookup.ts';

type Changed = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
const file = join(import.meta.dirname, '../corpus/live/fields.json');
const recorded: Readonly<Record<string, { value: unknown; releases: Record<string, Changed | string> }>> =
  JSON.parse(readFileSync(file, 'utf8'));

const rows = Object.entries(runtimeFields);

test('more than 250 options have a field', () => {
  expect(rows.length).toBeGreaterThan(250);
  expect(rows.filter(([path]) => !findOption(path))).toEqual([]);
});

test('each field agrees with the recorded value, and not with what it was before', () => {
  const wrong = rows.flatMap(([path, [field, form]]) =>
    Object.entries(recorded[path]!.releases).flatMap(([release, fields]) => {
      if (typeof fields === 'string') return [];
      const [before, after] = withMembers(fields)[field] ?? [];
      const { value } = recorded[path]!;
      return agrees(value, after, form) && !agrees(value, before, form) ? [] : [`${release} ${path}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['30s', '30s', 'same', true],
  ['5m', '5m0s', 'same', true],
  ['5m', '5m1s', 'same', false],
  ['7s', 7_000_000_000, 'same', true],
  ['example.com', 'example.com.', 'same', true],
  ['WARN', 'warn', 'same', true],
  ['/ui', '/ui/', 'same', true],
  [-1, Number.MAX_VALUE, 'same', true],
  [10, Number.MAX_VALUE, 'same', false],
  [['a', 'b'], ['b', 'a'], 'same', false],
  [[], null, 'same', true],
  [{ a: '1' }, { a: '1', b: '2' }, 'same', false],
  [{ a: '1' }, { a: '1', b: '2' }, 'part', true],
  ['10.0.0.1 ::1', ['tcp://10.0.0.1:8600', 'udp://10.0.0.1:8600', 'tcp://[::1]:8600'], 'listen', true],
  ['10.0.0.1', ['tcp://10.0.0.1:8500', 'tcp://10.0.0.2:8500'], 'listen', false],
  ['unix:///s', ['unix:///s'], 'listen', true],
  ['a, b', ['a', 'b'], 'words', true],
  [64, 67108864, 'megabytes', true],
  [2, '2s', 'raft', true],
  ['enforcing', 2, 'mode', true],
] as const)('%j, shown as %j (%s): %s', (written, shown, form, expected) => {
  expect(agrees(written, shown, form)).toBe(expected);
});

test('the page names exactly the options that are not compared', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/doctor.md'), 'utf8');
  const table = /<!-- not compared -->([\s\S]*)<!-- \/not compared -->/.exec(page)?.[1] ?? '';
  const shown = [...table.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
  const perSection = /^tls\.defaults\.(?!key_file)/;
  const left = Object.keys(recorded).filter((path) => !isCompared(path) && !perSection.test(path));
  expect(shown.sort()).toEqual(left.sort());
  const all = Object.keys(recorded).length;
  expect(table).toContain(`Of ${all} options`);
  expect(table).toContain(`${all - left.length} are compared`);
});
