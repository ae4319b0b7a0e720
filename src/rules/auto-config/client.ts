import { joins } from '../../model/network.ts';
import { rule } from '../rule.ts';
import { isOn, tokenVariable } from './support/auto-config.ts';

export const autoConfigClient = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/client',
  severity: {
    default: 'error',
    warning: 'where the environment or another file may give it',
  },
  needsWholeConfig: true,
  unless: 'unless the environment or another file gives it',
  options: [
    'auto_config.enabled',
    'server',
    'tls.internal_rpc.verify_outgoing',
    'auto_config.intro_token',
    'auto_config.intro_token_file',
    'auto_config.server_addresses',
  ],
  docs: {
    summary: 'A client with auto_config lacks TLS, an intro token or servers to ask, or is a server.',
    rationale:
      'The agent refuses auto_config.enabled without tls.internal_rpc.verify_outgoing ' +
      '(verify_server_hostname implies it), without a token in auto_config.intro_token, ' +
      'auto_config.intro_token_file or CONSUL_INTRO_TOKEN, without auto_config.server_addresses, and ' +
      'on a server.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.21"\n\nauto_config {\n  enabled = true\n' +
        '  intro_token_file = "/etc/consul.d/intro.jwt"\n  server_addresses = ["srv1.example.com"]\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.21"\n\nauto_config {\n  enabled = true\n' +
        '  intro_token_file = "/etc/consul.d/intro.jwt"\n  server_addresses = ["srv1.example.com"]\n}\n\n' +
        'tls {\n  internal_rpc {\n    ca_file = "/etc/consul.d/ca.pem"\n    verify_outgoing = true\n  }\n}\n',
    },
  },
  run: (subject, report) => {
    if (!isOn(subject)) return;
    const { config, server, host } = subject;
    const path = 'auto_config.enabled';
    const verifies =
      config.bool('tls.internal_rpc.verify_outgoing') ||
      config.bool('tls.internal_rpc.verify_server_hostname');
    if (!verifies)
      report({
        path,
        message: `${path} exchanges secrets with the servers, so it needs TLS; write tls.internal_rpc.verify_outgoing = true`,
      });
    if (server)
      report({
        path,
        message: `${path} is for clients, and this is a server; write auto_config.authorization`,
        related: [{ path: 'server', message: 'the role is set here' }],
      });
    const hasToken =
      config.string('auto_config.intro_token') ||
      config.string('auto_config.intro_token_file') ||
      host.env[tokenVariable];
    if (!hasToken)
      report({
        path,
        message: `${path} needs an intro token; write auto_config.intro_token or auto_config.intro_token_file, or set ${tokenVariable} in the environment`,
      });
    if (joins(config.strings('auto_config.server_addresses')) === 'none') {
      const addresses = 'auto_config.server_addresses';
      report({
        path,
        message: `${path} needs servers to ask; write ${addresses}`,
        related: [{ path: addresses, message: 'this list has no address' }],
      });
    }
  },
});
