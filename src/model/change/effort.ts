/** What it takes until a changed option takes effect in an agent or a cluster. */
import { findOption, inherits } from '../../options/lookup.ts';
import type { Role } from '../../options/option.ts';

/** From the least to the most work. */
export const efforts = ['none', 'reload', 'restart', 'rolling', 'never'] as const;

/**
 * `none`: the agent runs with the same value as before. `reload`: `consul reload`. `restart`: of this agent.
 * `rolling`: of the servers, one by one. `never`: the running cluster keeps the old value whatever the file says.
 */
export type Effort = (typeof efforts)[number];

export interface Needed {
  readonly effort: Effort;
  readonly reason: string;
}

/** Options whose value cannot be changed later; a block means everything in it. */
const settled: Readonly<Record<string, string>> = {
  autopilot:
    'servers read it for their first election only; change the running cluster with `consul operator autopilot set-config`',
  bootstrap: 'it counts only until the cluster has elected its first leader',
  bootstrap_expect:
    'it counts only until the cluster has elected its first leader, and is ignored after that',
  'config_entries.bootstrap':
    'an entry is written only where the cluster has none of its kind and name; change existing ones with `consul config write`',
  'connect.ca_config':
    'the servers keep it in their state once there is a CA; change it with `consul connect ca set-config`',
  'connect.ca_provider':
    'the servers keep it in their state once there is a CA; change it with `consul connect ca set-config`',
  data_dir: 'the agent starts there without its state: as a new node, and a server without its Raft log',
  datacenter:
    'catalog, Raft peers and certificates belong to the datacenter; the agent must leave one and join the other with an empty data_dir',
  encrypt:
    'the keyring in data_dir wins over the file once it exists; change the key with `consul keyring -install`, `-use`, `-remove`',
  encrypt_lan:
    'the keyring in data_dir wins over the file once it exists; change the key with `consul keyring`',
  'acl.tokens.initial_management':
    'it counts only until ACLs are bootstrapped; after that, tokens are made and deleted with `consul acl token`',
  node_id:
    'the servers know the node by it, and refuse another id under the same name until the old node is gone',
  primary_datacenter:
    'ACLs, intentions and the CA are replicated from the primary; it cannot be moved by configuration',
};

/** Options that the whole cluster must agree on. */
const shared: Readonly<Record<string, string>> = {
  domain: 'all agents must answer for the same domain',
  encrypt_verify_incoming:
    'first every agent must encrypt, then verify outgoing, then incoming, or gossip between them breaks',
  encrypt_verify_outgoing:
    'first every agent must encrypt, then verify outgoing, then incoming, or gossip between them breaks',
  'ports.serf_lan': 'peers learn the port from the agents that they join, and join lists must name it',
  'ports.serf_wan': 'peers learn the port from the agents that they join, and join lists must name it',
  'ports.server': 'clients learn the port of each server by gossip',
  raft_protocol: 'servers of neighbouring Raft protocols work together, others do not',
  server:
    'a server that becomes a client must leave the Raft peers first; a new server gets the log from the others',
};

const oneByOne =
  'restart servers one by one, each when the one before has rejoined, so that the quorum holds';

/** What a change of the option at `path` needs on an agent of this role. */
export function neededFor(path: string, role: Role): Needed {
  const fixed = reasonIn(settled, path);
  if (fixed !== undefined) return { effort: 'never', reason: fixed };
  const agreed = reasonIn(shared, path);
  if (agreed !== undefined) return { effort: 'rolling', reason: `${agreed}; ${oneByOne}` };
  const found = findOption(path);
  if (found && inherits.reload(found)) return { effort: 'reload', reason: '`consul reload` takes it up' };
  return role === 'server'
    ? { effort: 'rolling', reason: `it is read at start only; ${oneByOne}` }
    : { effort: 'restart', reason: 'it is read at start only' };
}

/** The reason for the option itself, or for a block around it. */
function reasonIn(reasons: Readonly<Record<string, string>>, path: string): string | undefined {
  for (let block = path; block !== ''; block = block.slice(0, Math.max(block.lastIndexOf('.'), 0))) {
    if (Object.hasOwn(reasons, block)) return reasons[block];
  }
  return undefined;
}
