/** Access control: tokens, policies and what happens without them. */
import { token } from '../../grammars/names.ts';
import { duration } from '../../grammars/time.ts';
import { block, bool, list, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const decisions = ['allow', 'deny'];
export const defaultPolicy = words(decisions, { orEmpty: true, refusedBy: 'start' });
export const intentionPolicy = words(decisions, { orEmpty: true, refusedBy: 'none' });
export const downPolicy = words(['allow', 'deny', 'extend-cache', 'async-cache'], {
  orEmpty: true,
  refusedBy: 'start',
});

const providerToken = section(() => ({
  accessor_id: option(token, 'Accessor ID of the provider token.', { enterprise: 'ignored' }),
  secret_id: option(token, 'Secret of the provider token.', { enterprise: 'ignored', secret: true }),
}));

const tokens = section(() => ({
  initial_management: option(
    token,
    'Secret of the first management token, created when the ACL system starts for the first time. Without it, run `consul acl bootstrap`.',
    { secret: true },
  ),
  agent: option(
    token,
    'Token for what the agent does of itself, such as keeping its own node in the catalog. Falls back to `default`.',
    { secret: true, reload: true },
  ),
  default: option(token, 'Token for API and DNS requests that bring none.', { secret: true, reload: true }),
  agent_recovery: option(
    token,
    'Token for this one agent’s API that works while no server answers. Keep it for emergencies.',
    { secret: true, reload: true },
  ),
  replication: option(
    token,
    'Token with which a secondary datacenter copies ACLs, intentions and config entries from the primary.',
    { secret: true, reload: true },
  ),
  config_file_service_registration: option(
    token,
    'Token for registering the services and checks of the configuration files. Falls back to `default`.',
    { secret: true, reload: true },
  ),
  dns: option(token, 'Token for looking up what DNS answers need. Falls back to `default`.', {
    since: '1.17',
    secret: true,
    reload: true,
  }),
  managed_service_provider: option(
    list(block('ProviderToken', providerToken)),
    'Tokens for whoever runs the cluster as a service.',
    {
      enterprise: 'ignored',
    },
  ),
  master: option(token, 'Deprecated name of initial_management.', {
    secret: true,
    deprecated: { since: '1.11', use: 'acl.tokens.initial_management' },
  }),
  agent_master: option(token, 'Deprecated name of agent_recovery.', {
    secret: true,
    reload: true,
    deprecated: { since: '1.11', use: 'acl.tokens.agent_recovery' },
  }),
}));

export const acl = section(() => ({
  enabled: option(bool, 'Turns access control on. Every agent of the datacenter must agree.', {
    default: false,
  }),
  default_policy: option(
    defaultPolicy,
    'What happens to a request that no rule covers. `allow` leaves everything open that is not denied; production wants `deny`.',
    { default: 'allow' },
  ),
  down_policy: option(
    downPolicy,
    'What to do while a token cannot be looked up: `extend-cache` and `async-cache` go on with what is known, `deny` and `allow` do as they say.',
    { default: 'extend-cache' },
  ),
  enable_token_persistence: option(
    bool,
    'Keeps tokens that were set through the API in data_dir, so that they survive a restart.',
    { default: false, reload: true },
  ),
  enable_token_replication: option(
    bool,
    'Copies tokens, not only policies and roles, into this secondary datacenter.',
    {
      default: false,
      role: 'server',
    },
  ),
  enable_key_list_policy: option(
    bool,
    'Asks for the `list` permission on recursive reads of the key-value store.',
    {
      default: false,
    },
  ),
  token_ttl: option(duration, 'How long a looked-up token is kept in the cache.', { default: '30s' }),
  policy_ttl: option(duration, 'How long a looked-up policy is kept in the cache.', { default: '30s' }),
  role_ttl: option(duration, 'How long a looked-up role is kept in the cache.', { default: '0s' }),
  tokens: option(block('AclTokens', tokens), 'The tokens that the agent itself uses.'),
  msp_disable_bootstrap: option(
    bool,
    'Forbids `consul acl bootstrap` where a provider manages the cluster.',
    {
      enterprise: 'ignored',
    },
  ),
}));
