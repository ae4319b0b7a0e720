/** The same as Node's own, on any text; what starts at the working directory starts at the root. */
import { posix as node } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { posix } from '../../src/util/posix-path.ts';

const path = fc
  .array(fc.constantFrom('/', '//', '.', '..', 'a', 'b.c', '.d', 'e.', '\\', ' ', 'fé'), { maxLength: 8 })
  .map((parts) => parts.join(''));

test.each(['basename', 'dirname', 'extname', 'normalize'] as const)('%s', (name) => {
  fc.assert(
    fc.property(path, (text) => {
      expect(posix[name](text)).toBe(node[name](text));
    }),
    { numRuns: 3000 },
  );
});

test('isAbsolute, join, resolve, relative', () => {
  fc.assert(
    fc.property(path, path, path, (a, b, c) => {
      expect(posix.isAbsolute(a)).toBe(node.isAbsolute(a));
      expect(posix.join(a, b, c)).toBe(node.join(a, b, c));
      expect(posix.resolve(a, b, c)).toBe(node.resolve('/', a, b, c));
      expect(posix.relative(`/${a}`, `/${b}`)).toBe(node.relative(`/${a}`, `/${b}`));
    }),
    { numRuns: 3000 },
  );
});
