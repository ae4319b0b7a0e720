/** Which node a join entry names. */
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { joinEntries } from '../../src/subjects/cluster/join.ts';
import { peersOf } from '../../src/subjects/cluster/peers.ts';
import type { Node } from '../../src/subjects/subjects.ts';
import { type Files, readerOf } from '../support/lab.ts';

/** A server in a directory of its own, with the hosts that it joins and the rest of its configuration. */
const server = (joins: readonly string[], rest = ''): string =>
  `data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\nretry_join = ${JSON.stringify(joins)}\n${rest}`;

/** For each node, the node that each of its join entries names. */
function named(files: Files): Record<string, (string | undefined)[]> {
  const nodes = discover(['.'], readerOf(files)).estates.flatMap((estate) => estate.nodes);
  const peers = peersOf(nodes);
  const find = (node: Node): (string | undefined)[] =>
    joinEntries(node.config).map(({ target }) =>
      target.kind === 'host' ? peers.find(target, node)?.name : undefined,
    );
  return Object.fromEntries(nodes.map((node) => [node.name, find(node)]));
}

const bound = (address: string): string => `bind_addr = "${address}"\n`;

test('an address that no node has is that of the only server without one', () => {
  expect(
    named({
      'a/consul.hcl': server(['10.0.0.2', '10.0.0.3'], bound('10.0.0.1')),
      'b/consul.hcl': server(['10.0.0.1', '10.0.0.3'], bound('10.0.0.2')),
      'c/consul.hcl': server(['10.0.0.1', '10.0.0.2']),
    }),
  ).toEqual({ a: ['b', 'c'], b: ['a', 'c'], c: ['a', 'b'] });
});

test('an address that no node has is not given to two servers', () => {
  expect(
    named({
      'a/consul.hcl': server(['10.0.0.9'], bound('10.0.0.1')),
      'b/consul.hcl': server(['10.0.0.1']),
      'c/consul.hcl': server(['10.0.0.1']),
    }),
  ).toEqual({ a: [undefined], b: ['a'], c: ['a'] });
});

test('an address that a server lists itself is not its own', () => {
  expect(
    named({
      'a/consul.hcl': server(['10.0.0.8', '10.0.0.9'], bound('10.0.0.1')),
      'b/consul.hcl': server(['10.0.0.1', '10.0.0.9']),
    }),
  ).toEqual({ a: ['b', undefined], b: ['a', undefined] });
});
