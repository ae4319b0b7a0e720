import { textAt } from '../../model/value-path.ts';
import { isFragment } from '../../subjects/agent/predicates.ts';
import { deniesByDefault, hasToken, keepsTokens, mayGetTokens } from '../../subjects/agent/tokens.ts';
import { rule } from '../rule.ts';
import { registeredServices } from '../services/support/registered.ts';

export const noServiceToken = rule({
  id: 'acl/no-service-token',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    info: 'where acl.enable_token_persistence is true, or something in sight may give the agent its tokens',
  },
  options: ['services', 'acl.tokens.agent'],
  docs: {
    summary: 'ACLs deny by default, and the services of the files have no token.',
    rationale:
      'Services of files are registered with their own token, else with acl.tokens.config_file_service_registration, else ' +
      'with acl.tokens.default, and never with acl.tokens.agent. With the agent token alone the service stayed out of the ' +
      'catalog, and the agent logged "Service registration blocked by ACLs … anonymous token" (1.16.4, 1.20.2 and 1.23).',
    bad: { 'consul.hcl': example('') },
    good: {
      'consul.hcl': example(
        '    config_file_service_registration = "9d1b6c3a-80f4-4e4d-8f2f-5a1f3f6b7c10"\n',
      ),
    },
  },
  run(node, report, cluster) {
    const { config } = node;
    // Without any token there is one finding for the agent, its services and DNS.
    if (isFragment(node) || !deniesByDefault(node, cluster) || !hasToken(config, 'agent')) return;
    if (hasToken(config, 'default', 'config_file_service_registration')) return;
    const without = registeredServices(config).filter(({ service }) => textAt(service, 'token') === '');
    const [first] = without;
    if (!first) return;
    const isCertain = !keepsTokens(config) && !mayGetTokens(node);
    const others = without.length > 1 ? ` and ${without.length - 1} more` : '';
    report({
      at: first.service.members.get('name')?.value ?? first.service,
      path: `${first.path}.token`,
      ...(!isCertain && { severity: 'info' }),
      message:
        `service ${first.id}${others} would be registered without a token, since acl.tokens.agent is not for services: ` +
        `${isCertain ? '' : 'unless the API sets one, '}the ACLs deny it, and it stays out of the catalog; write ` +
        'acl.tokens.config_file_service_registration with a token that may write services, or a token in the service',
    });
  },
});

function example(token: string): string {
  return (
    'data_dir = "/var/lib/consul"\nretry_join = ["10.0.0.11"]\n\nacl {\n  enabled = true\n  default_policy = "deny"\n\n' +
    `  tokens {\n    agent = "2c7f0f5e-6d1e-4f0c-9a57-3b0c1f7a9e55"\n${token}  }\n}\n\nservice {\n  name = "web"\n  port = 80\n}\n`
  );
}
