import { texts } from '../forms/values.ts';
import { oneOf } from '../message.ts';
import { providers } from './support/ca.ts';

export const caProvider = texts({
  id: 'ca/provider',
  options: ['connect.ca_provider'],
  docs: {
    summary: 'The certificate authority is not one that Consul knows.',
    rationale:
      'connect.ca_provider is consul, vault or aws-pca, in lower case. The agent refuses anything else.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "Vault"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "consul"\n}\n',
    },
  },
  wants: oneOf(providers),
  accepts: (text) => text === '' || providers.includes(text),
});
