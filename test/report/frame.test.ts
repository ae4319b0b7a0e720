/** The lines that a report quotes. */
import { expect, test } from 'vitest';
import { frame } from '../../src/report/frame.ts';
import { Source } from '../../src/text/source/source.ts';

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

test('no more than one line before the place is quoted', () => {
  const source = new Source('a.hcl', 'datacenter = "dc1"\nserver = true\nport = 1\n');
  expect(frame(source.span(33, 37)).map(({ number }) => number)).toEqual([2, 3, undefined]);
});

test('of a long line the part around the place is quoted, and the mark is under it', () => {
  const line = `${'a'.repeat(1000)}😀${'b'.repeat(1000)}HERE${'c'.repeat(1000)}`;
  const source = new Source('a.json', `${line}\n`);
  for (const word of ['aaaa', '😀', 'HERE', 'cccc']) {
    const start = word === 'cccc' ? line.length - 4 : line.indexOf(word);
    const [text, marks] = frame(source.span(start, start + word.length)).map((shown) => shown.text);
    if (text === undefined || marks === undefined) throw new Error('no frame');
    expect(text.length).toBeLessThanOrEqual(160);
    const chars = [...text];
    const from = marks.indexOf('^');
    expect(chars.slice(from, from + marks.trim().length).join('')).toBe(word);
  }
});

test('findings in one long line are quoted in time that grows with their number', () => {
  const cost = (count: number): number => {
    const text = `{${'"token": "x", "é😀": 1, '.repeat(count)}}`;
    const source = new Source('a.json', text);
    const start = process.cpuUsage();
    for (let i = count; i-- > 0; ) frame(source.span(1 + i * 24, 8 + i * 24));
    return process.cpuUsage(start).user;
  };
  cost(1000);
  expect(cost(8000) / cost(1000)).toBeLessThan(30);
});
