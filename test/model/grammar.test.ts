/** Grammars of values, compared with what Go's own packages said of the same texts (net, net/url, regexp, time …). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../src/model/grammar/bexpr.ts';
import { isDomainName } from '../../src/model/grammar/domain.ts';
import { formatDuration, parseDuration } from '../../src/model/grammar/duration.ts';
import { base64Length, isInt64 } from '../../src/model/grammar/encoding.ts';
import { interpolate } from '../../src/model/grammar/hil.ts';
import { isRe2 } from '../../src/model/grammar/re2.ts';
import { parseUrl } from '../../src/model/grammar/url.ts';
import { expand } from '../../src/model/sockaddr/expand.ts';
import { contains, formatIp, parseCidr, parseIp } from '../../src/util/ip.ts';

type Table<T> = Readonly<Record<string, T>>;

const go = JSON.parse(
  readFileSync(join(import.meta.dirname, '../corpus/semantics/go.json'), 'utf8'),
) as Readonly<{
  durations: Table<string | null>;
  addresses: Table<string | null>;
  networks: Table<string | null>;
  urls: Table<string | null>;
  patterns: Table<boolean>;
  filters: Table<boolean>;
  base64: Table<number | null>;
  templates: Table<string | null>;
  domains: Table<boolean>;
  interpolations: Table<string | null>;
}>;

const rows = <T>(table: Table<T>): [string, T][] => Object.entries(table);

test.each(rows(go.durations))('duration %j is %j nanoseconds', (text, nanoseconds) => {
  expect(parseDuration(text)?.toString() ?? null).toBe(nanoseconds);
});

test.each(rows(go.addresses))('address %j is %j', (text, address) => {
  const ip = parseIp(text);
  expect(ip ? formatIp(ip) : null).toBe(address);
});

test.each(rows(go.networks))('network %j is %j', (text, network) => {
  expect(parseCidr(text) !== undefined).toBe(network !== null);
});

test.each(rows(go.urls))('URL %j is %j', (text, parts) => {
  const url = parseUrl(text);
  expect(url ? `${url.scheme}|${url.host}|${url.path}` : null).toBe(parts);
});

test.each(rows(go.patterns))('pattern %j: %j', (text, isValid) => {
  expect(isRe2(text)).toBe(isValid);
});

/** What Go 1.20, 1.22 and 1.25 say, in this order: those that built Consul 1.16, 1.20 and 1.23. */
const patterns: Table<string> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../corpus/semantics/patterns.json'), 'utf8'),
);

test('a pattern is refused where every release of Go refuses it', () => {
  const wrong = rows(patterns).filter(([text, verdicts]) => isRe2(text) !== verdicts.includes('1'));
  expect(wrong).toEqual([]);
  expect(rows(patterns).length).toBeGreaterThan(4000);
  expect(new Set(Object.values(patterns))).toEqual(new Set(['000', '001', '010', '011', '110', '111']));
});

test.each(rows(go.filters))('filter %j: %j', (text, isValid) => {
  expect(parseExpression(text) !== undefined).toBe(isValid);
});

test.each(rows(go.base64))('base64 %j is %j bytes', (text, length) => {
  expect(base64Length(text) ?? null).toBe(length);
});

/** Functions that nobody uses in addresses: known, but not worked out. */
const vague = /html|js|urlquery|index|slice|%d" "a"/;

test.each(rows(go.templates))('template %j yields %j', (text, yielded) => {
  const expansion = expand(text);
  if (yielded === null) expect(expansion.kind).toBe('error');
  else if (vague.test(text)) expect(expansion.kind).not.toBe('error');
  else expect(expansion).toEqual({ kind: 'text', text: yielded });
});

test.each(['{{ GetPrivateIP }}', '{{ GetInterfaceIP "eth0" }}', '{{ GetAllInterfaces | attr "address" }}'])(
  'template %j: only the host knows',
  (text) => {
    expect(expand(text)).toEqual({ kind: 'unknown' });
  },
);

