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
  RenderOptions,
} from './build/cluster.ts';
export { cluster, renderCluster } from './build/cluster.ts';
export type { OutFile } from './build/file.ts';
export type { AgentConfig } from './options/generated/agent-config.ts';
