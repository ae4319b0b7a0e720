/** Escapes that nobody meant as such, as in every Windows path: a problem that says what to write, never an exception. */
import { expect, test } from 'vitest';
import { convert } from '../../src/text/convert.ts';
import { decode } from '../../src/text/decode.ts';
import { format } from '../../src/text/format.ts';
import { parse } from '../../src/text/parse.ts';
import { Source } from '../../src/text/source.ts';

function read(as: 'hcl' | 'json', text: string) {
  const tree = parse(new Source(`f.${as}`, text), as);
  const decoded = decode(tree);
  format(tree);
  convert(tree, as === 'hcl' ? 'json' : 'hcl');
  return {
    refused: (tree.refusal ?? decoded.refusal) !== undefined,
    messages: [...tree.problems, ...decoded.problems].map(({ message }) => message).join('\n'),
  };
}

const escapes = [
  'users',
  'Users',
  'u',
  'U',
  'u12',
  'u123g',
  'U0011',
  'x',
  'xg',
  'x4',
  '0',
  '08',
  '400',
  '777',
  "'",
  '/',
  '',
  'q',
  'u{1}',
  'U00110000',
  'ud83d',
];
const places = (escape: string): [as: 'hcl' | 'json', text: string][] => [
  ['hcl', `a = "C:\\${escape}"\n`],
  ['hcl', `a = "C:\\${escape}`],
  ['hcl', `"k\\${escape}" = 1\n`],
  ['hcl', `"k\\${escape}" "b" {}\n`],
  ['hcl', `a = "\${"\\${escape}"}"\n`],
  ['hcl', `{"a\\${escape}": "C:\\${escape}"}`],
  ['hcl', `{"a": "C:\\${escape}`],
  ['json', `{"a\\${escape}": "C:\\${escape}"}`],
  ['json', `{"a": "C:\\${escape}`],
];

test.each(escapes)('\\%s', (escape) => {
  for (const [as, text] of places(escape)) expect(() => read(as, text), text).not.toThrow();
});

test.each([
  ['hcl', 'data_dir = "C:\\users\\consul"\n'],
  ['hcl', 'data_dir = "C:\\Users\\consul"\n'],
  ['hcl', 'data_dir = "C:\\xampp"\n'],
  ['json', '{"data_dir": "C:\\users"}'],
  ['json', '{"data_dir": "C:\\Users"}'],
] as const)('%s %j is refused, with what to write instead', (as, text) => {
  const { refused, messages } = read(as, text);
  expect(refused).toBe(true);
  expect(messages).toContain('write a backslash itself as `\\\\`'.slice(1));
});
