import { expect, test } from 'vitest';
import { decode } from '../../src/text/decode.ts';
import { locate } from '../../src/text/path.ts';
import { Source } from '../../src/text/source.ts';
import { toPlain } from '../../src/text/value.ts';
import { parseYaml } from '../../src/text/yaml/parse.ts';

function read(text: string) {
  const tree = parseYaml(new Source('f.yaml', text));
  const { value } = decode(tree);
  return { value, plain: value && toPlain(value), messages: tree.problems.map(({ message }) => message) };
}

test('values know their places', () => {
  const { value, plain } = read('ports:\n  http: 8500 # c\nlist: [a, "b"]\ntext: |\n  x\n');
  expect(plain).toEqual({ ports: { http: 8500 }, list: ['a', 'b'], text: 'x\n' });
  const http = locate(value!, 'ports.http')!;
  expect([http.member?.key.start, http.value.start, http.value.end]).toEqual([9, 15, 19]);
});

test('aliases are copied, merge keys spread', () => {
  expect(read('a: &a {x: 1, y: 2}\nb: *a\nc:\n  <<: *a\n  y: 3\n').plain).toEqual({
    a: { x: 1, y: 2 },
    b: { x: 1, y: 2 },
    c: { y: 3, x: 1 },
  });
});

test('an alias of itself, or of too much, is a problem and no hang', () => {
  expect(read('a: &a\n  b: *a\n').messages).toEqual(['the alias `*a` stands inside of what it names']);
  const bomb = Array.from({ length: 30 }, (_, i) => `k${i}: &a${i} [${i ? `*a${i - 1}, *a${i - 1}` : '1'}]`);
  expect(read(bomb.join('\n')).messages[0]).toBe('the aliases of this file stand for too much');
});

test.each([
  ['a: 1\na: 2\n', /set twice/],
  ['a: [\n', /not YAML/],
  ['a: 1\n---\nb: 2\n', /only the first/],
  ['[a]: 1\n', /plain text/],
  ['['.repeat(100_000), /not YAML|too deeply/],
  ['a: *b\n', /not YAML|anchor/],
])('%j is a problem', (text, message) => {
  expect(read(text).messages[0]).toMatch(message);
});
