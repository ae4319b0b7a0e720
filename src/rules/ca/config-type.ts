import { rule } from '../rule.ts';
import { checksSettings, root, settingsOf } from './support/ca.ts';

export const caConfigType = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ca/config-type',
  severity: 'error',
  options: [root],
  docs: {
    summary: 'A setting of the certificate authority is not of its type.',
    rationale:
      'The agent converts these settings leniently ("72" for 72), and refuses those that cannot be ' +
      'converted: durations without a unit that Go knows, and words where a number or a boolean ' +
      'belongs. Without connect.ca_provider it does not read them.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "consul"\n\n  ca_config {\n    leaf_cert_ttl = "3d"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "consul"\n\n  ca_config {\n    leaf_cert_ttl = "72h"\n  }\n}\n',
    },
  },
  run: (subject, report) => {
    if (!checksSettings(subject)) return;
    settingsOf(subject, (path) =>
      report({
        path,
        message: `${path} cannot be converted to the type of this setting; write durations as "72h", numbers as whole numbers, booleans as true or false`,
      }),
    );
  },
});
