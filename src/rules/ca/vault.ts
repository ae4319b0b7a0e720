import { find, stringAt } from '../../model/value-path.ts';
import { rule } from '../rule.ts';
import { providerOf, root, settingsOf } from './support/ca.ts';

export const caVault = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ca/vault',
  severity: 'error',
  options: [
    'connect.ca_provider',
    ...['token', 'auth_method', 'root_pki_path', 'intermediate_pki_path'].map((key) => `${root}.${key}`),
  ],
  docs: {
    summary:
      'Vault as certificate authority lacks its token, login or mounts, or has both a token and a ' +
      'login.',
    rationale:
      'The agent refuses Vault without exactly one of token and auth_method, and without ' +
      'intermediate_pki_path. root_pki_path is needed in the primary datacenter, before 1.17 in every ' +
      'datacenter.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "vault"\n\n  ca_config {\n    address = "https://vault.example.com:8200"\n' +
        '    root_pki_path = "connect-root"\n    intermediate_pki_path = "connect-intermediate"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nconnect {\n  enabled = true\n' +
        '  ca_provider = "vault"\n\n  ca_config {\n    address = "https://vault.example.com:8200"\n' +
        '    root_pki_path = "connect-root"\n    intermediate_pki_path = "connect-intermediate"\n    \n' +
        '    auth_method {\n      type = "approle"\n    }\n  }\n}\n',
    },
  },
  run: (subject, report) => {
    if (providerOf(subject) !== 'vault') return;
    const { config, isAtLeast } = subject;
    const settings = settingsOf(subject);
    const isSet = (key: string): boolean => Boolean(stringAt(settings, key)?.value);
    const login = find(settings, 'auth_method') !== undefined;
    if (!isSet('token') && !login)
      report({
        path: root,
        message: `${root} has neither a token nor an auth_method, so the agent cannot log in to Vault; write one of them`,
      });
    if (isSet('token') && login)
      report({
        path: `${root}.token`,
        message: `${root} has both a token and an auth_method for Vault; remove one of them`,
        related: [{ path: `${root}.auth_method`, message: 'the login' }],
      });
    const isPrimary = config.string('primary_datacenter') === config.string('datacenter');
    if (!isSet('root_pki_path') && (isPrimary || !isAtLeast('1.17')))
      report({
        path: root,
        message: `${root} needs root_pki_path: the mount of the PKI engine for the root`,
      });
    if (!isSet('intermediate_pki_path'))
      report({
        path: root,
        message: `${root} needs intermediate_pki_path: the mount of the PKI engine for intermediates`,
      });
  },
});
