/**
 * One page that holds everything: the clusters drawn, the findings next to them, and the configuration of each node. It
 * asks nothing of the network, and says so to the browser; without its script everything but the last can be read.
 */

import type { Severity } from '../../finding.ts';
import type { ClusterView, NodeView } from '../../subjects/cluster/cluster-views.ts';
import { plural } from '../../util/text.ts';
import { count, type Reporter, type ReportInput } from '../report.ts';
import { clusterSection } from './cluster.ts';
import { markers } from './drawing.ts';
import { findingsSection, levels } from './findings.ts';
import { html as markup } from './markup.ts';
import { page } from './page.ts';
import { script } from './script.ts';
import { settingsSection } from './settings.ts';

export const html: Reporter = (input) => {
  const clusters = input.clusters?.() ?? [];
  const byFile = nodesByFile(clusters);
  const nodesOf = (file: string): readonly NodeView[] => byFile.get(file) ?? [];
  const worst = worstByNode(input, nodesOf);
  const body = markup`<header>
<h1>Consul configuration</h1>
<p>${summary(input, clusters)}</p>
</header>
<main id="main">
${
  clusters.length > 0 &&
  markup`<section class="clusters" aria-labelledby="clusters"><h2 id="clusters">Clusters</h2>${markers}${legend}
${clusters.map((cluster, i) => clusterSection(cluster, i, (node) => worst.get(node.id)))}</section>`
}
<div class="findings-column">${findingsSection(input, nodesOf)}</div>
${clusters.length > 0 && settingsSection(clusters)}
</main>`;
  return page(body, {
    title: 'Consul configuration: report of consul-cfg',
    skip: { id: 'findings', to: 'the findings' },
    script,
  });
};

const rulesText = ({ preset, profiles }: NonNullable<ReportInput['rules']>): string =>
  `preset ${preset}${profiles.length > 0 ? `, profile ${profiles.join(', ')}` : ''}`;

function summary({ findings, files, release, rules }: ReportInput, clusters: readonly ClusterView[]): string {
  const { error, warning, info } = count(findings);
  const nodes = clusters.reduce((sum, cluster) => sum + cluster.nodes.length, 0);
  const seen = [
    plural(files, 'file'),
    nodes > 0 && plural(nodes, 'node'),
    clusters.length > 1 && `${clusters.length} clusters`,
  ];
  const found = [plural(error, 'error'), plural(warning, 'warning'), `${info} info`];
  const text = [release?.text, rules && rulesText(rules)].filter(Boolean).join('; ');
  const note = text === '' ? '' : ` ${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return `${seen.filter(Boolean).join(', ')}: ${found.join(', ')}.${note}`;
}

const legend = markup`<details class="legend"><summary>How to read the drawings</summary><ul>
<li><svg viewBox="0 0 44 10" aria-hidden="true"><line class="line mutual" x1="2" y1="5" x2="42" y2="5"/></svg> two servers list each other</li>
<li><svg viewBox="0 0 44 10" aria-hidden="true"><line class="line one-way" x1="2" y1="5" x2="42" y2="5" marker-end="url(#arrow)"/></svg> one lists the other</li>
<li><svg viewBox="0 0 44 10" aria-hidden="true"><line class="line missing" x1="2" y1="5" x2="42" y2="5" marker-end="url(#gap)"/></svg> missing: other lists name that server, this one does not</li>
<li><svg viewBox="0 0 44 10" aria-hidden="true"><line class="line clients" x1="2" y1="5" x2="42" y2="5"/></svg> clients in a box list that server</li>
<li>A dashed rim: a server that does not vote. Marks: × error, ! warning, i advice.</li>
</ul></details>`;

function nodesByFile(clusters: readonly ClusterView[]): ReadonlyMap<string, readonly NodeView[]> {
  const byFile = new Map<string, NodeView[]>();
  for (const node of clusters.flatMap(({ nodes }) => nodes)) {
    for (const file of node.files) {
      const list = byFile.get(file);
      if (list) list.push(node);
      else byFile.set(file, [node]);
    }
  }
  return byFile;
}

function worstByNode(
  { findings }: ReportInput,
  nodesOf: (file: string) => readonly NodeView[],
): ReadonlyMap<number, Severity> {
  const worst = new Map<number, Severity>();
  for (const level of levels) {
    for (const { severity, at } of findings) {
      if (severity !== level) continue;
      for (const { id } of nodesOf(at.source.file)) if (!worst.has(id)) worst.set(id, level);
    }
  }
  return worst;
}
