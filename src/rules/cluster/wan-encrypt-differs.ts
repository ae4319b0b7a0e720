import { wanEntries } from '../../subjects/cluster/join.ts';
import { keyringsOf } from '../../subjects/machine/keyring.ts';
import type { Node, Peers } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';
import { isKey, isMigrating, keyOf } from './support/keys.ts';

const server = (datacenter: string, address: string, other: string, key: string): string =>
  `node_name = "${datacenter}"\ndata_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\ndatacenter = "${datacenter}"\nbind_addr = "${address}"\n` +
  `retry_join_wan = ["${other}"]\nencrypt = "${key}"\n`;

const keys = [
  'Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=',
  'T3RoZXJLZXlKdXN0QW5FeGFtcGxlT25seSEhISEhISE=',
] as const;

const estate = (key: string) => ({
  'east/consul.hcl': server('east', '10.0.0.1', '10.1.0.1', keys[0]),
  'west/consul.hcl': server('west', '10.1.0.1', '10.0.0.1', key),
});

export const wanEncryptDiffers = rule({
  id: 'cluster/wan-encrypt-differs',
  scope: 'cluster',
  source: 'cluster',
  severity: 'error',
  options: ['encrypt', 'retry_join_wan'],
  docs: {
    summary: 'Servers of federated datacenters have different gossip keys.',
    rationale:
      'The WAN is one gossip pool with one key. A server with another key does not get in: "(WAN) couldn\'t join", for as ' +
      'long as it retries (measured on 1.20), although each datacenter by itself is healthy. A keyring that a server has kept in its data ' +
      'directory comes before the key of its files; where --on-host finds one, nothing is reported.',
    bad: estate(keys[1]),
    good: estate(keys[0]),
  },
  run({ servers, peers }, report) {
    for (const server of servers) {
      const other = federated(server, peers).find((peer) => keyOf(peer) !== keyOf(server));
      if (!other) continue;
      report({
        at: server.config.at('encrypt'),
        path: 'encrypt',
        message: `this server joins ${other.name} of ${other.config.string('datacenter')} over the WAN, which has another gossip key: with these keys the datacenters cannot read each other and never join; write the same encrypt key in both`,
        related: [{ at: other.config.at('encrypt'), message: 'the other key' }],
      });
    }
  },
});

/** Servers of other datacenters in the WAN list that have a key, as this one has. */
function federated(server: Node, peers: Peers): readonly Node[] {
  if (!hasKey(server)) return [];
  return wanEntries(server.config).flatMap(({ target }) => {
    const peer = target.kind === 'host' ? peers.find(target, server) : undefined;
    const isOther =
      peer &&
      peer.config.string('datacenter')?.toLowerCase() !== server.config.string('datacenter')?.toLowerCase();
    return isOther && hasKey(peer) ? [peer] : [];
  });
}

/** True where the key of its files is the one that it uses. */
const hasKey = (server: Node): boolean =>
  isKey.test(keyOf(server)) && !isMigrating(server) && keyringsOf(server).length === 0;
