/** A drawing stays within its frame, and nothing in it covers anything else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Drawing, layout } from '../../src/report/html/layout.ts';
import type { ClusterView, NodeView } from '../../src/subjects/cluster/cluster-views.ts';
import { check, server } from './draw.ts';

const sample = check(server('a', [])).clusters[0]!;

function cluster(servers: number, clients: readonly (readonly number[])[]): ClusterView {
  const at = sample.nodes[0]!.config.at('node_name');
  const node = (id: number, role: NodeView['role'], targets: readonly number[]): NodeView => ({
    ...sample.nodes[0]!,
    id,
    name: `node-${id}`,
    role,
    joins: targets.map((to) => ({ text: `node-${to}`, at, to })),
  });
  const all = Array.from({ length: servers }, (_, i) => i);
  return {
    ...sample,
    nodes: [
      ...all.map((id) => node(id, 'server', all)),
      ...clients.map((to, i) => node(servers + i, 'client', to)),
    ],
  };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const boxesOf = ({ servers, groups }: Drawing): Box[] => [
  ...servers.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  })),
  ...groups.flatMap(({ cells }) =>
    cells.map(({ x, y, width, height }) => ({ left: x, right: x + width, top: y, bottom: y + height })),
  ),
];

const groupBoxes = ({ groups }: Drawing): Box[] =>
  groups.map(({ x, y, width, height }) => ({ left: x, right: x + width, top: y, bottom: y + height }));

const disjoint = (a: Box, b: Box): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

test('every node is drawn once, inside the frame, covering no other', () => {
  const targets = fc.array(fc.nat(8), { maxLength: 3 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25 }), fc.array(targets, { maxLength: 60 }), (servers, clients) => {
      const drawing = layout(cluster(servers, clients));
      const boxes = boxesOf(drawing);
      const groups = groupBoxes(drawing);
      for (const [i, box] of groups.entries())
        for (const other of groups.slice(i + 1)) expect(disjoint(box, other)).toBe(true);
      expect(boxes).toHaveLength(servers + clients.length);
      for (const [i, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(drawing.width);
        expect(box.bottom).toBeLessThanOrEqual(drawing.height);
        // Circles may touch within the rounding of their corners' boxes only where they are many.
        if (servers <= 12) for (const other of boxes.slice(i + 1)) expect(disjoint(box, other)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('clients that join the same share a box that says so, the largest first', () => {
  const { groups } = layout(cluster(3, [[0], [0, 1, 2], [2, 1, 0], [0, 1]]));
  expect(groups.map(({ title }) => title)).toEqual([
    '2 clients, joining all 3 servers',
    '1 client, joining node-0',
    '1 client, joining node-0 and node-1',
  ]);
});

test('the lines say who lists whom', () => {
  const { clusters } = check({
    ...server('a', ['b', 'c']),
    ...server('b', ['a']),
    ...server('c', ['a', 'b']),
  });
  const { lines } = layout(clusters[0]!);
  expect(lines.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
    'mutual: a and b list each other',
    'mutual: a and c list each other',
    'one-way: c lists b',
    'missing: b does not list c',
  ]);
});
