/** SHA-256 as `node:crypto` makes it. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/util/sha256.ts';

const expected = (text: string): string => createHash('sha256').update(text).digest('hex');

test('texts of every length around the ends of blocks have the digest of node:crypto', () => {
  for (let length = 0; length <= 200; length++) {
    const text = String.fromCharCode(...Array.from({ length }, (_, i) => 32 + ((i * 31 + length) % 95)));
    expect(sha256(text)).toBe(expected(text));
  }
});

test('texts beyond ASCII are hashed as UTF-8', () => {
  for (const text of ['é', '𝒳'.repeat(20), '\u0000\u0001', 'ключ']) expect(sha256(text)).toBe(expected(text));
});
