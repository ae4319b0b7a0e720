/**
 * Names of options that hold secrets. Generated from the option table by `npm run generate`, since to ask the whole
 * table costs more than the rest of a short run.
 */

/** Names that only secrets have. */
export const certainSecrets: readonly string[] = [
  'encrypt',
  'intro_token',
  'initial_management',
  'agent',
  'default',
  'agent_recovery',
  'replication',
  'config_file_service_registration',
  'secret_id',
  'master',
  'agent_master',
  'circonus_api_token',
  'private_key',
  'token',
  'client_secret',
  'acl_token',
  'acl_agent_token',
  'acl_agent_master_token',
  'acl_master_token',
  'acl_replication_token',
];

/** Names that other options have too. */
export const likelySecrets: readonly string[] = [
  'dns',
  'value',
  'PrivateKey',
];
