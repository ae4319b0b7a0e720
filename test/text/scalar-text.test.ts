/** Places in the scalars of YAML: what is cut out of the file there is what the value says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument, Scalar, stringify } from 'yaml';
import { wordsOfText } from '../../src/sources/container/arguments.ts';
import { decode } from '../../src/text/decode.ts';
import { Source } from '../../src/text/source/source.ts';
import type { StringValue } from '../../src/text/tree/value.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';
import { scalarText } from '../../src/text/yaml/scalar-text.ts';

function textIn(yaml: string) {
  const source = new Source('a.yaml', yaml);
  const value = decode(parseYaml(source)).value!.members.get('a')!.value as StringValue;
  return { source, value, text: scalarText(value) };
}

const cut = (source: Source, { start, end }: { start: number; end: number }): string =>
  source.text.slice(start, end);

describe('a word is where it is written', () => {
  test.each([
    ['plain', 'a: agent -server -bind=10.0.0.1\n'],
    ['plain over lines', 'a: agent\n  -server\n\n  -bind=10.0.0.1 # why\n'],
    ['single quotes', "a: 'agent -server -bind=10.0.0.1'\n"],
    ['double quotes', 'a: "agent -server\\\n   \\ -bind=10.0.0.1"\n'],
    ['double quotes over lines', 'a: "agent -server\n  -bind=10.0.0.1"\n'],
    ['folded', 'a: >-\n    agent\n    -server\n    -bind=10.0.0.1\n'],
    ['folded with an indented line', 'a: >2\n   agent -server\n\n  -bind=10.0.0.1\n'],
    ['literal', 'a: |\n  agent \\\n    -server \\\n    -bind=10.0.0.1\n'],
    ['literal that ends the file', 'a: |+  # header\n  agent -server -bind=10.0.0.1'],
    ['CRLF', 'a: >-\r\n  agent\r\n  -server\r\n  -bind=10.0.0.1\r\n'],
  ])('%s', (_style, yaml) => {
    const { source, text } = textIn(yaml);
    const words = wordsOfText(text).map(({ at }) => cut(source, at));
    expect(words).toEqual(['agent', '-server', '-bind=10.0.0.1']);
    const bind = wordsOfText(text).at(-1)!;
    expect(cut(source, bind.part!(6, 14))).toBe('10.0.0.1');
  });

  test('an escape has its place', () => {
    const { source, text } = textIn('a: "x \\x2dserver \\u00e9 \\U0001F600 end"\n');
    expect(text.text).toBe('x -server é 😀 end');
    expect(wordsOfText(text).map(({ at }) => cut(source, at))).toEqual([
      'x',
      '\\x2dserver',
      '\\u00e9',
      '\\U0001F600',
      'end',
    ]);
  });
});

const styles = [
  Scalar.PLAIN,
  Scalar.QUOTE_SINGLE,
  Scalar.QUOTE_DOUBLE,
  Scalar.BLOCK_FOLDED,
  Scalar.BLOCK_LITERAL,
] as const;
const word = fc.stringMatching(/^[-\w=:.,/{}"'é😀]{1,12}$/u);

test('in every style, each word of a random text is found exactly, or the whole is', () => {
  const run = ([words, style, width, crlf]: [string[], (typeof styles)[number], number, boolean]): void => {
    const scalar = new Scalar(words.join(' '));
    scalar.type = style;
    const yaml = stringify({ a: scalar }, { lineWidth: width }).replaceAll('\n', crlf ? '\r\n' : '\n');
    if (typeof parseDocument(yaml).get('a') !== 'string') return;
    const { source, value, text } = textIn(yaml);
    expect(text.text).toBe(value.value);
    for (const match of value.value.matchAll(/[^\s"'\\]+/g)) {
      const at = text.span(match.index, match.index + match[0].length);
      expect(cut(source, at)).toBe(match[0]);
    }
  };
  fc.assert(
    fc.property(
      fc.tuple(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...styles),
        fc.integer({ min: 20, max: 60 }),
        fc.boolean(),
      ),
      run,
    ),
    { numRuns: 400 },
  );
});
