/** What the readers of config entries and of CA settings take, in the one form that the schemas know. */
import { describe, expect, test } from 'vitest';
import { block, bool, list, map, string } from '../../src/options/kinds.ts';
import { option, section } from '../../src/options/option.ts';
import { normalizeValue } from '../../src/schema/normalize.ts';
import { toPlain } from '../../src/text/tree/value.ts';
import { toValue } from './support/values.ts';

const inner = block(
  'Inner',
  section(() => ({ local_path: option(string, 'A path.', { aliases: ['LocalPath'] }) })),
);
const unread = block(
  'Unread',
  section(() => ({
    one: option(inner, 'A block.'),
    many: option(list(inner), 'Blocks.'),
    names: option(map(string), 'Names.'),
    on: option(bool, 'A switch.'),
  })),
  { free: 'closed', weak: true },
);

const settled = (given: unknown): unknown => toPlain(normalizeValue(toValue(given), unread));

describe('blocks', () => {
  test('a list of one block is the block', () => {
    expect(settled({ one: [{ local_path: 'a' }] })).toEqual({ one: { local_path: 'a' } });
  });

  test('a list of two is left, since the reader refuses it', () => {
    const two = { one: [{ local_path: 'a' }, { local_path: 'b' }] };
    expect(settled(two)).toEqual(two);
  });

  test('a block in place of a list is a list of one, and every item of a list is kept', () => {
    expect(settled({ many: { local_path: 'a' } })).toEqual({ many: [{ local_path: 'a' }] });
    expect(settled({ many: [{ LocalPath: 'a' }, { LocalPath: 'b' }] })).toEqual({
      many: [{ local_path: 'a' }, { local_path: 'b' }],
    });
  });
});

describe('keys and values', () => {
  test('a second spelling of a key that is there keeps its name', () => {
    expect(settled({ one: { local_path: 'a', LocalPath: 'b' } })).toEqual({
      one: { local_path: 'a', LocalPath: 'b' },
    });
  });

  test('types are converted as the reader converts them, and null is not set', () => {
    expect(settled({ on: 'true', names: { a: 7, b: true }, one: null })).toEqual({
      on: true,
      names: { a: '7', b: '1' },
    });
  });

  test('what cannot be converted is left as it is', () => {
    expect(settled({ on: 'perhaps', names: ['a'] })).toEqual({ on: 'perhaps', names: ['a'] });
  });
});
