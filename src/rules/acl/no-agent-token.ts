import { isFragment } from '../../subjects/agent/predicates.ts';
import { deniesByDefault, hasToken, keepsTokens, mayGetTokens } from '../../subjects/agent/tokens.ts';
import { rule } from '../rule.ts';

export const noAgentToken = rule({
  id: 'acl/no-agent-token',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'info',
    warning:
      'where the agent requests its certificate by auto_encrypt, and nothing else in sight may give it a token, nor data_dir keep one',
  },
  options: ['acl.enabled', 'acl.default_policy', 'acl.tokens', 'auto_encrypt.tls'],
  docs: {
    summary: 'ACLs deny by default, and no file gives the agent a token.',
    rationale:
      'An agent does what it does of itself with acl.tokens.agent, else with acl.tokens.default, else without a token. Without ' +
      'them a client logged "Node info update blocked by ACLs … anonymous token" and stayed without addresses in the ' +
      'catalog. With auto_encrypt.tls it did not come up at all: "AutoEncrypt.Sign RPC failed … anonymous token lacks ' +
      "permission 'node:write'\", and no HTTP listener to which a token could be given (1.16.4, 1.20.2 and 1.23). Clients " +
      'with auto_config get their token from the servers. Where acl.enable_token_persistence keeps tokens that were set ' +
      'through the API, nothing is missing, but for auto_encrypt.',
    bad: { 'consul.hcl': example('') },
    good: {
      'consul.hcl': example('\n  tokens {\n    agent = "2c7f0f5e-6d1e-4f0c-9a57-3b0c1f7a9e55"\n  }\n'),
    },
  },
  run(node, report, cluster) {
    const { config } = node;
    if (isFragment(node) || config.bool('auto_config.enabled') === true) return;
    if (!deniesByDefault(node, cluster) || hasToken(config, 'agent', 'default')) return;
    const isStuck = config.bool('auto_encrypt.tls') === true;
    // The manifest reports it for all its clients at once.
    if (isStuck ? node.isFromManifest : keepsTokens(config)) return;
    // A token that was set through the API before auto_encrypt was.
    const mayKeep = keepsTokens(config);
    const mayGet = mayGetTokens(node) || mayKeep;
    if (mayGet && !isStuck) return;
    report({
      at: config.at(isStuck ? 'auto_encrypt.tls' : 'acl.enabled'),
      path: 'acl.tokens.agent',
      ...(isStuck && !mayGet && { severity: 'warning' }),
      message: isStuck
        ? 'auto_encrypt.tls requests a certificate with the agent token, and no file sets acl.tokens.agent or ' +
          'acl.tokens.default, so that servers that deny by default refuse it and the agent does not come up' +
          `${mayKeep ? ', unless data_dir keeps a token that was set through the API' : ''}; write acl.tokens.agent`
        : 'the ACLs deny by default, and no file sets acl.tokens.agent or acl.tokens.default, so that until a token is set through ' +
          'the API, after each start, the agent cannot register its node or its services; write acl.tokens.agent, or ' +
          'acl.enable_token_persistence = true, which keeps tokens that the API sets',
    });
  },
});

function example(tokens: string): string {
  return (
    'data_dir = "/var/lib/consul"\nretry_join = ["10.0.0.11"]\n\nacl {\n  enabled = true\n  default_policy = "deny"\n' +
    `${tokens}}\n\nauto_encrypt {\n  tls = true\n}\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n` +
    '    verify_outgoing = true\n  }\n}\n'
  );
}
