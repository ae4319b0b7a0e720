import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../src/text/parse.ts';
import { Source } from '../../src/text/source/source.ts';

test('every file comes back byte for byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(Source.fromBytes('f', bytes).toBytes()).toEqual(bytes);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['overlong', [0xc0, 0x80], 2],
  ['a surrogate', [0xed, 0xa0, 0x80], 3],
  ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 4],
  ['cut short', [0xe2, 0x82, 0x41], 3],
  ['good', [0xf0, 0x9f, 0x98, 0x80], 2],
])('bytes that are not UTF-8 are kept as they are, one at a time: %s', (_name, bytes, length) => {
  const source = Source.fromBytes('f', Uint8Array.from(bytes));
  expect(source.text.length).toBe(length);
  expect([...source.toBytes()]).toEqual(bytes);
});

test('columns count code points, a byte that is not UTF-8 being one', () => {
  const source = Source.fromBytes('f', Uint8Array.from([0x0a, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0x09, 0x61]));
  expect(source.position(source.text.indexOf('a'))).toEqual({ line: 2, column: 4 });
});

test.each(['hcl', 'json'] as const)('UTF-16 is reported once: %s', (format) => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{ "server": true }\n', 'utf16le')]);
  const { problems, refusal } = parse(Source.fromBytes('x', bytes), format);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('UTF-16')]);
  expect(refusal).toBeDefined();
});
