/** `import … from 'consul-cfg'`: typed configuration from a script. */

export type { RenderOptions } from './app/render/render-cluster.ts';
export { renderCluster } from './app/render/render-cluster.ts';
export type { OutFile } from './manifest/file.ts';
export type {
  FederationInput,
  FirewallInput,
  PatroniInput,
  PatroniPostgresqlInput,
  SystemdInput,
  TemplatesInput,
  TlsInput,
} from './manifest/generated/inputs.ts';
export type {
  AgentConfig,
  ClientConfig,
  CommonConfig,
  ConsulRelease,
  OptionValue,
  Removable,
  ServerConfig,
} from './options/agent-config.ts';
export { isConsulRelease } from './options/releases/consul-release.ts';
export { agent, client, server, toHcl, toJson } from './render/builders.ts';
export { cluster } from './render/cluster.ts';
export type {
  AgentInput,
  ClassInput,
  ClientInput,
  CommonInput,
  DatacenterInput,
  EstateInput,
  EstateSpec,
  Extra,
  NodeInput,
  NodesInput,
  ServerInput,
} from './render/inputs.ts';
export type { RefusedFinding } from './render/refusal.ts';
export { ConfigError } from './render/refusal.ts';
