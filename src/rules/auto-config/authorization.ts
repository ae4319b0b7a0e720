import { rule } from '../rule.ts';
import { authorization, exampleOf, isAuthorizing } from './support/auto-config-authorization.ts';

export const autoConfigAuthorization = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/authorization',
  severity: 'error',
  options: [
    `${authorization}.enabled`,
    'server',
    'tls.internal_rpc.cert_file',
    'acl.enable_token_replication',
  ],
  docs: {
    summary: 'An agent that is to authorize clients lacks what that needs.',
    rationale:
      'auto_config.authorization.enabled is for servers and needs tls.internal_rpc.cert_file. In a ' +
      'secondary datacenter with ACLs it needs acl.enable_token_replication, too. Otherwise the agent ' +
      'refuses its configuration.',
    bad: { 'consul.hcl': exampleOf('', false) },
    good: { 'consul.hcl': exampleOf() },
  },
  run: (subject, report) => {
    if (!isAuthorizing(subject)) return;
    const { config, server } = subject;
    const path = `${authorization}.enabled`;
    const secondary = config.string('primary_datacenter') !== config.string('datacenter');
    if (config.bool('acl.enabled') && secondary && !config.bool('acl.enable_token_replication')) {
      report({
        path,
        message: `${path} outside of the primary datacenter creates tokens for clients, so with ACLs it needs acl.enable_token_replication = true`,
      });
    }
    if (!server) report({ path, message: `${path} is for servers; remove it from this client` });
    if (!config.string('tls.internal_rpc.cert_file'))
      report({
        path,
        message: `${path} sends secrets to clients, so the server needs a certificate; write tls.internal_rpc.cert_file and key_file`,
      });
  },
});
