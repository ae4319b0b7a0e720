/** `import … from 'consul-cfg'`: typed configuration from a script. */

export type { AgentInput, Extra } from './build/builders.ts';
export { agent, client, server, toHcl, toJson } from './build/builders.ts';
export type {
  ClassInput,
  Cluster,
  ClusterInput,
  DatacenterInput,
  NodeInput,
  NodesInput,
} from './build/cluster.ts';
export { cluster } from './build/cluster.ts';
export type { OutFile } from './build/file.ts';
export type { RefusedFinding } from './build/refusal.ts';
export { ConfigError } from './build/refusal.ts';
export type { RenderOptions } from './library/render-cluster.ts';
export { renderCluster } from './library/render-cluster.ts';
export type { AgentConfig } from './options/generated/agent-config.ts';
