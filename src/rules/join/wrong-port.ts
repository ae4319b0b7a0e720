import { isFragment } from '../../subjects/agent/predicates.ts';
import { type HostTarget, type JoinEntry, joinEntries } from '../../subjects/cluster/join.ts';
import { serfPort } from '../../subjects/cluster/peers.ts';
import { replaceValue } from '../../subjects/edits.ts';
import type { Cluster, Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

export const wrongPort = rule({
  id: 'join/wrong-port',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'warning', error: 'where no other entry of the list reaches the gossip port' },
  options: ['retry_join', 'ports.serf_lan'],
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
    const entries = joinEntries(node.config);
    const wrong = entries.flatMap((entry) => {
      const right = rightPort(entry, node, cluster);
      return right === undefined ? [] : [{ entry, right }];
    });
    const reaching = entries.filter(({ target }) => target.kind !== 'invalid').length - wrong.length;
    for (const { entry, right } of wrong) {
      const port = (entry.target as HostTarget).port;
      report({
        at: entry.at,
        path: entry.path,
        ...(reaching === 0 && { severity: 'error' }),
        message:
          `port ${port} is ${service[port!] ?? 'not the gossip port'}; joining goes to the Serf LAN port, which is ` +
          `${right}${reaching === 0 ? ', and no other entry of this list reaches it' : ''}: ` +
          `write ${hostText(entry)}${right === serfPort(node) ? ' without a port' : `:${right}`}`,
        fix: { title: 'Name the gossip port', safe: true, edits: [corrected(entry, right, node)] },
      });
    }
  },
});

const service: Readonly<Record<number, string>> = {
  8300: 'the port of server RPC',
  8302: 'the Serf WAN port',
  8500: 'the HTTP port',
  8501: 'the HTTPS port',
  8502: 'the gRPC port',
  8503: 'the gRPC TLS port',
  8600: 'the DNS port',
};

/** The port that the entry should name; undefined where it does, or where the port is not known. */
function rightPort({ target }: JoinEntry, node: Node, cluster: Cluster | undefined): number | undefined {
  if (target.kind !== 'host' || target.port === undefined) return undefined;
  const peer = cluster?.peers.find(target, node);
  if (peer && !isFragment(peer)) return serfPort(peer) === target.port ? undefined : serfPort(peer);
  // Another machine may use another port, but hardly one that Consul uses for something else.
  if (!(target.port in service) || target.port === serfPort(node)) return undefined;
  return serfPort(node);
}

const hostText = ({ text }: JoinEntry): string => text.replace(/:\d+$/, '');

function corrected(entry: JoinEntry, right: number, node: Node) {
  const text = hostText(entry);
  return replaceValue(entry.at, JSON.stringify(right === serfPort(node) ? text : `${text}:${right}`));
}
