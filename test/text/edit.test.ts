import { expect, test } from 'vitest';
import { applyChanges, applyEdits, conflict } from '../../src/text/source/edit.ts';
import { Source } from '../../src/text/source/source.ts';

const source = new Source('f', '0123456789');
const edit = (start: number, end: number, text: string) => ({ source, start, end, text });

test('edits are applied wherever they are in the list', () => {
  expect(applyEdits(source, [edit(8, 10, ''), edit(0, 1, 'a'), edit(4, 4, '-')])).toBe('a123-4567');
});

test.each([
  ['overlapping', edit(0, 3, 'a'), edit(2, 4, 'b'), true],
  ['an insertion inside of a change', edit(0, 3, 'a'), edit(1, 1, 'b'), true],
  ['two different texts for one place', edit(0, 3, 'a'), edit(0, 3, 'b'), true],
  ['the same edit twice', edit(0, 3, 'a'), edit(0, 3, 'a'), false],
  ['side by side', edit(0, 3, 'a'), edit(3, 5, 'b'), false],
  ['an insertion at the edge', edit(0, 3, 'a'), edit(3, 3, 'b'), false],
  ['two insertions at one place', edit(3, 3, 'a'), edit(3, 3, 'b'), false],
])('%s', (_name, a, b, expected) => {
  expect(conflict(a, b)).toBe(expected);
  expect(applyChanges([{ edits: [a] }, { edits: [b] }]).conflicting.length).toBe(expected ? 1 : 0);
});

test('a change is made as a whole or not at all', () => {
  const first = { edits: [edit(0, 2, 'a')] };
  const second = { edits: [edit(1, 3, 'b'), edit(8, 9, 'c')] };
  const { texts, applied, conflicting } = applyChanges([first, second]);
  expect(texts.get(source)).toBe('a23456789');
  expect([applied, conflicting]).toEqual([[first], [second]]);
  expect(() => applyEdits(source, [edit(0, 2, 'a'), edit(1, 3, 'b')])).toThrow(RangeError);
});

test('an edit that two changes share is made once', () => {
  expect(applyEdits(source, [edit(5, 5, ','), edit(5, 5, ',')])).toBe('01234,56789');
});
