import { isFragment } from '../../subjects/agent/predicates.ts';
import { type HostTarget, type JoinEntry, joinEntries, wanEntries } from '../../subjects/cluster/join.ts';
import { serfPort, wanPort } from '../../subjects/cluster/peers.ts';
import { replaceValue } from '../../subjects/edits.ts';
import type { Cluster, Node } from '../../subjects/subjects.ts';
import { type Reported, rule } from '../rule.ts';

export const wrongPort = rule({
  id: 'join/wrong-port',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'warning', error: 'where no other entry of the list reaches the gossip port' },
  options: ['retry_join', 'ports.serf_lan', 'retry_join_wan', 'start_join_wan'],
  fix: 'safe',
  docs: {
    summary: 'A join entry names a port that is not the gossip port.',
    rationale:
      'Joining uses Serf, at port 8301 unless ports.serf_lan changes it. At 8300, 8500 or 8600 another protocol answers, ' +
      'or none; where no entry reached the right port, no leader was elected.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1", "srv2:8300"]\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1", "srv2:8301"]\n' },
  },
  run(node, report, cluster) {
    const lan: Pool = { name: 'LAN', own: serfPort(node), right: (entry) => lanPort(entry, node, cluster) };
    const wan: Pool = {
      name: 'WAN',
      own: wanPort(node),
      right: (entry) => portOf(entry, wanPort(node), 8302),
    };
    const { config } = node;
    for (const found of [...wrongIn(joinEntries(config), lan), ...wrongIn(wanEntries(config), wan)])
      report(found);
  },
});

/** The gossip that a list is for. */
interface Pool {
  readonly name: 'LAN' | 'WAN';
  /** The port that the node itself uses. */
  readonly own: number;
  /** The port that an entry should name; undefined where it does, or where the port is not known. */
  readonly right: (entry: JoinEntry) => number | undefined;
}

function wrongIn(entries: readonly JoinEntry[], { name, own, right: rightOf }: Pool): Reported[] {
  const wrong = entries.flatMap((entry) => {
    const right = rightOf(entry);
    return right === undefined ? [] : [{ entry, right }];
  });
  const reaching = entries.filter(({ target }) => target.kind !== 'invalid').length - wrong.length;
  return wrong.map(({ entry, right }) => {
    const port = (entry.target as HostTarget).port;
    const text = hostText(entry);
    return {
      at: entry.at,
      path: entry.path,
      ...(reaching === 0 && { severity: 'error' }),
      message:
        `port ${port} is ${service[port!] ?? 'not the gossip port'}; joining goes to the Serf ${name} port, which is ` +
        `${right}${reaching === 0 ? ', and no other entry of this list reaches it' : ''}: ` +
        `write ${text}${right === own ? ' without a port' : `:${right}`}`,
      fix: {
        title: 'Name the gossip port',
        safe: true,
        edits: [replaceValue(entry.at, JSON.stringify(right === own ? text : `${text}:${right}`))],
      },
    };
  });
}

const service: Readonly<Record<number, string>> = {
  8300: 'the port of server RPC',
  8301: 'the Serf LAN port',
  8302: 'the Serf WAN port',
  8500: 'the HTTP port',
  8501: 'the HTTPS port',
  8502: 'the gRPC port',
  8503: 'the gRPC TLS port',
  8600: 'the DNS port',
};

function lanPort(entry: JoinEntry, node: Node, cluster: Cluster | undefined): number | undefined {
  const { target } = entry;
  if (target.kind !== 'host' || target.port === undefined) return undefined;
  const peer = cluster?.peers.find(target, node);
  if (peer && !isFragment(peer)) return serfPort(peer) === target.port ? undefined : serfPort(peer);
  return portOf(entry, serfPort(node), 8301);
}

/** Another machine may use another port or the usual one, but hardly one that Consul uses for something else. */
function portOf({ target }: JoinEntry, own: number, usual: number): number | undefined {
  if (target.kind !== 'host' || target.port === undefined) return undefined;
  return target.port in service && target.port !== own && target.port !== usual ? own : undefined;
}

const hostText = ({ text }: JoinEntry): string => text.replace(/:\d+$/, '');
