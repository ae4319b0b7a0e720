import { rule } from '../rule.ts';
import { tokenVariable } from './support/auto-config.ts';

export const autoConfigIntroTokenAndEnv = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/intro-token-and-env',
  severity: 'warning',
  options: ['auto_config.intro_token'],
  docs: {
    summary: 'CONSUL_INTRO_TOKEN replaces auto_config.intro_token.',
    rationale: 'The agent warns of both at once, even where auto_config is off, and uses the variable.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nauto_config {\n' +
        '  intro_token = "token-of-the-file"\n}\n',
      machine: 'addresses: 10.0.0.11\nenv: CONSUL_INTRO_TOKEN=token-of-the-environment\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n',
      machine: 'addresses: 10.0.0.11\nenv: CONSUL_INTRO_TOKEN=token-of-the-environment\n',
    },
  },
  run: ({ config, host }, report) => {
    const path = 'auto_config.intro_token';
    if (config.string(path) && host.env[tokenVariable])
      report({
        path,
        message: `${path} is ignored, because ${tokenVariable} is set in the environment; remove one of the two`,
      });
  },
});
