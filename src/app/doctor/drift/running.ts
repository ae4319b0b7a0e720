/** An agent that runs, next to the node that its files describe. */
import { find } from '../../../model/value-path.ts';
import type { Expected } from '../expected.ts';
import { fieldOf } from '../json.ts';

/** An agent that answers, and what its files say. */
export interface Running {
  readonly expected: Expected;
  readonly self: unknown;
  /** DebugConfig. */
  readonly config: unknown;
}

/** What files say of an option, by itself or by what it takes its value from. */
export const writtenAt = (path: string, node: Expected['node']) =>
  find(node.config.resolved, path) ?? inherited(path, node);

/** What the sections of TLS take from `tls.defaults`. */
function inherited(path: string, { config }: Expected['node']) {
  const [, section, name] = /^tls\.(internal_rpc|https|grpc)\.(\w+)$/.exec(path) ?? [];
  // The agent never verifies what it calls by gRPC.
  if (name === undefined || (section === 'grpc' && name === 'verify_outgoing')) return undefined;
  return find(config.resolved, `tls.defaults.${name}`);
}

/** What servers hand out to a client with auto_config takes the place of what its files say. */
export const isHandedOut = (path: string, config: unknown): boolean =>
  fieldOf(config, 'AutoConfig.Enabled') === true &&
  fieldOf(config, 'ServerMode') === false &&
  /^(?:acl|tls|encrypt\w*|datacenter|primary_datacenter|retry_join|node_name|auto_encrypt|connect)(?:\.|$)/.test(
    path,
  );

const longest = 80;

export function text(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > longest ? `${json.slice(0, longest)}…` : json;
}