test.each([
  ['10.0.0.0/8', '10.255.0.1', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['::/0', '2001:db8::1', true],
  ['::/0', '10.0.0.1', false],
  ['fd00::/8', 'fd12::1', true],
])('%s contains %s: %j', (network, address, isIn) => {
  expect(contains(parseCidr(network)!, parseIp(address)!)).toBe(isIn);
});

test.each([
  ['Service.Meta.a == b', true],
  ['"x" in Service.Tags', true],
  ['Service.Tags not contains x', true],
  ['not (a is empty or b matches "^c")', true],
  ['a ==', false],
  ['', false],
  ['a == b and', false],
  ['(a == b', false],
])('expression %j: %j', (text, isValid) => {
  expect(parseExpression(text) !== undefined).toBe(isValid);
});

test.each(rows(go.domains))('domain name %j: %j', (text, isValid) => {
  expect(isDomainName(text)).toBe(isValid);
});

test.each([
  ['example.com', true],
  ['*.example.com', true],
  ['a_b.example.com', true],
  ['', false],
  ['a'.repeat(64), false],
  ['a..b', false],
  [`${'a'.repeat(63)}.`.repeat(4), true],
  [[...Array(4).fill('a'.repeat(63)), 'b'].join('.'), false],
])('domain name %j: %j', (text, isValid) => {
  expect(isDomainName(text)).toBe(isValid);
});

test.each([
  ['9223372036854775807', true],
  ['9223372036854775808', false],
  ['-9223372036854775808', true],
  ['+007', true],
  ['', false],
  ['1e3', false],
  ['1'.repeat(100_000), false],
])('whole number %.40j: %j', (text, isValid) => {
  expect(isInt64(text)).toBe(isValid);
});

const fake = { node: 'fake', segment: 'fake', partition: 'fake' };

test.each(rows(go.interpolations))('interpolation %j is %j', (text, expected) => {
  const result = interpolate(text, fake);
  // What operators give is not said; whatever is said is right.
  if (result.kind === 'unknown') expect(text).toMatch(/[-+*/%=!<>&|?:]/);
  else expect(result.kind === 'text' ? result.text : null).toBe(expected);
});

test.each([
  ['x-#{node}', { kind: 'text', text: 'x-fake' }],
  ['#{node.full}', { kind: 'refused' }],
  ['#{', { kind: 'refused' }],
  ['$#{node}', { kind: 'text', text: '#{node}' }],
  ['$$', { kind: 'text', text: '$$' }],
  ['#{node == "a" ? 1 : 2}', { kind: 'unknown' }],
])('interpolation %j, with $ for #', (text, expected) => {
  const dollars = JSON.parse(JSON.stringify([text, expected]).replaceAll('#', '$'));
  expect(interpolate(dollars[0], fake)).toEqual(dollars[1]);
});

describe('whatever the text', () => {
  const readers = [
    parseDuration,
    parseIp,
    parseCidr,
    parseUrl,
    isRe2,
    base64Length,
    parseExpression,
    isDomainName,
    expand,
    isInt64,
  ];

  test('no grammar throws', () => {
    const alphabet = [...'{}[]()<>"\'\\`$|*+?.,:;/-_=!&%#@ \n\tabdnsmh0189éK'];
    const texts = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...alphabet)).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('', '{{ ', 'http://'), (text, start) => {
        for (const read of readers) read(start + text);
      }),
      { numRuns: 2000 },
    );
  });

  test('a duration that is written out is the same again', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), (nanoseconds) => {
        expect(parseDuration(formatDuration(nanoseconds))).toBe(nanoseconds);
      }),
    );
  });

  test('an address that is written out is the same again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 16, maxLength: 16 }), (ip) => {
        expect(parseIp(formatIp(ip))).toEqual(ip);
      }),
    );
  });

  test.each([
    ['(', 50_000],
    ['{{ (', 20_000],
    ['((a == ', 20_000],
    ['a|', 50_000],
    ['::', 50_000],
    ['1h', 50_000],
    ['not ', 50_000],
  ])('%j many times neither throws nor takes long', (part, times) => {
    const text = part.repeat(times);
    const start = performance.now();
    for (const read of readers) read(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
