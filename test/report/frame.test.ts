/** The lines that a report quotes. */
import { expect, test } from 'vitest';
import { frame } from '../../src/report/frame.ts';
import { Source } from '../../src/text/source.ts';

test('of an empty file, or of one that is not there, nothing is quoted', () => {
  expect(frame(new Source('nope', '').span(0, 0))).toEqual([]);
});

test('a line is quoted with the one before it and a mark below', () => {
  const source = new Source('a.hcl', 'server = true\nport = 1\n');
  expect(frame(source.span(14, 18))).toEqual([
    { number: 1, text: 'server = true' },
    { number: 2, text: 'port = 1' },
    { number: undefined, text: '^^^^' },
  ]);
});
