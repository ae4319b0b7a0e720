/** The reader of git's index, on indexes that git 2.39 wrote, and on what is left of them when bytes are lost. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesInIndex } from '../../../src/files/git/index-file.ts';

const recorded = {
  2: 'RElSQwAAAAIAAAADawyHpA3zkmZrDIekDfOSZgAA/gAAoQYQAACBpAAAAAAAAAAAAAAAAwln70JLzmeRiT6aV7uVL4D9U26TABNldGMvY29uc3VsLmQvYS5qc29uAAAAAAAAAGsMh6QN85JmawyHpA3zkmYAAP4AAKEGEQAAgaQAAAAAAAAAAAAAAAMJZ+9CS85nkYk+mle7lS+A/VNukwAVZXRjL2NvbnN1bC5kL2FiYy5qc29uAAAAAABrDIekDfOSZmsMh6QN85JmAAD+AAChBhIAAIGkAAAAAAAAAAAAAAABwbBzDgEzRHutz9R/0UTiVIB7BuEACmV0Yy/DvC5oY2wAAAAAAAAAAAgY15Dn3IL9W6R7wSR2jbWPVG5O',
  3: 'RElSQwAAAAMAAAAEawyHpA3zkmZrDIekDfOSZgAA/gAAoQYQAACBpAAAAAAAAAAAAAAAAwln70JLzmeRiT6aV7uVL4D9U26TABNldGMvY29uc3VsLmQvYS5qc29uAAAAAAAAAGsMh6QN85JmawyHpA3zkmYAAP4AAKEGEQAAgaQAAAAAAAAAAAAAAAMJZ+9CS85nkYk+mle7lS+A/VNukwAVZXRjL2NvbnN1bC5kL2FiYy5qc29uAAAAAABrDIekDfOSZmsMh6QN85JmAAD+AAChBhIAAIGkAAAAAAAAAAAAAAABwbBzDgEzRHutz9R/0UTiVIB7BuEACmV0Yy/DvC5oY2wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgaQAAAAAAAAAAAAAAADmneKbstHWQ0uLKa53WtjC5IxTkUAFIAB6LmhjbAAAABHTLuaxFxIdt0XHkBte5u3R6JcD',
  4: 'RElSQwAAAAQAAAADawyHpA3zkmZrDIekDfOSZgAA/gAAoQYQAACBpAAAAAAAAAAAAAAAAwln70JLzmeRiT6aV7uVL4D9U26TABMAZXRjL2NvbnN1bC5kL2EuanNvbgBrDIekDfOSZmsMh6QN85JmAAD+AAChBhEAAIGkAAAAAAAAAAAAAAADCWfvQkvOZ5GJPppXu5UvgP1TbpMAFQViYy5qc29uAGsMh6QN85JmawyHpA3zkmYAAP4AAKEGEgAAgaQAAAAAAAAAAAAAAAHBsHMOATNEe63P1H/RROJUgHsG4QAKEcO8LmhjbABD2paG0zML7k6M413FuNCvBH4Xrg==',
} as const;

const split =
  'RElSQwAAAAIAAAADawyHpA3zkmZrDIekDfOSZgAA/gAAoQYQAACBpAAAAAAAAAAAAAAAAwln70JLzmeRiT6aV7uVL4D9U26TAAAAAGsMh6QN85JmawyHpA3zkmYAAP4AAKEGEQAAgaQAAAAAAAAAAAAAAAMJZ+9CS85nkYk+mle7lS+A/VNukwAAAABrDIekDfOSZmsMh6QN85JmAAD+AAChBhIAAIGkAAAAAAAAAAAAAAABwbBzDgEzRHutz9R/0UTiVIB7BuEAAAAAbGluawAAAEQR0y7msRcSHbdFx5AbXubt0eiXAwAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAwAAAAIAAAACAAAAAAAAAAAAAAAHAAAAAOOKCIbdAYlDPelO70hhjTq0lCg1';

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');
const names = (bytes: Buffer): string[] | undefined => {
  const found = namesInIndex(bytes, 20);
  return found && [...found].map((name) => Buffer.from(name, 'latin1').toString());
};
const common = ['etc/consul.d/a.json', 'etc/consul.d/abc.json', 'etc/ü.hcl'];

describe('every name of an index', () => {
  test('of version 2', () => expect(names(bytesOf(recorded[2]))).toEqual(common));
  test('of version 3, with a file that is only intended', () =>
    expect(names(bytesOf(recorded[3]))).toEqual([...common, 'z.hcl']));
  test('of version 4, with shortened names', () => expect(names(bytesOf(recorded[4]))).toEqual(common));
});

/** The bytes with another part before the hash. */
function withExtension(name: string, length = 4): Buffer {
  const bytes = bytesOf(recorded[2]);
  const part = Buffer.concat([Buffer.from(name), Buffer.from([0, 0, 0, length]), Buffer.alloc(4)]);
  return Buffer.concat([bytes.subarray(0, -20), part, bytes.subarray(-20)]);
}

test('a part that need not be understood changes nothing, nor does one for sparse directories', () => {
  expect(names(withExtension('TREE'))).toEqual(common);
  expect(names(withExtension('sdir'))).toEqual(common);
});

test.each<[what: string, bytes: Buffer]>([
  ['a split index, whose names stand in another file', bytesOf(split)],
  ['a part that must be understood', withExtension('next')],
  ['a part that is longer than the file', withExtension('TREE', 200)],
  ['an unknown version', bytesOf(recorded[2].replace('AAAAIA', 'AAAAUA'))],
  ['hashes of another size', bytesOf(recorded[2]).subarray(0, -1)],
  ['an empty file', Buffer.alloc(0)],
  ['another file', Buffer.from('[core]\n\tbare = false\n'.repeat(20))],
])('nothing is known of %s', (_, bytes) => {
  expect(names(bytes)).toBeUndefined();
});

test('an index that ends too early has no names', () => {
  for (const version of [2, 3, 4] as const) {
    const bytes = bytesOf(recorded[version]);
    for (let length = 0; length < bytes.length; length++)
      expect(names(bytes.subarray(0, length))).toBeUndefined();
  }
});

test('no bytes make the reader fail', () => {
  const changed = fc.tuple(
    fc.constantFrom(2, 3, 4),
    fc.nat(200),
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
  );
  fc.assert(
    fc.property(changed, ([version, at, put]) => {
      const bytes = bytesOf(recorded[version as 2]);
      bytes.set(put, at);
      names(bytes);
    }),
    { numRuns: 2000 },
  );
});
