/** One cluster: what its quorum is worth, the drawing, and the same as a table. */

import { placeAt } from '../../secrets/place.ts';
import { shownValue } from '../../secrets/values.ts';
import type { ClusterView, JoinView, NodeView } from '../../subjects/cluster/cluster-views.ts';
import { plural } from '../../util/text.ts';

import { atPlace } from '../report.ts';
import { drawing, type WorstOf } from './drawing.ts';
import { html, type Markup } from './markup.ts';

export function clusterSection(cluster: ClusterView, number: number, worstOf: WorstOf): Markup {
  const names = new Map(cluster.nodes.map(({ id, name }) => [id, name]));
  return html`<section class="cluster" aria-labelledby="cluster-${number}">
<h3 id="cluster-${number}">${cluster.datacenter}</h3>
<ul class="facts">${facts(cluster).map((fact) => html`<li>${fact}</li>`)}</ul>
${drawing(cluster, number, worstOf)}
<details><summary>${plural(cluster.nodes.length, 'node')} as a table</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Nodes of ${cluster.datacenter}"><table>
<thead><tr><th scope="col">Node</th><th scope="col">Role</th><th scope="col">Address</th><th scope="col">Joins</th></tr></thead>
<tbody>${cluster.nodes.map((node) => nodeRow(node, names, worstOf))}</tbody>
</table></div></details>
</section>`;
}

function facts({ nodes, voters, majority, tolerates, complete, joinsWan }: ClusterView): string[] {
  const clients = nodes.filter(({ role }) => role === 'client').length;
  const gaps = nodes.reduce((sum, { lacks }) => sum + lacks.length, 0);
  const cut = nodes.filter(({ apart }) => apart).length;
  return [
    plural(voters, 'voting server') + (clients > 0 ? `, ${plural(clients, 'client')}` : ''),
    complete && voters > 0 && `quorum: ${majority} of ${voters} must be alive`,
    complete && voters > 0 && survival(tolerates),
    !complete && 'other nodes may exist: only these files were linted, so the quorum is not checked',
    gaps > 0 && `${plural(gaps, 'missing edge')}: a server that other lists name (dashed)`,
    cut > 0 && `${plural(cut, 'node')} that no join list connects with the rest`,
    joinsWan.length > 0 && `joins over the WAN: ${joinsWan.map(shownJoin).join(', ')}`,
  ].filter((fact) => fact !== false);
}

const survival = (tolerates: number): string =>
  tolerates === 0 ? 'survives no failed server' : `survives ${plural(tolerates, 'failed server')}`;

function nodeRow(node: NodeView, names: ReadonlyMap<number, string>, worstOf: WorstOf): Markup {
  const worst = worstOf(node);
  return html`<tr id="node-${node.id}" data-node="${node.id}"><th scope="row">${node.name}${worst && html` <span class="severity ${worst}">${worst}</span>`}</th>
<td>${node.role}${node.role === 'server' && !node.votes && ' (does not vote)'}</td>
<td>${node.address ?? 'known to the host only'}</td>
<td>${joinList(node, names)}</td></tr>`;
}

function joinList({ joins, lacks, apart }: NodeView, names: ReadonlyMap<number, string>): Markup {
  if (joins.length === 0 && !apart) return html`no list in its files`;
  return html`<ul>${joins.map((join) => html`<li title="${atPlace(join.at)}">${joinText(join, names)}</li>`)}
${lacks.map((id) => html`<li class="lacks">lacks ${names.get(id)}</li>`)}${apart && html`<li class="lacks">cut off from the rest</li>`}</ul>`;
}

const remarks = {
  self: 'itself',
  unknown: 'no node found here',
  runtime: 'known when it runs',
  invalid: 'no target',
} as const;

function joinText({ text, to }: JoinView, names: ReadonlyMap<number, string>): string {
  const shown = shownJoin(text);
  if (typeof to === 'string') return `${shown} (${remarks[to]})`;
  const name = names.get(to);
  return name === undefined ? `${shown} (another datacenter)` : name === text ? shown : `${shown} (${name})`;
}

const shownJoin = (text: string): string => shownValue(text, { place: placeAt('retry_join') });
