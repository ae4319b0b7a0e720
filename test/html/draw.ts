/** From files in memory to the page. */

import { discover } from '../../src/discovery/discover.ts';
import { lint } from '../../src/engine/lint.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import type { Finding } from '../../src/finding.ts';
import { html } from '../../src/report/html/html.ts';
import { type ClusterView, clusterViews, type NodeView } from '../../src/subjects/cluster/cluster-views.ts';
import { readerOf } from '../support/lab.ts';
import type { Files } from './estates.ts';

export interface Checked {
  readonly clusters: readonly ClusterView[];
  readonly findings: readonly Finding[];
}

export function check(files: Files): Checked {
  const { estates } = discover(['.'], readerOf(files, '1.20'));
  return { clusters: clusterViews(estates), findings: lint(estates, defaultSettings) };
}

export function page(files: Files): string {
  const { clusters, findings } = check(files);
  const input = { findings, files: Object.keys(files).length, clusters: () => clusters };
  return html(input, { colour: false, width: 80 });
}

export const nodeOf = (clusters: readonly ClusterView[], name: string): NodeView => {
  const found = clusters.flatMap(({ nodes }) => nodes).find((node) => node.name === name);
  if (!found) throw new Error(`no node ${name}`);
  return found;
};

/** A server of three, in a file of its own. */
export const server = (name: string, join: readonly string[], more = ''): Files => ({
  [`${name}/consul.hcl`]: `node_name = "${name}"
data_dir = "/d"
server = true
bootstrap_expect = 3
retry_join = [${join.map((text) => JSON.stringify(text)).join(', ')}]
${more}`,
});
