import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ipFamily } from '../../src/util/addresses.ts';

const pieces = [
  '::',
  ':',
  '.',
  '1',
  '00',
  '01',
  'ab',
  'ffff',
  '12345',
  '255',
  '256',
  '%',
  '%eth0',
  'host',
  '10.0.0.1',
];

const looksLikeAddress = fc.oneof(
  fc.ipV4(),
  fc.ipV4Extended(),
  fc.ipV6(),
  fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join('')),
);

test('an address is of the family that Node says it is', () => {
  fc.assert(
    fc.property(looksLikeAddress, (text) => {
      // Go before 1.25 reads over more zeros than Node does.
      fc.pre(!/[0-9a-f]{5}/i.test(text));
      expect(ipFamily(text)).toBe(isIP(text));
    }),
    { numRuns: 2000 },
  );
});
