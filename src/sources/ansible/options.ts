/** Which variable of the role sets which option: `templates/config.json.j2` of ansible-community/ansible-consul. */

export type Conversion =
  /** Within quotes. */
  | 'text'
  /** Through the filter `bool`. */
  | 'bool'
  /** Without quotes. */
  | 'number'
  /** Through the filter `to_json`. */
  | 'json';

export interface RoleOption {
  readonly option: string;
  readonly conversion: Conversion;
  /** The variable that has to be true. */
  readonly where?: string;
}

const acl = 'consul_acl_enable';

export const roleOptions: Readonly<Record<string, RoleOption>> = {
  consul_node_name: { option: 'node_name', conversion: 'text' },
  consul_datacenter: { option: 'datacenter', conversion: 'text' },
  consul_domain: { option: 'domain', conversion: 'text' },
  consul_data_path: { option: 'data_dir', conversion: 'text' },
  consul_bind_address: { option: 'bind_addr', conversion: 'text' },
  consul_advertise_address: { option: 'advertise_addr', conversion: 'text' },
  consul_client_address: { option: 'client_addr', conversion: 'text' },
  consul_log_level: { option: 'log_level', conversion: 'text' },
  consul_raw_key: { option: 'encrypt', conversion: 'text' },
  consul_retry_interval: { option: 'retry_interval', conversion: 'text' },
  consul_raft_protocol: { option: 'raft_protocol', conversion: 'number' },
  consul_performance: { option: 'performance', conversion: 'json' },
  consul_node_meta: { option: 'node_meta', conversion: 'json' },
  consul_recursors: { option: 'recursors', conversion: 'json' },
  consul_limits: { option: 'limits', conversion: 'json' },
  consul_enable_script_checks: { option: 'enable_script_checks', conversion: 'bool' },
  consul_enable_local_script_checks: { option: 'enable_local_script_checks', conversion: 'bool' },
  consul_disable_update_check: { option: 'disable_update_check', conversion: 'bool' },
  consul_acl_datacenter: { option: 'primary_datacenter', conversion: 'text', where: acl },
  consul_acl_enable: { option: 'acl.enabled', conversion: 'bool', where: acl },
  consul_acl_default_policy: { option: 'acl.default_policy', conversion: 'text', where: acl },
  consul_acl_down_policy: { option: 'acl.down_policy', conversion: 'text', where: acl },
  consul_acl_ttl: { option: 'acl.token_ttl', conversion: 'text', where: acl },
};

/** Variables that this role has and hardly another one. */
export const ownVariables = [
  'consul_raw_key',
  'consul_config_custom',
  'consul_node_role',
  'consul_bootstrap_expect_value',
  'consul_acl_enable',
  'consul_encrypt_enable',
  'consul_tls_enable',
  'consul_group_name',
  'consul_iface',
  'consul_tls_src_files',
  'consul_acl_master_token_display',
  'consul_cloud_autodiscovery',
] as const;
