/** What it takes until a changed option takes effect in an agent or a cluster. */
import { changeText, inForce, isSettled } from '../../options/in-force.ts';
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

/**
 * What a change of the option at `path` needs on an agent of this role.
 *
 * @param value the new one, for the command that applies it; undefined for a secret, and where it is no single value
 */
export function neededFor(path: string, role: Role, value?: string): Needed {
  const found = inForce(path);
  if (isSettled(found)) return { effort: 'never', reason: found.reason + changeText(found, value) };
  const agreed = reasonIn(shared, path);
  if (agreed !== undefined) return { effort: 'rolling', reason: `${agreed}; ${oneByOne}` };
  if (found.moment === 'reload') {
    const condition = found.reason === undefined ? '' : `, but ${found.reason}`;
    return { effort: 'reload', reason: `\`consul reload\` takes it up${condition}` };
  }
  const why = found.reason ?? 'it is read at start only';
  return role === 'server'
    ? { effort: 'rolling', reason: `${why}; ${oneByOne}` }
    : { effort: 'restart', reason: why };
}

/** The reason for the option itself, or for a block around it. */
function reasonIn(reasons: Readonly<Record<string, string>>, path: string): string | undefined {
  for (let block = path; block !== ''; block = block.slice(0, Math.max(block.lastIndexOf('.'), 0))) {
    if (Object.hasOwn(reasons, block)) return reasons[block];
  }
  return undefined;
}
