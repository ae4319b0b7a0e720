/** What reports show, without secrets, whoever found it. */
import { maskFinding } from '../secrets/finding.ts';
import { withoutSecretsOf } from '../secrets/run/hide.ts';
import type { ClusterView, NodeView } from '../subjects/cluster/cluster-views.ts';
import type { ReportInput } from './report.ts';

export const masked = (input: ReportInput): ReportInput => ({
  ...input,
  findings: input.findings.map(maskFinding),
  ...(input.clusters && { clusters: () => input.clusters!().map(maskedCluster) }),
});

/** The name of a node or of a datacenter may be a secret of the files as well. */
function maskedCluster({ nodes, ...cluster }: ClusterView): ClusterView {
  const [first] = nodes;
  return { ...withoutSecretsOf(first && sourceOf(first), cluster), nodes: nodes.map(maskedNode) };
}

function maskedNode(node: NodeView): NodeView {
  const { name, datacenter, address, joins } = node;
  return {
    ...node,
    ...withoutSecretsOf(sourceOf(node), { name, datacenter, address }),
    joins: joins.map((join) => ({ ...join, text: withoutSecretsOf(join.at.source, join.text) })),
  };
}

const sourceOf = ({ config }: NodeView) => config.written.source;
