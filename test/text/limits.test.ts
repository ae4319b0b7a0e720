/** Depth, size and names that break careless programs. */
import { expect, test } from 'vitest';
import { decodeHcl, formatHcl, printHcl, toPlain } from '../../src/hcl.ts';
import { decode } from '../../src/text/decode.ts';
import { format } from '../../src/text/format.ts';
import { parse } from '../../src/text/parse.ts';
import { Source } from '../../src/text/source/source.ts';

const depth = 100_000;

test.each([
  ['blocks', 'hcl', 'a {'.repeat(depth) + '}'.repeat(depth)],
  ['labels', 'hcl', `${'a '.repeat(depth)}{}`],
  ['lists', 'hcl', `a = ${'['.repeat(depth)}${']'.repeat(depth)}`],
  ['objects in lists, none closed', 'hcl', `a = ${'[{a='.repeat(depth)}`],
  ['JSON', 'json', `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
  ['JSON lists, none closed', 'json', '['.repeat(depth)],
  ['JSON in HCL', 'hcl', `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
  ['JSON in HCL, none closed', 'hcl', '{"a":'.repeat(depth)],
] as const)('%s, 100,000 levels deep', (_name, as, text) => {
  const tree = parse(new Source('f', text), as);
  const { value } = decode(tree);
  if (value) toPlain(value);
  const { text: formatted } = format(tree);
  expect(formatted.length).toBeLessThan(200 * text.length);
});

test('names that JavaScript knows are ordinary keys', () => {
  const text = '__proto__ { "" = 1 }\nconstructor = "a"\ntoString = [true]\nhasOwnProperty "x" {}\n';
  const { value } = decodeHcl(text);
  const plain = toPlain(value!) as Record<string, unknown>;
  expect(Object.keys(plain)).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
  expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
  expect(printHcl(plain)).toContain('constructor = "a"');
});

test('mistakes without number take linear time', () => {
  for (const line of ['a = "${\n', '= = ', ': ', 'a "b" ', '} ', "' ", 'a = [ ', '/* ', 'a = b\n']) {
    const text = line.repeat(30_000);
    const start = process.cpuUsage();
    parse(new Source('f', text), 'hcl');
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000, line).toBeLessThan(5000);
  }
});

test('ten megabytes are read and formatted', () => {
  const text = 'service {\n  name = "web" # c\n}\n\n'.repeat(320_000);
  expect(formatHcl(text).text).toBe(text.slice(0, -1));
});

test('a file that is not text is reported in bounds', () => {
  const source = Source.fromBytes('a.hcl', new Uint8Array(300_000).fill(0xff));
  const { problems, refusal } = parse(source, 'hcl');
  expect(problems.length).toBeLessThanOrEqual(1001);
  expect(problems.at(-1)!.message).toContain('more mistakes');
  expect(refusal!.text).toBe('At 1:1: illegal char');
});

test.each(['a = {} // x\nb = {} // y\na = 1.5e', 'a = 1 // x\nb = 1.5e\nc = 1e // y\n'])(
  'a number whose exponent is the end of the line is formatted once and for all: %j',
  (text) => {
    const once = formatHcl(text).text;
    expect(formatHcl(once).text).toBe(once);
  },
);
