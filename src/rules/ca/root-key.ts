import { stringAt } from '../../model/value-path.ts';
import { rule } from '../rule.ts';
import { providerOf, root, settingsOf } from './support/ca.ts';

export const caRootKey = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ca/root-key',
  severity: 'error',
  options: [`${root}.root_cert`, `${root}.private_key`],
  docs: {
    summary: 'A root certificate is set without its private key.',
    rationale:
      'The built-in authority signs with the key of its root certificate. The agent refuses root_cert ' +
      'without private_key.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "consul"\n\n  ca_config {\n    root_cert = "-----BEGIN CERTIFICATE-----"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "consul"\n}\n',
    },
  },
  run: (subject, report) => {
    if (providerOf(subject) !== 'consul') return;
    const settings = settingsOf(subject);
    if (!stringAt(settings, 'root_cert')?.value || stringAt(settings, 'private_key')?.value) return;
    report({
      path: `${root}.root_cert`,
      message: `${root}.root_cert is set without private_key, so the authority could not sign; write both, or neither`,
    });
  },
});
