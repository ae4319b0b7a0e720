/** Escapes that nobody meant as such, as in every Windows path: a problem that says what to write, never an exception. */
import { expect, test } from 'vitest';
import { convert } from '../../../src/text/convert.ts';
import { decode } from '../../../src/text/decode.ts';
import { format } from '../../../src/text/format.ts';
import { parse } from '../../../src/text/parse.ts';
import { Source } from '../../../src/text/source/source.ts';

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
const places = (sequence: string): [as: 'hcl' | 'json', text: string][] => [
  ['hcl', `a = "C:\\${sequence}"\n`],
  ['hcl', `a = "C:\\${sequence}`],
  ['hcl', `"k\\${sequence}" = 1\n`],
  ['hcl', `"k\\${sequence}" "b" {}\n`],
  ['hcl', `a = "\${"\\${sequence}"}"\n`],
  ['hcl', `{"a\\${sequence}": "C:\\${sequence}"}`],
  ['hcl', `{"a": "C:\\${sequence}`],
  ['json', `{"a\\${sequence}": "C:\\${sequence}"}`],
  ['json', `{"a": "C:\\${sequence}`],
];

test.each(escapes)('\\%s', (sequence) => {
  for (const [as, text] of places(sequence)) expect(() => read(as, text), text).not.toThrow();
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
