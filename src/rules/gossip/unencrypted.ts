import { gossipAddress, isFragment, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { keyringsOf } from '../../subjects/machine/keyring.ts';
import { isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

const advice =
  'generate a key with `consul keygen` and write the same on all agents, best in a separate file';
const adviceInChart =
  'write `global.gossipEncryption: { autoGenerate: true }` into the values of the chart, which then makes the key';
const adviceInManifest =
  'write `encrypt: { generate: secrets/gossip.key }` under `config`, and the key is generated';

export const gossipUnencrypted = rule({
  id: 'gossip/unencrypted',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['encrypt'],
  runWhenUnset: true,
  docs: {
    summary: 'Gossip is neither encrypted nor authenticated.',
    rationale:
      'Anyone who reaches the gossip port can join the cluster, read its members and mark nodes as failed. 126 of 214 ' +
      'public repositories have no key. An agent that advertises 127.0.0.1 and listens on 0.0.0.0 is as open: an agent of ' +
      'another machine joined it without a key (1.16, 1.20 and 1.23). One that listens on a loopback address is left alone.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n',
    },
  },
  run(node, report) {
    const { config } = node;
    // What it advertises does not close the port: that is open where it listens.
    if (config.string('encrypt') || isFragment(node) || isLoopback(gossipAddress(config))) return;
    // The key may come from a flag, or from what starts the agent.
    if (maySetElsewhere(node, 'encrypt')) return;
    // An agent that configures itself gets the key from the servers.
    if (config.bool('auto_config.enabled') === true) return;
    // An agent with a keyring has its key there.
    if (keyringsOf(node).some(({ keys }) => keys)) return;
    report({
      at: config.at('encrypt'),
      path: 'encrypt',
      message: `encrypt is not set: anyone who reaches the gossip port can join this cluster; ${
        node.container?.chart ? adviceInChart : node.isFromManifest ? adviceInManifest : advice
      }`,
    });
  },
});
