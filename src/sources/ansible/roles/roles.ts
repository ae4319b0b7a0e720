/** The roles whose variables are read, and which of them is meant. */
import { objectIn } from '../../../text/tree/read.ts';
import { ansibleConsul } from './ansible-consul.ts';
import { otherRoles } from './others.ts';
import type { Role, Variables } from './role.ts';

const roles: readonly Role[] = [ansibleConsul, ...otherRoles];

/** It takes several variables of a role, of which some are its own; of two the one with more of them is meant. */
export function roleOf(variables: Variables): Role | undefined {
  const found = roles
    .map((role) => ({ role, own: role.own.filter((name) => variables.has(name)).length }))
    .filter(({ role, own }) => own >= 2 || (own > 0 && own + others(role, variables) >= 3))
    .sort((a, b) => b.own - a.own);
  const [first, second] = found;
  return first && first.own === second?.own ? undefined : first?.role;
}

function others({ options, own, mapping }: Role, variables: Variables): number {
  const names = new Set(options.map(([name]) => name));
  for (const name of own) names.delete(name);
  const inner = mapping === undefined ? undefined : objectIn(variables.get(mapping)?.value);
  const certain = [...(inner?.members.keys() ?? [])].filter((name) => ofAgents.test(name));
  return [...names].filter((name) => variables.has(name)).length + certain.length;
}

/** Options that hardly another program has. */
const ofAgents =
  /^(?:bootstrap_expect|retry_join|data_dir|bind_addr|client_addr|advertise_addr|node_name|primary_datacenter|leave_on_terminate|rejoin_after_leave|enable_(?:local_)?script_checks|raft_protocol|telemetry|ui_config|autopilot|connect|dns_config|performance)$/;

/** By the name in a play; one without an owner is any role's, so that its variables decide. */
export const roleCalled = (name: string, variables: Variables): Role | undefined =>
  name.includes('.') ? roles.find(({ called }) => called.test(name)) : roleOf(variables);
