/** A roll-out as one page: the steps in their order, then what changes on which host. */

import type { PlainChange } from '../../model/change/plain.ts';
import { alike } from '../../subjects/roll-out/alike.ts';
import type { RollOut, RollOutNode, RollOutStep } from '../../subjects/roll-out/roll-out.ts';
import { plural } from '../../util/text.ts';
import { html, type Markup } from './markup.ts';
import { page } from './page.ts';

export function rollOutPage(rollOut: RollOut): string {
  const { against, nodes, steps, notCompared } = rollOut;
  const changed = nodes.filter(({ kind }) => kind !== 'same');
  const body = html`<header>
<h1>Roll-out of a Consul configuration</h1>
<p>${plural(changed.length, 'node')} of ${nodes.length} not as in ${against}.${
    notCompared > 0 &&
    ` ${plural(notCompared, 'file')} with secrets not compared: they are not on this machine.`
  }</p>
</header>
<main id="main">
<section aria-labelledby="steps"><h2 id="steps">Steps</h2>${stepTable(steps)}</section>
<section aria-labelledby="nodes"><h2 id="nodes">Nodes</h2>${alike(changed).map(nodesSection)}</section>
</main>`;
  return page(body, {
    title: 'Roll-out of a Consul configuration: plan of consul-cfg',
    skip: { id: 'steps', to: 'the steps' },
  });
}

function stepTable(steps: readonly RollOutStep[]): Markup {
  if (steps.length === 0) return html`<p>Nothing is to be done.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Steps"><table>
<thead><tr><th scope="col">Step</th><th scope="col">What</th><th scope="col">Datacenter</th><th scope="col">Nodes</th><th scope="col">How</th></tr></thead>
<tbody>${steps.map(
    ({ action, datacenter, nodes, how }, i) =>
      html`<tr><td>${i + 1}</td><th scope="row">${action}</th><td>${datacenter}</td><td>${nodes.join(', ')}</td><td>${how}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Nodes that change alike. */
function nodesSection(nodes: readonly RollOutNode[]): Markup {
  const { role, datacenter, kind, effort, files, changes, unit } = nodes[0]!;
  return html`<section class="cluster"><h3>${nodes.map(({ name }) => name).join(', ')}</h3>
<ul class="facts"><li>${role} in ${datacenter}</li><li>${kind === 'changed' ? `changed: ${effort}` : kind}</li></ul>
${changes.length + unit.length > 0 && changeTable(changes, unit)}
${
  files.length > 0 &&
  html`<details><summary>${plural(files.length, 'file')}</summary><ul>${files.map(
    ({ path, kind: done, asks }) =>
      html`<li>${done} <code>${path}</code>${asks !== undefined && html`: ${asks}`}</li>`,
  )}</ul></details>`
}
</section>`;
}

const changeTable = (
  changes: readonly PlainChange[],
  unit: RollOutNode['unit'],
): Markup => html`<div class="scroll" tabindex="0" role="region" aria-label="Changes"><table>
<thead><tr><th scope="col">Option</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Takes</th><th scope="col">Why</th></tr></thead>
<tbody>${changes.map(
  ({ path, before, after, effort, reason }) =>
    html`<tr><th scope="row">${path}</th><td>${shown(before)}</td><td>${shown(after)}</td><td>${effort}</td><td>${reason}</td></tr>`,
)}${unit.map(
  ({ directive, before, after }) =>
    html`<tr><th scope="row">${directive} of the unit</th><td>${shown(before)}</td><td>${shown(after)}</td><td>restart</td><td>it is in force from the next start on</td></tr>`,
)}</tbody></table></div>`;

const shown = (value: unknown): Markup =>
  value === undefined ? html`not set` : html`<code>${JSON.stringify(value)}</code>`;
