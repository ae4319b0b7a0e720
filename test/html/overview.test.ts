/** What a drawing shows, before anybody draws it. */
import { describe, expect, test } from 'vitest';
import { check, nodeOf, server } from './draw.ts';
import { twoDatacenters } from './estates.ts';

describe('two datacenters of fifty nodes', () => {
  const { clusters } = check(twoDatacenters());
  const names = (ids: readonly number[]): string[] =>
    ids.map((id) => clusters.flatMap(({ nodes }) => nodes).find((node) => node.id === id)!.name);

  test('each is a cluster, with its quorum and what it survives', () => {
    expect(
      clusters.map(({ datacenter, voters, majority, tolerates }) => [
        datacenter,
        voters,
        majority,
        tolerates,
      ]),
    ).toEqual([
      ['north', 5, 3, 2],
      ['south', 3, 2, 1],
    ]);
    expect(clusters.map(({ joinsWan }) => joinsWan)).toEqual([['south'], ['north']]);
  });

  test('servers come first, and every node has an id of its own', () => {
    const [north] = clusters;
    expect(north!.nodes.slice(0, 5).every(({ role }) => role === 'server')).toBe(true);
    const ids = clusters.flatMap(({ nodes }) => nodes.map(({ id }) => id));
    expect(new Set(ids).size).toBe(50);
  });

  test('the one missing edge is found, and no other', () => {
    const lacking = clusters.flatMap(({ nodes }) => nodes).filter(({ lacks }) => lacks.length > 0);
    expect(lacking.map(({ name, lacks }) => [name, names(lacks)])).toEqual([['north-srv4', ['north-srv2']]]);
  });

  test('the one node that no list connects is found, and no other', () => {
    const cut = clusters.flatMap(({ nodes }) => nodes).filter(({ apart }) => apart);
    expect(cut.map(({ name }) => name)).toEqual(['south-app20']);
  });
});

test('where a join entry leads', () => {
  const { clusters } = check({
    ...server('a', ['b', 'a', '10.9.9.9', 'provider=aws tag_key=x tag_value=y', 'http://b']),
    ...server('b', ['a'], 'bind_addr = "10.0.0.2"'),
    ...server('c', ['10.0.0.2'], 'bind_addr = "10.0.0.3"'),
  });
  const b = nodeOf(clusters, 'b');
  expect(nodeOf(clusters, 'a').joins.map(({ to }) => to)).toEqual([
    b.id,
    'self',
    'unknown',
    'runtime',
    'invalid',
  ]);
  expect(nodeOf(clusters, 'c').joins.map(({ to }) => to)).toEqual([b.id]);
  expect(b.address).toBe('10.0.0.2');
});

test('a list that only the running agent knows lacks nothing', () => {
  const { clusters } = check({
    ...server('a', ['provider=aws tag_key=x tag_value=y']),
    ...server('b', ['a', 'c']),
    ...server('c', ['a', 'b']),
  });
  expect(nodeOf(clusters, 'a').lacks).toEqual([]);
  expect(clusters[0]!.nodes.some(({ apart }) => apart)).toBe(false);
});

test('whoever joins something unknown may be connected by it', () => {
  const { clusters } = check({
    ...server('a', ['b']),
    ...server('b', ['a']),
    ...server('c', ['10.9.9.9']),
    ...server('d', ['d']),
  });
  const cut = clusters[0]!.nodes.filter(({ apart }) => apart).map(({ name }) => name);
  expect(cut).toEqual(['d']);
});

test('a server that does not vote counts for no quorum', () => {
  const { clusters } = check({
    ...server('a', ['b']),
    ...server('b', ['a']),
    ...server('c', ['a'], 'read_replica = true'),
  });
  expect(clusters[0]).toMatchObject({ voters: 2, majority: 2, tolerates: 0 });
  expect(nodeOf(clusters, 'c').votes).toBe(false);
});

test('one directory alone is drawn, without a statement on its quorum', () => {
  const { clusters } = check({ 'consul.d/a.hcl': 'server = true\ndata_dir = "/d"\n' });
  expect(clusters).toMatchObject([{ complete: false, nodes: [{ role: 'server' }] }]);
});
