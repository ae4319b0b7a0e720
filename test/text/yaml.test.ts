import { expect, test } from 'vitest';
import { decode } from '../../src/text/decode.ts';
import { locate } from '../../src/text/source/path.ts';
import { Source } from '../../src/text/source/source.ts';
import { toPlain } from '../../src/text/tree/value.ts';
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
  expect(read('a: &a\n  b: *a\n').messages).toEqual([
    'the alias `*a` is inside of the node to which it refers',
  ]);
  const bomb = Array.from({ length: 30 }, (_, i) => `k${i}: &a${i} [${i ? `*a${i - 1}, *a${i - 1}` : '1'}]`);
  expect(read(bomb.join('\n')).messages[0]).toBe('the aliases of this file expand to too much text');
});

test.each([
  ['a: 1\na: 2\n', /set twice/],
  ['a: [\n', /not YAML/],
  ['a: 1\n---\nb: 2\n', /only the first/],
  ['[a]: 1\n', /plain text/],
  ['['.repeat(100_000), /^this YAML nests too deeply to be read$/],
  ['a: *b\n', /not YAML|anchor/],
])('%j is a problem', (text, message) => {
  expect(read(text).messages[0]).toMatch(message);
});

test.each([
  '!!omap [a: 1]',
  '!!pairs [a: 1, a: 2]',
  '!!set {a, b}',
  '!!binary aGk=',
  '!!timestamp 2001-01-01',
  '!vault x',
  '!<tag:x,2000:y> {a: 1}',
])('the tag of %s is a problem and no exception', (value) => {
  for (const text of [
    `a: ${value}\n`,
    `%YAML 1.1\n---\na: ${value}\n`,
    `a: [${value}]\n`,
    `? ${value}\n: 1\n`,
  ])
    expect(read(text).messages.join(), text).toMatch(/the tag `!.*is not known here|plain text here/);
});

test('tags of YAML 1.2 say what a value is', () => {
  expect(
    read('a: !!str 1\nb: !!int "2"\nc: !!map {d: !!null null}\ne: !!seq [!!bool "true"]\n'),
  ).toMatchObject({
    plain: { a: '1', b: 2, c: { d: null }, e: [true] },
    messages: [],
  });
});

test.each(['<<: 5', '<<: null', '<<: text', '<<: [1, {a: 1}]', '<<: [[{a: 1}]]', '<<:'])(
  '%s merges nothing',
  (line) => {
    expect(read(`x: {y: 1}\n${line}\n`)).toMatchObject({
      plain: { x: { y: 1 } },
      messages: [expect.stringContaining('takes the keys of a mapping')],
    });
  },
);

test('a quoted << is a key like any other, and a number as a key is what is written', () => {
  expect(read('"<<": 1\n1.20: a\n0x10: b\ntrue: c\n').plain).toEqual({
    '<<': 1,
    '1.20': 'a',
    '0x10': 'b',
    true: 'c',
  });
  expect(read('? [a]\n: 1\n? {b: 1}\n: 1\n: 3\n').messages).toHaveLength(3);
});

test('an alias means the last anchor before it, and many of them cost no walk each', () => {
  expect(read('a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: &y [*x]\nf: &x 3\ng: *y\n').plain).toEqual({
    a: 1,
    b: 1,
    c: 2,
    d: 2,
    e: [2],
    f: 3,
    g: [2],
  });
  const cost = (count: number): number => {
    const text = `n: &n {class: web}\n${Array.from({ length: count }, (_, i) => `c${i}: {<<: *n, a: ${i}}\n`).join('')}`;
    const start = process.cpuUsage();
    read(text);
    return process.cpuUsage(start).user;
  };
  cost(1000);
  expect(cost(8000) / cost(1000)).toBeLessThan(30);
});
