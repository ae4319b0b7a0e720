import { describe, expect, test, vi } from 'vitest';
import { groupBy, own } from '../../src/util/collections.ts';
import { DisjointSets } from '../../src/util/disjoint-sets.ts';
import { memo, memoByText, once } from '../../src/util/memo.ts';

test('groups keep the order of the keys and of the items', () => {
  const groups = groupBy(['b1', 'a1', 'b2', 'a2'], (text) => text.charAt(0));
  expect([...groups]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1', 'a2']],
  ]);
});

describe('disjoint sets', () => {
  test('items that are united by way of others are in one set, the rest each in its own', () => {
    const sets = new DisjointSets<string>();
    sets.unite('a', 'b');
    sets.unite('c', 'd');
    expect(sets.find('a')).not.toBe(sets.find('c'));
    sets.unite('d', 'a');
    const groups = groupBy(['a', 'b', 'c', 'd', 'e'], (item) => sets.find(item));
    expect([...groups.values()]).toEqual([['a', 'b', 'c', 'd'], ['e']]);
  });

  test('the second item of a union gives the representative', () => {
    const sets = new DisjointSets<number>();
    sets.unite(1, 2);
    sets.unite(1, 2);
    expect([sets.find(1), sets.find(2), sets.find(3)]).toEqual([2, 2, 3]);
  });
});

test('only own properties are found', () => {
  expect(own({ a: 1 }, 'a')).toBe(1);
  expect(own({ a: 1 }, 'constructor')).toBeUndefined();
});

test('results are computed once, also where they are undefined', () => {
  const compute = vi.fn(() => undefined);
  const [byObject, byText, single] = [memo(compute), memoByText(compute), once(compute)];
  const key = {};
  byObject(key);
  byObject(key);
  expect(compute).toHaveBeenCalledTimes(1);
  byText('x');
  byText('x');
  expect(compute).toHaveBeenCalledTimes(2);
  single();
  single();
  expect(compute).toHaveBeenCalledTimes(3);
});
