import { replaceValue } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

const options = ['encrypt_verify_incoming', 'encrypt_verify_outgoing'] as const;

export const gossipVerifyOff = rule({
  id: 'gossip/verify-off',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options,
  fix: 'safe',
  docs: {
    summary: 'Unencrypted gossip is still accepted or sent.',
    rationale:
      'encrypt_verify_incoming = false lets messages without encryption in, encrypt_verify_outgoing = false sends ' +
      'them. Both are meant for rolling a key out over a running cluster, and for true afterwards.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\nencrypt_verify_incoming = false\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nencrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\nencrypt_verify_incoming = true\n',
    },
  },
  run(node, report, cluster) {
    const { config } = node;
    for (const path of options) {
      const value = config.get(path);
      if (value?.kind !== 'bool' || value.value) continue;
      // During a roll-out, agents without the key, or with the old one, would be cut off.
      const keys = new Set((cluster?.agents ?? [node]).map((agent) => agent.config.string('encrypt') ?? ''));
      const haveKey = keys.size === 1 && !keys.has('');
      const does = path === 'encrypt_verify_incoming' ? 'accepts' : 'sends';
      report({
        at: value,
        path,
        message: `${path} is false: the agent still ${does} unencrypted gossip; write true once all agents have the key`,
        fix: { title: `Set ${path} to true`, safe: haveKey, edits: [replaceValue(value, 'true')] },
      });
    }
  },
});
