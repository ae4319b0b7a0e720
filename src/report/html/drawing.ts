/** A cluster as SVG. Nodes are links to their rows in the table next to it, so that keys and screen readers reach them. */

import type { Severity } from '../../finding.ts';
import type { ClusterView, NodeView } from '../../subjects/cluster/cluster-views.ts';
import { type Group, type Line, layout, type PlacedServer } from './layout.ts';
import { html, type Markup } from './markup.ts';

/** The most severe finding of a node; undefined where it has none. */
export type WorstOf = (node: NodeView) => Severity | undefined;

export function drawing(cluster: ClusterView, number: number, worstOf: WorstOf): Markup {
  const { width, height, servers, lines, groups } = layout(cluster);
  const label = `cluster-${number}-drawing`;
  return html`<svg class="drawing" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="${label}">
<title id="${label}">Nodes of ${cluster.datacenter} and who joins whom; the table below says the same</title>
<g aria-hidden="true">${lines.map(drawLine)}</g>
${groups.map((group) => drawGroup(group, worstOf))}
${servers.map((server) => drawServer(server, worstOf))}
</svg>`;
}

function drawLine({ from, to, kind, title }: Line): Markup {
  const shape =
    kind === 'missing'
      ? html`<path class="line missing" d="M${from.x} ${from.y} Q${bend(from, to)} ${to.x} ${to.y}" marker-end="url(#gap)"><title>${title}</title></path>`
      : html`<line class="line ${kind}" x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"${kind === 'one-way' && html` marker-end="url(#arrow)"`}><title>${title}</title></line>`;
  return shape;
}

/** A missing edge is bowed, so that it does not hide the one that leads back. */
function bend(from: Line['from'], to: Line['to']): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return `${Math.round((from.x + to.x) / 2 - dy * 0.18)} ${Math.round((from.y + to.y) / 2 + dx * 0.18)}`;
}

function drawServer({ node, x, y, radius, nameAbove }: PlacedServer, worstOf: WorstOf): Markup {
  return html`<a href="#node-${node.id}" data-node="${node.id}" class="node server${node.apart && ' apart'}" aria-label="${nodeLabel(node, worstOf)}"><title>${nodeLabel(node, worstOf)}</title>
<circle cx="${x}" cy="${y}" r="${radius}"${!node.votes && html` class="silent"`}/>
<text x="${x}" y="${nameAbove ? y - radius - 8 : y + radius + 16}">${short(node.name, 18)}</text>
${badge(x + radius * 0.75, y - radius * 0.75, worstOf(node))}
</a>`;
}

function drawGroup({ title, lost, cells, ...box }: Group, worstOf: WorstOf): Markup {
  return html`<g><rect class="box${lost && ' lost'}" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="8"/>
<text class="heading" x="${box.x + 12}" y="${box.y + 22}">${title}${lost && ' that no list connects'}</text>
${cells.map(
  ({
    node,
    named,
    x,
    y,
    width,
    height,
  }) => html`<a href="#node-${node.id}" data-node="${node.id}" class="node client" aria-label="${nodeLabel(node, worstOf)}"><title>${nodeLabel(node, worstOf)}</title>
<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4"${!named && html` class="${worstOf(node) ?? ''}"`}/>
${named && html`<text x="${x + width / 2}" y="${y + 18}">${short(node.name, 18)}</text>${badge(x + width - 2, y + 2, worstOf(node))}`}</a>`,
)}</g>`;
}

function badge(x: number, y: number, severity: Severity | undefined): Markup | undefined {
  if (!severity) return undefined;
  return html`<g class="badge ${severity}"><circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="9"/><text x="${Math.round(x)}" y="${Math.round(y + 4)}">${marks[severity]}</text></g>`;
}

/** Not by colour alone. */
const marks: Record<Severity, string> = { error: '×', warning: '!', info: 'i' };

const nodeLabel = (node: NodeView, worstOf: WorstOf): string =>
  [
    node.name,
    node.role,
    node.address,
    worstOf(node) && `has findings: ${worstOf(node)}`,
    node.apart && 'cut off',
  ]
    .filter(Boolean)
    .join(', ');

const short = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** Shared by all drawings of a page. */
export const markers = html`<svg width="0" height="0" aria-hidden="true" class="defs"><defs>
<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker>
<marker id="gap" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head missing" d="M0 0 8 4 0 8z"/></marker>
</defs></svg>`;
