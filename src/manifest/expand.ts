/** From a manifest to its nodes: merges the layers of options, and derives the rest from the whole. */

import { type Finding, tidy } from '../finding.ts';
import { objectValue } from '../text/tree/make.ts';
import type { ObjectValue } from '../text/tree/value.ts';
import { clusterOf, hostOf } from './cluster.ts';
import { derive } from './derive.ts';
import { checkHostDirectories } from './host/directories.ts';
import { checkHostPath, hostPaths } from './host/paths.ts';
import type { Setting } from './keys/key.ts';
import { factsOf, fillReferences } from './keys/placeholders.ts';
import { keyRecords, type Manifest } from './manifest.ts';
import type { NodeKeyValues, NodeSpec } from './node.ts';
import type { ClusterSpec, ListedDatacenter, NodeLayer, NodeSpecBase } from './structure.ts';
import { at, fromPaths, overlay, withoutNulls } from './values.ts';

export interface Expansion {
  /** One for each node, in the order of the manifest. */
  readonly nodes: readonly NodeSpec[];
  readonly findings: readonly Finding[];
}

export function expand(manifest: Manifest): Expansion {
  const layers = layering(manifest);
  const listed = new Map<NodeSpecBase, NodeLayer>();
  const clusters = manifest.datacenters.map((datacenter) => {
    const nodes = datacenter.nodes.map((node) => {
      const base = baseOf(node, datacenter, manifest, layers(datacenter, node));
      listed.set(base, node);
      return base;
    });
    return clusterOf(datacenter.name, nodes);
  });
  const nodes = clusters.flatMap((cluster) =>
    cluster.nodes.map((node) => specOf(node, listed.get(node)!, cluster, { manifest, clusters })),
  );
  const findings = [
    ...nodes.flatMap(({ config }) => hostPaths(config).flatMap((path) => checkHostPath(path) ?? [])),
    ...nodes.flatMap(checkHostDirectories),
    ...keyRecords.flatMap(([, key]) => key.check?.(manifest, nodes) ?? []),
  ];
  return { nodes, findings: tidy(findings) };
}

/** What the manifest writes for a node, from general to special. Nodes that set no options share one object. */
function layering(manifest: Manifest): (datacenter: ListedDatacenter, node: NodeLayer) => ObjectValue {
  const shared = new Map<string, ObjectValue>();
  const empty = objectValue(new Map(), manifest.at);
  return (datacenter, node) => {
    const id = JSON.stringify([datacenter.name, node.role, node.classes]);
    let base = shared.get(id);
    if (!base) {
      const classes = node.classes.map((name) => manifest.classes.get(name)?.config);
      const roles = [manifest.config, datacenter.config].flatMap((config) => [
        config.common,
        config[node.role],
      ]);
      const ofKeys = keyRecords.map(([, key]) => key.layer?.(manifest, datacenter.name, node.role));
      base = [...ofKeys, ...roles, ...classes].reduce<ObjectValue>(overlay, empty);
      shared.set(id, base);
    }
    return overlay(base, node.config);
  };
}

const baseOf = (
  node: NodeLayer,
  datacenter: ListedDatacenter,
  manifest: Manifest,
  config: ObjectValue,
): NodeSpecBase => ({
  name: node.name,
  role: node.role,
  at: node.at,
  datacenter: datacenter.name,
  version: node.version ?? manifest.version,
  address: node.address,
  host: hostOf(node, config),
  config,
});

interface Whole {
  readonly manifest: Manifest;
  readonly clusters: readonly ClusterSpec[];
}

function specOf(
  node: NodeSpecBase,
  listed: NodeLayer,
  cluster: ClusterSpec,
  { manifest, clusters }: Whole,
): NodeSpec {
  const settings = [
    ...derive(node, cluster, clusters),
    ...keyRecords.flatMap(([, key]) => key.settings?.(manifest, node, cluster) ?? []),
  ];
  const written = fillReferences(node.config, factsOf(node));
  return {
    ...node,
    config: withoutNulls(overlay(fromPaths(settings, node.at), written)),
    reasons: reasonsOf(settings, node.config),
    ...valuesOfKeys(manifest, node, listed),
  };
}

function reasonsOf(settings: readonly Setting[], written: ObjectValue): Map<string, string> {
  const derived = settings.filter(({ path }) => at(written, ...path.split('.')) === undefined);
  return new Map(derived.flatMap(({ path, why }) => (why === undefined ? [] : [[path, why] as const])));
}

function valuesOfKeys(manifest: Manifest, node: NodeSpecBase, listed: NodeLayer): NodeKeyValues {
  const layers = [...listed.classes.flatMap((name) => manifest.classes.get(name) ?? []), listed];
  const values = keyRecords.flatMap(([name, key]): [string, unknown][] => {
    if (key.merge) return [[name, key.merge([manifest[name], ...layers.map(({ keys }) => keys.get(name))])]];
    return key.perNode ? [[name, key.perNode(manifest, node)]] : [];
  });
  return Object.fromEntries(values) as unknown as NodeKeyValues;
}
