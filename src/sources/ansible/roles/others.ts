/** Roles whose templates turn variables into options one by one; each is named after where its templates are. */
import { textOf, truthOf } from '../variables.ts';
import type { Role } from './role.ts';

/** `templates/consul.json.j2` of jivesoftware/ansible-consul, which Galaxy calls savagegus.consul, and of its many copies. */
const savagegus: Role = {
  called: /^savagegus\.(?:ansible-)?consul$/,
  options: [
    ['consul_domain', 'domain', 'text'],
    ['consul_data_dir', 'data_dir', 'text'],
    ['consul_log_level', 'log_level', 'text'],
    ['consul_node_name', 'node_name', 'text'],
    ['consul_is_server', 'server', 'truth'],
    ['consul_client_address', 'client_addr', 'text', 'consul_client_address_bind'],
    ['consul_advertise_address', 'advertise_addr', 'text'],
    ['consul_datacenter', 'datacenter', 'text'],
    ['consul_bootstrap', 'bootstrap', 'truth', 'consul_is_server'],
    ['consul_bootstrap_expect', 'bootstrap_expect', 'number', 'consul_is_server'],
    ['consul_encrypt_key', 'encrypt', 'text'],
    ['consul_encrypt', 'encrypt', 'text'],
    ['consul_disable_remote_exec', 'disable_remote_exec', 'truth'],
    ['consul_rejoin_after_leave', 'rejoin_after_leave', 'truth'],
    ['consul_leave_on_terminate', 'leave_on_terminate', 'truth'],
    ['consul_watches', 'watches', 'json'],
  ],
  own: [
    'consul_is_server',
    'consul_is_ui',
    'consul_join_at_start',
    'consul_client_address_bind',
    'consul_dynamic_bind',
    'consul_install_consul_cli',
    'consul_install_nginx',
    'consul_ui_require_auth',
  ],
  isServer: (variables) => truthOf(variables, 'consul_is_server'),
};

/** `templates/consul.json.j2` of idealista/consul_role. */
const idealista: Role = {
  called: /^idealista\.consul(?:_role)?$/,
  options: [
    ['consul_nodename', 'node_name', 'text'],
    ['consul_datadir', 'data_dir', 'text'],
    ['consul_loglevel', 'log_level', 'text'],
    ['consul_logfile', 'log_file', 'text'],
    ['consul_domain', 'domain', 'text'],
    ['consul_datacenter', 'datacenter', 'text'],
    ['consul_ip', 'bind_addr', 'text'],
    ['consul_ip', 'advertise_addr', 'text'],
    ['consul_http_port', 'ports.http', 'number'],
    ['consul_dns_port', 'ports.dns', 'number'],
    ['consul_server', 'server', 'truth'],
    ['consul_server_nodes', 'retry_join', 'json'],
  ],
  own: [
    'consul_server_nodes',
    'consul_nodename',
    'consul_loglevel',
    'consul_logfile',
    'consul_datadir',
    'consul_configdir',
    'consul_agent_services',
    'consul_services_register',
    'consul_service_sanity_healthcheck',
  ],
  isServer: (variables) => truthOf(variables, 'consul_server'),
};

/** `templates/etc/consul.d/server.json.j2` and `client.json.j2` of andrewrothstein/ansible-consul_cluster. */
const andrewrothstein: Role = {
  called: /^andrewrothstein\.consul(?:[-_](?:cluster|agent))?$/,
  options: [
    ['consul_agent_advertise_addr', 'advertise_addr', 'json'],
    ['consul_agent_data_dir', 'data_dir', 'json'],
    ['consul_agent_bind_addr', 'client_addr', 'json'],
    ['consul_agent_dc', 'datacenter', 'json'],
    ['consul_agent_enable_syslog', 'enable_syslog', 'json'],
    ['consul_agent_encrypt', 'encrypt', 'json'],
    ['consul_agent_dns_port', 'ports.dns', 'json'],
    ['consul_agent_http_port', 'ports.http', 'json'],
    ['consul_agent_recursors', 'recursors', 'json'],
  ],
  own: [
    'consul_agent_dc',
    'consul_agent_network_iface',
    'consul_agent_use_ip',
    'consul_agent_bind_addr',
    'consul_agent_advertise_addr',
    'consul_agent_enable_ui',
    'consul_agent_server_group_name',
    'consul_agent_secure',
    'consul_agent_activate',
  ],
  isServer: (variables, groups) =>
    groups.includes(textOf(variables, 'consul_agent_server_group_name') ?? 'consul-agent-server')
      ? true
      : undefined,
};

/** `templates/etc/consul.d/config.json.j2` of mrlesmithjr/ansible-consul. */
const mrlesmithjr: Role = {
  called: /^mrlesmithjr\.(?:ansible[-_])?consul$/,
  options: [
    ['consul_bind_address', 'bind_addr', 'json'],
    ['consul_client_address', 'client_addr', 'json'],
    ['consul_data_dir', 'data_dir', 'json'],
    ['consul_datacenter', 'datacenter', 'json'],
    ['consul_dns_config', 'dns_config', 'json'],
    ['consul_enable_syslog', 'enable_syslog', 'json'],
    ['consul_encryption_key', 'encrypt', 'json'],
    ['consul_log_level', 'log_level', 'json'],
    ['consul_node_name', 'node_name', 'json'],
    ['consul_performance', 'performance', 'json'],
    ['consul_telemetry', 'telemetry', 'json'],
  ],
  own: [
    'consul_encryption_key',
    'consul_servers_group',
    'consul_enable_acls',
    'consul_wan_group',
    'consul_bind_interface',
    'consul_enable_dnsmasq',
    'consul_mysql_user',
  ],
  isServer: (variables, groups) =>
    groups.length > 0 && groups.includes(textOf(variables, 'consul_servers_group') ?? 'consul_servers'),
};

/** `templates/consul.hcl.j2` of robertdebock/ansible-role-consul, whose variables other roles have too: a play has to call it. */
const robertdebock: Role = {
  called: /^robertdebock\.consul$/,
  options: [
    ['consul_datacenter', 'datacenter', 'text'],
    ['consul_data_dir', 'data_dir', 'text'],
    ['consul_client_addr', 'client_addr', 'text'],
    ['consul_server', 'server', 'truth'],
    ['consul_bootstrap_expect', 'bootstrap_expect', 'number'],
    ['consul_encrypt', 'encrypt', 'text'],
    ['consul_bind_addr', 'bind_addr', 'text'],
    ['consul_advertise_addr', 'advertise_addr', 'text'],
  ],
  own: [],
  isServer: (variables) => truthOf(variables, 'consul_server'),
};

/** `templates/main_cfg.j2` of OSSHelp/ansible-consul. */
const osshelp: Role = {
  called: /^(?:osshelp|OSSHelp)\.consul$/,
  options: [],
  own: ['consul_params', 'consul_cfg_name', 'consul_initial_setup', 'consul_advertise_iface'],
  mapping: 'consul_params',
  isServer: () => undefined,
};

export const otherRoles: readonly Role[] = [
  savagegus,
  idealista,
  andrewrothstein,
  mrlesmithjr,
  robertdebock,
  osshelp,
];
