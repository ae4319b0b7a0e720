/** No value can add a line, a word, a specifier or a variable to a unit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { helpers } from '../../src/template/helpers.ts';
import { Source } from '../../src/text/source/source.ts';
import { parseUnit, wordsOf } from '../../src/text/systemd.ts';

test.each([
  ['/var/lib/consul', '/var/lib/consul'],
  ['/srv/my data', '"/srv/my data"'],
  ['/srv/%i', '"/srv/%%i"'],
  ['/srv/$HOME', '/srv/$HOME'],
  ['/srv/;x', '"/srv/;x"'],
  ['', '""'],
])('%j as a word', (text, expected) => {
  expect(helpers.word(text)).toBe(expected);
});

test('a variable is none in a command line', () => {
  expect(helpers.arguments(['/usr/bin/consul', '$HOME', '$(X)'])).toBe('/usr/bin/consul $$HOME "$$(X)"');
});

test.each(['a\nb', 'a\rb', 'a"b', "a'b", 'a\\b', 'a\0b', 'a\u2028b', 'a\u202eb', 'a\u0085b'])(
  '%j cannot be written',
  (text) => {
    expect(() => helpers.word(text)).toThrow('cannot be written in a unit');
  },
);

test('whatever is written is one word of one line, and means itself', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
      let line: string;
      try {
        line = helpers.arguments(texts);
      } catch {
        return;
      }
      const { directives, problems } = parseUnit(
        new Source('x', `[Service]\nExecStart=/x ${line}\nUser=x\n`),
      );
      expect(problems).toEqual([]);
      expect(directives).toHaveLength(2);
      const words = wordsOf(directives[0]!).map(({ text }) =>
        text.replaceAll('$$', '$').replaceAll('%%', '%'),
      );
      expect(words).toEqual(['/x', ...texts]);
    }),
  );
});
