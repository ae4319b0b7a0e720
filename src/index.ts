/** `import … from 'consul-cfg'`: typed configuration from a script. */

export type { RenderOptions } from './app/render/render-cluster.ts';
export { renderCluster } from './app/render/render-cluster.ts';
export type { OutFile } from './manifest/file.ts';
export type { AgentConfig } from './options/generated/agent-config.ts';
export type { AgentInput, Extra } from './render/builders.ts';
export { agent, client, server, toHcl, toJson } from './render/builders.ts';
export type {
  ClassInput,
  DatacenterInput,
  EstateInput,
  EstateSpec,
  NodeInput,
  NodesInput,
} from './render/cluster.ts';
export { cluster } from './render/cluster.ts';
export type { RefusedFinding } from './render/refusal.ts';
export { ConfigError } from './render/refusal.ts';
