/** The servers of all datacenters, which know each other in a pool of their own. */
import type { Finding } from '../../../finding.ts';
import { named } from '../../../subjects/cluster/groups.ts';
import { groupBy } from '../../../util/collections.ts';
import { isNamed, isServer } from '../expected.ts';
import type { WanMember } from '../state.ts';
import { type Look, nodeAt } from './look.ts';

export function wanFindings(look: Look): readonly Finding[] {
  const { wan } = look.state;
  // A server that takes no part in it shows no member, and neither does a token without rights.
  if (!wan || wan.length === 0) return [];
  return [...missingServers(look, wan), ...failedServers(look, wan), ...missingDatacenters(look, wan)];
}

/** Servers of the own datacenter; each server brings those that it knows of the LAN into the pool. */
function missingServers(look: Look, wan: readonly WanMember[]): readonly Finding[] {
  const { cluster, state } = look;
  const own = wan.filter(({ datacenter, status }) => datacenter === cluster.datacenter && status === 'alive');
  // With one datacenter alone nothing goes through the pool.
  if (wan.every(({ datacenter }) => datacenter === cluster.datacenter)) return [];
  const missing = (state.members ?? []).filter(
    ({ name, status, isServer: is, joinsWan }) =>
      is && joinsWan && status === 'alive' && !own.some(({ node }) => isNamed(node)({ name })),
  );
  return missing.map(({ name }) => ({
    rule: 'live/wan-missing',
    severity: 'warning',
    message:
      `${name} is a server of ${cluster.datacenter} and not alive in the WAN pool: other datacenters do not reach it; ` +
      'the servers of its datacenter bring it in within minutes where they reach its serf_wan port (8302, TCP and UDP), so look there, and at advertise_addr_wan',
    at: nodeAt(look, name),
  }));
}

/** Those of the own datacenter are reported as members of it. */
function failedServers(look: Look, wan: readonly WanMember[]): readonly Finding[] {
  const failed = wan.filter(
    ({ datacenter, status }) => status === 'failed' && datacenter !== look.cluster.datacenter,
  );
  return failed.map(({ node, datacenter, address }) => ({
    rule: 'live/wan-failed',
    severity: 'warning',
    message: `${node} of ${datacenter} (${address}) has failed in the WAN pool: the servers of ${look.cluster.datacenter} do not reach it; start it, or look at the firewall and at advertise_addr_wan; where it is gone for good: \`consul force-leave ${node}.${datacenter}\``,
    at: nodeAt(look, node),
  }));
}

/** Datacenters that the files name, and of which no server is alive in the pool. */
function missingDatacenters(look: Look, wan: readonly WanMember[]): readonly Finding[] {
  const alive = new Set(wan.filter(({ status }) => status === 'alive').map(({ datacenter }) => datacenter));
  const apart = primaryApart(look, alive);
  return apart.length > 0 ? apart : joinsNoOther(look, wan, alive);
}

/** Seen from either side the words are the same, so that one finding is left where both are asked. */
function primaryApart({ cluster, all }: Look, alive: ReadonlySet<string>): readonly Finding[] {
  const here = cluster.datacenter ?? '';
  const apart = all.filter(isServer).flatMap(({ node, datacenter, isUnknown }) => {
    const primary = isUnknown('primary_datacenter')
      ? undefined
      : node.config.string('primary_datacenter')?.toLowerCase();
    const isApart =
      primary !== undefined &&
      primary !== datacenter &&
      ((datacenter === here && !alive.has(primary)) || (primary === here && !alive.has(datacenter)));
    return isApart ? [{ primary, datacenter, at: node.config.at('primary_datacenter') }] : [];
  });
  const groups = groupBy(apart, ({ primary, datacenter }) => `${datacenter} ${primary}`);
  return [...groups.values()].map(([first]) => ({
    rule: 'live/wan-datacenter',
    severity: 'error',
    message:
      `the servers of ${first!.datacenter} and those of its primary datacenter ${first!.primary} are not in one WAN pool: ACLs, intentions and the CA are not replicated; ` +
      'let them join (retry_join_wan), and look at the firewall between the two (port 8302, TCP and UDP, and 8300, TCP)',
    at: first!.at,
  }));
}

function joinsNoOther(
  { cluster, nodes }: Look,
  wan: readonly WanMember[],
  alive: ReadonlySet<string>,
): readonly Finding[] {
  const joining = nodes
    .filter(({ isUnknown }) => !isUnknown('retry_join_wan'))
    .filter(isServer)
    .find(({ node }) => node.config.strings('retry_join_wan').length > 0);
  const targets = joining?.node.config.strings('retry_join_wan') ?? [];
  if (!joining || alive.size > 1 || reachesOwn(targets, wan)) return [];
  const message =
    `the WAN pool of ${cluster.datacenter} has no server of another datacenter, and retry_join_wan of the files names ${named(targets)}; ` +
    'look whether servers run there, and at the firewall (port 8302, TCP and UDP)';
  const at = joining.node.config.at('retry_join_wan');
  return [{ rule: 'live/wan-datacenter', severity: 'warning', message, at }];
}

/** Whether all that is to be joined are servers that are in the pool already. */
const reachesOwn = (targets: readonly string[], wan: readonly WanMember[]): boolean =>
  targets.every((target) =>
    wan.some(({ node, datacenter, address }) =>
      [address, node, `${node}.${datacenter}`].includes(target.replace(/^\[(.*)\](?::\d+)?$|:\d+$/, '$1')),
    ),
  );
