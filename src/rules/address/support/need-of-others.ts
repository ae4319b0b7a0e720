/** Whether an agent is meant to have peers on other machines. */
import type { Config } from '../../../model/config.ts';
import { bootstrapExpect } from '../../../subjects/agent/predicates.ts';
import { joinEntries } from '../../../subjects/cluster/join.ts';
import { isDialable, isLoopback } from '../../../util/addresses.ts';

/** What shows it, as the end of "…, but"; undefined where nothing does. `own` are addresses of the agent itself. */
export function needOfOthers(config: Config, own: readonly string[] = []): string | undefined {
  const peers = joinEntries(config).flatMap(({ target }) => (target.kind === 'host' ? [target.host] : []));
  const remote = peers.find((host) => !isLoopback(host) && !own.includes(host));
  if (remote !== undefined) return `the join list names ${remote}`;
  const servers = bootstrapExpect(config);
  return servers > 1 && !peers.some(isLoopback) ? `bootstrap_expect waits for ${servers} servers` : undefined;
}

/** True for an address beyond this machine, be it literal or from a template that finds one. */
export const isOutward = (address: string): boolean =>
  address.includes('{{')
    ? /Get(?:Private|Public|Interface)IPs?\b/.test(address) && !/"lo\d*"|127\.|::1/.test(address)
    : isDialable(address) && !isLoopback(address);
