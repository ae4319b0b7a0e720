import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatHcl } from '../../src/hcl.ts';
import { format } from '../../src/text/format.ts';
import { parseJson } from '../../src/text/parse.ts';
import { Source } from '../../src/text/source/source.ts';

const hcl = (text: string): string => formatHcl(text).text;
const json = (text: string): string => format(parseJson(new Source('f', text))).text;

describe('HCL', () => {
  test('one option a line, columns, blank lines around blocks, comments in place', () => {
    const text = `# head

server=true // yes
node_name   =    "web"   # name
ports { http=8500
  # before
  grpc = 8502 # after
  /* tail */ }
retry_join=["a","b"
]
checks=[{id="a"},{id="b" # two
}]
x = 1, y = 2 z {}
`;
    expect(hcl(text)).toBe(`# head

server    = true  // yes
node_name = "web" # name

ports {
  http = 8500
  # before
  grpc = 8502 # after
  /* tail */
}

retry_join = ["a", "b"]

checks = [
  {
    id = "a"
  },
  {
    id = "b" # two
  },
]

x = 1
y = 2
z {}
`);
  });

  test.each([
    ['a heredoc in a list', 'a = [<<E\nx\nE\n, 1]\n', 'a = [\n  <<E\nx\nE\n  ,\n  1,\n]\n'],
    [
      'comments inside of an option',
      'a /* 1 */ = # 2\n [ # 3\n 1 /* 4 */, # 5\n]\n',
      '/* 1 */\n# 2\na = [ # 3\n  1, /* 4 */ # 5\n]\n',
    ],
    [
      'block comments keep their inner lines',
      'b {\n/* a\n   b */\nc = 1\n}\n',
      'b {\n  /* a\n   b */\n  c = 1\n}\n',
    ],
    ['CRLF stays', 'a=1\r\nb{\r\n}\r\n', 'a = 1\r\nb {}\r\n'],
    ['mixed line ends become LF', 'a=1\r\nb=2\n', 'a = 1\nb = 2\n'],
    ['an empty file', '', ''],
    ['only comments', '\n\n# a\n\n\n# b', '# a\n\n# b\n'],
    ['no end of line at the end', 'a = 1', 'a = 1\n'],
    ['a block that is empty but for comments', 'a { # b\n # c\n}', 'a { # b\n  # c\n}\n'],
  ])('%s', (_name, text, expected) => {
    expect(hcl(text)).toBe(expected);
    expect(hcl(expected)).toBe(expected);
  });

  test.each(['a = {', 'a =', '{"a": 1 "b": 2}', 'a = b'])('%j stays as it is, with a reason', (text) => {
    const { text: same, problems } = formatHcl(text);
    expect(same).toBe(text);
    expect(problems.length).toBeGreaterThan(0);
  });
});

test('JSON: two blanks, lists stay on their line, tokens are kept', () => {
  expect(json('{"a":1E2,"b":[1,\n2],"c":["\\u0041"],"d":{},\n\n"e":{"f":null}}')).toBe(
    '{\n  "a": 1E2,\n  "b": [\n    1,\n    2\n  ],\n  "c": ["\\u0041"],\n  "d": {},\n\n  "e": {\n    "f": null\n  }\n}\n',
  );
});

test('formatting is stable for texts made of any tokens', () => {
  const token = fc.constantFrom(
    'a',
    '"b"',
    ' = ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '1',
    'true',
    '# c\n',
    '/* d */',
    '// e\r\n',
    '\n',
    '\r\n',
    ' ',
    '<<E\nx\nE\n',
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
      const once = hcl(tokens.join(''));
      expect(hcl(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});
