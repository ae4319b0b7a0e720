import type { Config } from '../../model/config.ts';
import { bootstrapExpect, bootstrapsAlone, isRoleName, isServer } from '../../subjects/agent/predicates.ts';
import { joinEntries, joinsOtherwise } from '../../subjects/cluster/join.ts';
import { isSelf, ownAddresses } from '../../subjects/cluster/peers.ts';
import type { Node } from '../../subjects/subjects.ts';
import { isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const selfOnly = rule({
  id: 'join/self-only',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning:
      'where another agent in sight joins it, so that it does not stay alone, or where nothing but the name of its directory ' +
      'says that the agent is the one listed',
  },
  unless: 'unless other servers join it, or a flag names them',
  options: ['retry_join'],
  docs: {
    summary: 'A join list names only the node itself.',
    rationale:
      'Joining itself counts as success, the retries end, and the agent stays alone. In a cluster of one server ' +
      'this is right, and systemd units with Type=notify need it.',
    bad: {
      'consul.hcl':
        'node_name = "srv1"\ndata_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\nretry_join = ["srv1"]\n',
    },
    good: {
      'consul.hcl':
        'node_name = "srv1"\ndata_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\nretry_join = ["srv1"]\n',
    },
  },
  run(node, report, cluster) {
    const { config } = node;
    // A server that expects no others may join an existing cluster by a flag, unless the whole cluster is known.
    const mayBeAlone = isServer(node) && bootstrapExpect(config) < 2 && (cluster?.servers.length ?? 1) < 2;
    if (bootstrapsAlone(config) || mayBeAlone) return;
    const entries = joinEntries(config).filter(({ target }) => target.kind !== 'invalid');
    if (entries.length === 0 || joinsOtherwise(config)) return;
    const leadsElsewhere = entries.some(({ target, text }) =>
      target.kind === 'host'
        ? isLoopback(target.host) || !isSelf(target, node)
        : !isOwnTemplate(text, config),
    );
    if (leadsElsewhere) return;
    const isJoined = cluster?.agents.some(
      (other) =>
        other !== node &&
        cluster.peers
          .entries(other)
          .some(({ target }) => target.kind === 'host' && cluster.peers.find(target, other) === node),
    );
    const guess = entries.find(({ target }) => target.kind === 'host' && isOnlyNamedAlike(target.host, node));
    report({
      at: entries[0]!.at,
      path: 'retry_join',
      ...((isJoined || guess) && { severity: 'warning' }),
      message:
        (guess ? `if this agent is the one that is called ${guess.text}, ` : '') +
        'the join list leads only to the agent itself: that counts as joined, the retries end, and ' +
        `${isJoined ? 'it waits for others to join it' : 'it stays alone'}; list the other servers`,
    });
  },
});

/** A directory may be called after a role, or after a service of which several run. */
const isOnlyNamedAlike = (host: string, node: Node): boolean =>
  !node.container &&
  !ownAddresses(node).includes(host) &&
  node.config.string('node_name') === undefined &&
  node.host !== undefined &&
  isRoleName(node.host);

/** The template of the own address gives the own address; without one, the agent advertises its private address. */
function isOwnTemplate(text: string, config: Config): boolean {
  if (!text.includes('{{')) return false;
  const own = ['advertise_addr', 'bind_addr'].map((key) => config.string(key)).find(Boolean);
  const plain = (template: string): string => template.replace(/\s+/g, '');
  return plain(text) === (own?.includes('{{') ? plain(own) : own ? '' : '{{GetPrivateIP}}');
}
