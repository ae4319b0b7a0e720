import { holdsKey, keyringsOf } from '../../subjects/machine/keyring.ts';
import { rule } from '../rule.ts';

export const keyringDiffers = rule({
  id: 'gossip/keyring-differs',
  scope: 'node',
  source: 'host',
  severity: 'warning',
  options: ['encrypt', 'data_dir'],
  docs: {
    summary: 'The gossip key of the configuration is not in the keyring of the agent.',
    rationale:
      'At its first start the agent writes the key into serf/local.keyring below data_dir (a server also into ' +
      'serf/remote.keyring), and from then on it reads the key there: with another one in the configuration it only ' +
      'logs a line. Checked with --on-host only.',
    bad: {
      'etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/lib/consul/serf/local.keyring': '["QW5vdGhlcktleVRoYXRJc05vdFJlYWxFaXRoZXIhISE="]\n',
    },
    good: {
      'etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/lib/consul/serf/local.keyring': '["Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="]\n',
    },
  },
  run(node, report) {
    const key = node.config.string('encrypt');
    if (!key) return;
    for (const { file, keys } of keyringsOf(node)) {
      if (!keys || holdsKey(keys, key)) continue;
      report({
        at: node.config.at('encrypt'),
        path: 'encrypt',
        message: `this key is not in ${file}, and the agent uses only the keys in that file: this one has no effect; install it with \`consul keyring -install\` and \`-use\`, or write the one that is in use`,
      });
    }
  },
});
