/** The report for people: how wide it is. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { pretty, wrap } from '../../src/report/pretty.ts';
import { Source } from '../../src/text/source/source.ts';

const source = new Source('a.hcl', 'server = true\n');
/** Words of all lengths from 1 to 12, so that lines end anywhere. */
const message = Array.from({ length: 80 }, (_, i) => 'x'.repeat(((i * 7) % 12) + 1)).join(' ');
const finding: Finding = {
  rule: 'tls/min-version',
  severity: 'error',
  message,
  at: source.span(0, 6),
  related: [{ at: source.span(0, 6), message }],
};

describe.each([40, 41, 57, 80, 81, 120])('in %d columns', (width) => {
  const lines = pretty({ findings: [finding], files: 1 }, { colour: false, width }).split('\n');
  const text = lines.filter((line) => line.includes('x'));

  test('no line is longer', () => {
    expect(text.length).toBeGreaterThan(2);
    expect(text.filter((line) => line.length > width)).toEqual([]);
  });

  test('no line is shorter than it must be', () => {
    for (const [i, line] of text.slice(0, -1).entries()) {
      const next = /^\s*(\S+)/.exec(text[i + 1]!)![1]!;
      if (next !== '→') expect(`${line} ${next}`.length).toBeGreaterThan(width);
    }
  });
});

test.each([
  ['exactly as wide', 'a'.repeat(10), 'b'.repeat(9), 1],
  ['one wider', 'a'.repeat(10), 'b'.repeat(10), 2],
])('two words that are together %s', (_name, first, second, lines) => {
  expect(wrap(`${first} ${second}`, 20)).toHaveLength(lines);
});
