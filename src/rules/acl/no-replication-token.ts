import { aclsEnabled, isFragment, isPlaceholder, isServer } from '../../subjects/agent/predicates.ts';
import { hasToken, keepsTokens, mayGetTokens } from '../../subjects/agent/tokens.ts';
import { rule } from '../rule.ts';

const secondary =
  'data_dir = "/var/lib/consul"\nserver = true\ndatacenter = "dc2"\nprimary_datacenter = "dc1"\nretry_join_wan = ["10.0.0.11"]\n';

export const noReplicationToken = rule({
  id: 'acl/no-replication-token',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    info: 'where acl.enable_token_persistence is true, or something in sight may give the agent its tokens',
  },
  options: ['primary_datacenter', 'acl.enabled', 'acl.tokens.replication'],
  docs: {
    summary: 'A server of a secondary datacenter has no token to copy ACLs with.',
    rationale:
      'Servers of a secondary datacenter copy policies and roles with acl.tokens.replication, and tokens as well where ' +
      'acl.enable_token_replication is true. Without the token they wait for it, log nothing, and look up each token in the ' +
      'primary datacenter: when that was down, every request was denied ("primary-dc-down"), and with the token all went on. ' +
      'Without it, or without enable_token_replication, the secondary refuses tokens of its own ("Local tokens are ' +
      'disabled"; 1.16.4, 1.20.2 and 1.23).',
    bad: { 'consul.hcl': `${secondary}\nacl {\n  enabled = true\n  default_policy = "deny"\n}\n` },
    good: {
      'consul.hcl':
        `${secondary}\nacl {\n  enabled = true\n  default_policy = "deny"\n\n` +
        '  tokens {\n    replication = "9d1b6c3a-80f4-4e4d-8f2f-5a1f3f6b7c10"\n  }\n}\n',
    },
  },
  run(node, report) {
    const { config } = node;
    const [primary, own] = ['primary_datacenter', 'datacenter'].map((key) => config.string(key) ?? '');
    if (!isServer(node) || isFragment(node) || !aclsEnabled(config) || !primary) return;
    if (isPlaceholder(primary) || isPlaceholder(own!) || primary.toLowerCase() === own!.toLowerCase()) return;
    if (hasToken(config, 'replication') || node.isFromManifest) return;
    const isCertain = !keepsTokens(config) && !mayGetTokens(node);
    const path = 'acl.enable_token_replication';
    const copies = config.bool(path) === true;
    report({
      at: config.at(copies ? path : 'acl.enabled'),
      path: 'acl.tokens.replication',
      ...(!isCertain && { severity: 'info' }),
      message:
        `this server copies ${copies ? 'policies, roles and tokens' : 'policies and roles'} from datacenter ${primary}, and ` +
        `${isCertain ? 'no file gives it a token for that' : 'no file shows its token for that'}: while ${primary} cannot be ` +
        `reached, all requests are denied here; write acl.tokens.replication${isCertain ? '' : ', unless the API sets it'}`,
    });
  },
});
