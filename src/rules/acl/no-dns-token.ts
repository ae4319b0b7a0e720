import { isAtLeast } from '../../options/releases/versions.ts';
import { isFragment } from '../../subjects/agent/predicates.ts';
import { deniesByDefault, hasToken, keepsTokens } from '../../subjects/agent/tokens.ts';
import { rule } from '../rule.ts';

export const noDnsToken = rule({
  id: 'acl/no-dns-token',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  options: ['acl.tokens.agent', 'acl.tokens.config_file_service_registration'],
  docs: {
    summary: 'ACLs deny by default, and DNS has no token.',
    rationale:
      'DNS looks up with acl.tokens.dns (since 1.17), else with acl.tokens.default, else without a token, and never with ' +
      'acl.tokens.agent. With the agent token alone every service was NXDOMAIN, consul.service.consul included, and with ' +
      'either of the others it was found (1.16.4, 1.20.2 and 1.23). A policy of the anonymous token does it as well, which ' +
      'no file shows, and so does a token that was set through the API and is kept (acl.enable_token_persistence).',
    bad: { 'consul.hcl': example('') },
    good: { 'consul.hcl': example('    dns = "9d1b6c3a-80f4-4e4d-8f2f-5a1f3f6b7c10"\n') },
  },
  run(node, report, cluster) {
    const { config } = node;
    if (isFragment(node) || !deniesByDefault(node, cluster) || (config.number('ports.dns') ?? 0) <= 0) return;
    if (!hasToken(config, 'agent', 'config_file_service_registration') || hasToken(config, 'default', 'dns'))
      return;
    // A token that the API sets is kept.
    if (keepsTokens(config)) return;
    const wanted = isAtLeast(node.version, '1.17') ? 'acl.tokens.dns' : 'acl.tokens.default';
    report({
      at: config.at('acl.tokens'),
      path: wanted,
      message:
        'no token is for DNS: it looks up without one, and unless the anonymous token may read nodes and services, or a token ' +
        `was set through the API, it finds no service; write ${wanted} with a token that may read them`,
    });
  },
});

function example(token: string): string {
  return (
    'data_dir = "/var/lib/consul"\nretry_join = ["10.0.0.11"]\n\nacl {\n  enabled = true\n  default_policy = "deny"\n\n' +
    `  tokens {\n    agent = "2c7f0f5e-6d1e-4f0c-9a57-3b0c1f7a9e55"\n${token}  }\n}\n`
  );
}
