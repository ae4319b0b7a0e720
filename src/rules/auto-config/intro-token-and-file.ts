import { rule } from '../rule.ts';
import { isOn, tokenVariable } from './support/auto-config.ts';

export const autoConfigIntroTokenAndFile = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/intro-token-and-file',
  severity: 'warning',
  options: ['auto_config.intro_token', 'auto_config.intro_token_file'],
  docs: {
    summary: 'auto_config.intro_token_file is ignored, because the token itself is set as well.',
    rationale:
      'With auto_config on and both set, the agent warns and uses auto_config.intro_token (or ' +
      'CONSUL_INTRO_TOKEN); it does not read the file.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.21"\n\nauto_config {\n  enabled = true\n' +
        '  intro_token = "token-of-the-file"\n  intro_token_file = "/etc/consul.d/intro.jwt"\n' +
        '  server_addresses = ["srv1.example.com"]\n}\n\ntls {\n  internal_rpc {\n' +
        '    ca_file = "/etc/consul.d/ca.pem"\n    verify_outgoing = true\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.21"\n\nauto_config {\n  enabled = true\n' +
        '  intro_token_file = "/etc/consul.d/intro.jwt"\n  server_addresses = ["srv1.example.com"]\n}\n\n' +
        'tls {\n  internal_rpc {\n    ca_file = "/etc/consul.d/ca.pem"\n    verify_outgoing = true\n  }\n}\n',
    },
  },
  run: (subject, report) => {
    const { config, host } = subject;
    const token = config.string('auto_config.intro_token') || host.env[tokenVariable];
    const path = 'auto_config.intro_token_file';
    if (isOn(subject) && token && config.string(path))
      report({
        path,
        message: `${path} is ignored, because the token itself is set as well; remove one of the two`,
      });
  },
});
