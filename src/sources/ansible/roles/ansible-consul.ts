/** `templates/config.json.j2` and `configd_50custom.json.j2` of ansible-community/ansible-consul, once brianshumate/ansible-consul. */
import { isTrue, textOf } from '../variables.ts';
import type { Role } from './role.ts';

const acl = 'consul_acl_enable';

export const ansibleConsul: Role = {
  called: /^(?:(?:ansible-community|brianshumate)[.])?(?:ansible-)?consul$/,
  options: [
    ['consul_node_name', 'node_name', 'text'],
    ['consul_datacenter', 'datacenter', 'text'],
    ['consul_domain', 'domain', 'text'],
    ['consul_data_path', 'data_dir', 'text'],
    ['consul_bind_address', 'bind_addr', 'text'],
    ['consul_advertise_address', 'advertise_addr', 'text'],
    ['consul_client_address', 'client_addr', 'text'],
    ['consul_log_level', 'log_level', 'text'],
    ['consul_raw_key', 'encrypt', 'text'],
    ['consul_retry_interval', 'retry_interval', 'text'],
    ['consul_raft_protocol', 'raft_protocol', 'number'],
    ['consul_performance', 'performance', 'json'],
    ['consul_node_meta', 'node_meta', 'json'],
    ['consul_recursors', 'recursors', 'json'],
    ['consul_limits', 'limits', 'json'],
    ['consul_enable_script_checks', 'enable_script_checks', 'bool'],
    ['consul_enable_local_script_checks', 'enable_local_script_checks', 'bool'],
    ['consul_disable_update_check', 'disable_update_check', 'bool'],
    ['consul_acl_datacenter', 'primary_datacenter', 'text', acl],
    ['consul_acl_enable', 'acl.enabled', 'bool', acl],
    ['consul_acl_default_policy', 'acl.default_policy', 'text', acl],
    ['consul_acl_down_policy', 'acl.down_policy', 'text', acl],
    ['consul_acl_ttl', 'acl.token_ttl', 'text', acl],
    ['consul_bootstrap_expect_value', 'bootstrap_expect', 'number', 'consul_bootstrap_expect'],
  ],
  own: [
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
  ],
  mapping: 'consul_config_custom',
  isServer: (variables) => {
    if (!variables.has('consul_node_role')) return false;
    const role = textOf(variables, 'consul_node_role');
    return role === undefined ? undefined : /^(?:server|bootstrap)$/.test(role);
  },
  group: (variables) => textOf(variables, 'consul_group_name') ?? 'consul_instances',
};

/** Only a server of this role waits for others. */
export const waitsForServers = (variables: Parameters<Role['isServer']>[0]): boolean =>
  textOf(variables, 'consul_node_role') === 'server' && isTrue(variables, 'consul_bootstrap_expect');
