/** Where everything of a cluster's drawing goes: servers on a ring, clients in boxes of those that join the same. */

import type { ClusterView, NodeView } from '../../subjects/cluster/cluster-views.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { groupBy } from '../../util/collections.ts';
import { plural } from '../../util/text.ts';

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly servers: readonly PlacedServer[];
  readonly lines: readonly Line[];
  readonly groups: readonly Group[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedServer extends Point {
  readonly node: NodeView;
  readonly radius: number;
  /** Where its name is drawn: away from the lines between servers. */
  readonly nameAbove: boolean;
}

export interface Line {
  readonly from: Point;
  readonly to: Point;
  /** Both list each other; one lists the other; a list lacks a server that others name; clients join a server. */
  readonly kind: 'mutual' | 'one-way' | 'missing' | 'clients';
  readonly title: string;
}

export interface Group extends Box {
  readonly title: string;
  /** They join nothing that was found. */
  readonly lost: boolean;
  readonly cells: readonly (Box & { readonly node: NodeView; readonly named: boolean })[];
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Narrow enough to be read on a phone. */
const width = 480;

export function layout(cluster: ClusterView): Drawing {
  const servers = ring(cluster.nodes.filter(({ role }) => role === 'server'));
  const bottom = Math.max(0, ...servers.map(({ y, radius }) => y + radius + 34));
  const names = new Map(servers.map(({ node }) => [node.id, node.name]));
  const groups = boxes(
    cluster.nodes.filter(({ role }) => role === 'client'),
    names,
    bottom + (servers.length > 0 ? 30 : 8),
  );
  const last = groups.at(-1);
  return {
    width,
    height: last ? last.y + last.height + 8 : bottom + 8,
    servers,
    lines: [...serverLines(servers), ...clientLines(groups, servers)],
    groups: groups.map(({ targets: _targets, ...group }) => group),
  };
}

function ring(nodes: readonly NodeView[]): PlacedServer[] {
  const count = nodes.length;
  const reach = count < 2 ? 0 : Math.min(185, Math.max(85, (count * 74) / (2 * Math.PI)));
  const radius = count < 2 ? 26 : Math.min(26, (Math.PI * reach) / count - 2);
  return nodes.map((node, i) => {
    // Two are drawn side by side; any other number starts at the top.
    const angle = (2 * Math.PI * i) / count - (count === 2 ? Math.PI : Math.PI / 2);
    return {
      node,
      radius: round(radius),
      x: round(width / 2 + reach * 1.15 * Math.cos(angle)),
      y: round((count === 2 ? 0 : reach) + radius + 28 + reach * Math.sin(angle)),
      nameAbove: count > 2 && Math.sin(angle) < -0.1,
    };
  });
}

function serverLines(servers: readonly PlacedServer[]): Line[] {
  return servers.flatMap((a, i) =>
    servers.slice(i + 1).flatMap((b) => {
      const there = joins(a.node, b.node);
      const back = joins(b.node, a.node);
      const lines: Line[] = [];
      if (there && back)
        lines.push(line(a, b, 'mutual', `${a.node.name} and ${b.node.name} list each other`));
      else if (there) lines.push(line(a, b, 'one-way', `${a.node.name} lists ${b.node.name}`));
      else if (back) lines.push(line(b, a, 'one-way', `${b.node.name} lists ${a.node.name}`));
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        if (from.node.lacks.includes(to.node.id))
          lines.push(line(from, to, 'missing', `${from.node.name} does not list ${to.node.name}`));
      }
      return lines;
    }),
  );
}

const joins = (from: NodeView, to: NodeView): boolean => from.joins.some((join) => join.to === to.id);

/** From rim to rim. */
function line(from: PlacedServer, to: PlacedServer, kind: Line['kind'], title: string): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = (point: PlacedServer, sign: number): Point => ({
    x: round(point.x + (sign * (to.x - from.x) * (point.radius + 3)) / length),
    y: round(point.y + (sign * (to.y - from.y) * (point.radius + 3)) / length),
  });
  return { from: along(from, 1), to: along(to, -1), kind, title };
}

type GroupWithTargets = Group & { readonly targets: readonly number[] };

/** Clients that join the same are one box, the largest first. */
function boxes(
  clients: readonly NodeView[],
  names: ReadonlyMap<number, string>,
  top: number,
): GroupWithTargets[] {
  const groups = [...groupBy(clients, (node) => `${targetsOf(node)} ${isLost(node)}`).values()];
  let y = top;
  return groups
    .sort((a, b) => b.length - a.length)
    .map((nodes) => {
      const spelled = nodes.length <= 12;
      const cell = spelled ? { width: 142, height: 26, gap: 8 } : { width: 20, height: 20, gap: 4 };
      const columns = Math.floor((width - 24) / (cell.width + cell.gap));
      const height = 34 + Math.ceil(nodes.length / columns) * (cell.height + cell.gap) + 4;
      const box = { x: 4, y, width: width - 8, height };
      y += height + 14;
      return {
        ...box,
        targets: targetsOf(nodes[0]!),
        lost: isLost(nodes[0]!),
        title: `${plural(nodes.length, 'client')}${targetText(targetsOf(nodes[0]!), names)}`,
        cells: nodes.map((node, i) => ({
          node,
          named: spelled,
          x: box.x + 12 + (i % columns) * (cell.width + cell.gap),
          y: box.y + 34 + Math.floor(i / columns) * (cell.height + cell.gap),
          width: cell.width,
          height: cell.height,
        })),
      };
    });
}

/** `, joining all 3 servers`, `, joining srv1 and srv2`; nothing where the list names none of the servers drawn. */
function targetText(targets: readonly number[], servers: ReadonlyMap<number, string>): string {
  const found = targets.flatMap((id) => servers.get(id) ?? []);
  if (found.length === 0) return '';
  if (found.length === servers.size && found.length > 1) return `, joining all ${found.length} servers`;
  return `, joining ${named(found, 3)}`;
}

const targetsOf = ({ joins: list }: NodeView): number[] =>
  [...new Set(list.flatMap(({ to }) => (typeof to === 'number' ? to : [])))].sort((a, b) => a - b);

const isLost = ({ joins: list, apart }: NodeView): boolean =>
  apart || list.every(({ to }) => to === 'invalid' || to === 'self');

function clientLines(groups: readonly GroupWithTargets[], servers: readonly PlacedServer[]): Line[] {
  return groups.flatMap(({ targets, title, x, y, width: wide }) =>
    servers
      .filter(({ node }) => targets.includes(node.id))
      .map((server) => ({
        from: { x: round(x + wide / 2 + (server.x - width / 2) * 0.6), y },
        to: { x: server.x, y: round(server.y + server.radius + 3) },
        kind: 'clients' as const,
        title: `${title} list ${server.node.name}`,
      })),
  );
}

const round = (number: number): number => Math.round(number * 10) / 10;
