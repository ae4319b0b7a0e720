import { keyringsOf } from '../../subjects/machine/keyring.ts';
import { rule } from '../rule.ts';

export const keyringInvalid = rule({
  id: 'gossip/keyring-invalid',
  scope: 'node',
  source: 'host',
  severity: 'error',
  options: ['data_dir'],
  docs: {
    summary: 'The keyring of the agent is not a list of gossip keys.',
    rationale:
      'serf/local.keyring (on a server also serf/remote.keyring) must be a JSON list of keys. With anything else in it, ' +
      'or an empty list, the agent exits, whether or not the configuration has a key. Checked with --on-host only.',
    bad: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/lib/consul/serf/local.keyring': '[]\n',
    },
    good: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/lib/consul/serf/local.keyring': '["Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="]\n',
    },
  },
  run(node, report) {
    for (const { file, keys } of keyringsOf(node)) {
      if (keys) continue;
      report({
        at: node.config.at('data_dir'),
        path: 'data_dir',
        message: `${file} is not a JSON list of gossip keys, so the agent exits; move it away, and the agent writes it again from encrypt`,
      });
    }
  },
});
