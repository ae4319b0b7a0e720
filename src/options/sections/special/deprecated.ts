/** Top-level options of earlier days that the agent still reads, and folds into those that replaced them. */

import { joinAddress } from '../../grammars/join.ts';
import { contentPath, dirPath, filePath, optionalDatacenter, token } from '../../grammars/names.ts';
import { cipherSuites, oldTlsVersion } from '../../grammars/secrets.ts';
import { duration } from '../../grammars/time.ts';
import { any, bool, type Kind, list } from '../../kinds.ts';
import { type Details, option, type Section, section } from '../../option.ts';
import { defaultPolicy, downPolicy } from '../security/acl.ts';

const moved = (
  kind: Kind,
  since: string,
  use: string,
  details: Details & { readonly note?: string } = {},
) => {
  const { note, ...rest } = details;
  return option(kind, `Deprecated place of ${use}.`, {
    ...rest,
    deprecated: { since, use, ...(note && { note }) },
  });
};

const acl = section(() => ({
  acl_datacenter: moved(optionalDatacenter, '1.4', 'primary_datacenter', {
    note: 'it also turned acl.enabled on',
  }),
  acl_default_policy: moved(defaultPolicy, '1.4', 'acl.default_policy'),
  acl_down_policy: moved(downPolicy, '1.4', 'acl.down_policy'),
  acl_ttl: moved(duration, '1.4', 'acl.token_ttl'),
  acl_enable_key_list_policy: moved(bool, '1.4', 'acl.enable_key_list_policy'),
  acl_token: moved(token, '1.4', 'acl.tokens.default', { secret: true, reload: true }),
  acl_agent_token: moved(token, '1.4', 'acl.tokens.agent', { secret: true, reload: true }),
  acl_agent_master_token: moved(token, '1.4', 'acl.tokens.agent_recovery', { secret: true, reload: true }),
  acl_master_token: moved(token, '1.4', 'acl.tokens.initial_management', { secret: true }),
  acl_replication_token: moved(token, '1.4', 'acl.tokens.replication', {
    secret: true,
    reload: true,
    note: 'it also turned acl.enable_token_replication on',
  }),
  enable_acl_replication: moved(bool, '1.11', 'acl.enable_token_replication'),
  acl_enforce_version_8: option(any, 'Without effect: the ACL system that it switched to is the only one.', {
    ignoredWithWarning: true,
    deprecated: { since: '1.4', note: 'remove it' },
  }),
}));

const tls = section(() => ({
  ca_file: moved(filePath, '1.12', 'tls.defaults.ca_file', { reload: true }),
  ca_path: moved(dirPath, '1.12', 'tls.defaults.ca_path', { reload: true }),
  cert_file: moved(filePath, '1.12', 'tls.defaults.cert_file', { reload: true }),
  key_file: moved(filePath, '1.12', 'tls.defaults.key_file', { reload: true }),
  tls_cipher_suites: moved(cipherSuites, '1.12', 'tls.defaults.tls_cipher_suites', { reload: true }),
  tls_min_version: moved(oldTlsVersion, '1.12', 'tls.defaults.tls_min_version', { reload: true }),
  tls_prefer_server_cipher_suites: option(
    bool,
    'Without effect: Go chooses the order of cipher suites by itself.',
    {
      deprecated: { since: '1.11', note: 'remove it' },
    },
  ),
  verify_incoming: moved(bool, '1.12', 'tls.defaults.verify_incoming', {
    reload: true,
    note: 'it leaves gRPC alone, so set tls.grpc.verify_incoming = false as well',
  }),
  verify_incoming_https: moved(bool, '1.12', 'tls.https.verify_incoming', { reload: true }),
  verify_incoming_rpc: moved(bool, '1.12', 'tls.internal_rpc.verify_incoming', { reload: true }),
  verify_outgoing: moved(bool, '1.12', 'tls.defaults.verify_outgoing', { reload: true }),
  verify_server_hostname: moved(bool, '1.12', 'tls.internal_rpc.verify_server_hostname', { reload: true }),
}));

export const deprecatedOptions: Section = {
  start_join: moved(list(joinAddress), '1.15', 'retry_join', { flag: '-join' }),
  start_join_wan: moved(list(joinAddress), '1.15', 'retry_join_wan', { flag: '-join-wan' }),
  ui: moved(bool, '1.9', 'ui_config.enabled'),
  ui_dir: moved(dirPath, '1.9', 'ui_config.dir'),
  ui_content_path: moved(contentPath, '1.9', 'ui_config.content_path'),
  ...acl(),
  ...tls(),
};
