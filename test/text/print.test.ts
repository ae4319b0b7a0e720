import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeHcl, formatHcl, printHcl } from '../../src/hcl.ts';
import { decode } from '../../src/text/decode.ts';
import { parseJson } from '../../src/text/parse.ts';
import { toJson } from '../../src/text/print.ts';
import { Source } from '../../src/text/source/source.ts';
import { fromPlain, type ObjectValue, toPlain, type Value } from '../../src/text/tree/value.ts';

/** Strings as they come, and strings that HCL must take care of. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '${',
        '$',
        '{',
        '}',
        '"',
        '\\',
        '\n',
        '\r',
        '\t',
        '\0',
        'é',
        '\ue123',
        '\ufffd',
        '\u{1f600}',
        'EOF',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const key = fc.oneof(
  text,
  fc.constantFrom('a', '__proto__', 'constructor', 'toString', '', 'true', 'a.b', 'ports'),
);
const { data } = fc.letrec<{ data: unknown; object: Record<string, unknown> }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    text,
    number,
    fc.boolean(),
    fc.array(tie('data'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(key, tie('data'), { maxKeys: 5, noNullPrototype: true }),
}));
const config = fc.dictionary(key, data, { maxKeys: 6, noNullPrototype: true });

/** An object in an object is a block, which decodes as a list of one. */
function withoutBlocks(value: Value): Value {
  if (value.kind === 'list') {
    if (value.blocks && value.items.length === 1) return withoutBlocks(value.items[0]!);
    return { ...value, items: value.items.map(withoutBlocks) };
  }
  if (value.kind !== 'object') return value;
  const members = [...value.members].map(
    ([name, member]) => [name, { ...member, value: withoutBlocks(member.value) }] as const,
  );
  return { ...value, members: new Map(members) };
}

test('what is printed as HCL reads as what it was, and is formatted', () => {
  fc.assert(
    fc.property(config, (plain) => {
      const printed = printHcl(plain);
      const { value, refusal } = decodeHcl(printed);
      expect(refusal).toBeUndefined();
      expect(toPlain(withoutBlocks(value!))).toEqual(withZero(plain));
      expect(formatHcl(printed).text).toBe(printed);
    }),
    { numRuns: 2000 },
  );
});

test('what is printed as JSON reads as what it was', () => {
  fc.assert(
    fc.property(config, (plain) => {
      const printed = toJson(fromPlain(plain) as ObjectValue);
      expect(toPlain(decode(parseJson(new Source('f', printed))).value!)).toEqual(withZero(plain, -0));
      expect(JSON.parse(printed)).toEqual(plain);
    }),
    { numRuns: 1000 },
  );
});

/** HCL has no −0 among its integers; half a surrogate pair is U+FFFD to Consul. */
function withZero(plain: unknown, zero = 0): unknown {
  if (Object.is(plain, -0)) return zero;
  if (typeof plain === 'string') return plain.replace(/\p{Cs}/gu, '\ufffd');
  if (Array.isArray(plain)) return plain.map((item) => withZero(item, zero));
  if (typeof plain !== 'object' || plain === null) return plain;
  const entries = Object.entries(plain).map(([name, value]) => [withZero(name), withZero(value, zero)]);
  return Object.fromEntries(entries);
}

test('a private key is written as a heredoc, a list by its length', () => {
  const pem = '-----BEGIN-----\nabc\n-----END-----\n';
  expect(printHcl({ a: pem, b: ['x'], c: Array(30).fill('abcdef') })).toMatch(
    /^a = <<EOF\n-----BEGIN-----\nabc\n-----END-----\nEOF\n\nb = \["x"\]\n\nc = \[\n {2}"abcdef",\n/,
  );
});

test('what is no data is refused', () => {
  const cycle: Record<string, unknown> = {};
  cycle.a = { b: cycle };
  expect(() => printHcl(cycle)).toThrow(TypeError);
  expect(() => printHcl({ a: Number.NaN })).toThrow(TypeError);
  expect(() => printHcl({ a: () => 1 })).toThrow(TypeError);
  expect(() => printHcl({ a: [null] })).toThrow(RangeError);
  expect(printHcl({ a: null, b: undefined, c: 1 })).toBe('c = 1\n');
});
