/** Words that other programs and people have for options of the agent, by the block that they are written in. */
import { own } from '../../util/collections.ts';
import type { RemovedKey } from './removed-keys.ts';

export type Word = RemovedKey;

type Words = Readonly<Record<string, Word>>;

/** @param path of the block */
export function wordIn(path: string, word: string): Word | undefined {
  const block = path.slice(path.lastIndexOf('.') + 1).replace(/\[\]$/, '');
  return own(wordsOf[block] ?? {}, word);
}

/** `a b c → x` as rows of a table. */
const to = (use: string, words: string, note?: string): Words =>
  Object.fromEntries(words.split(' ').map((word) => [word, { use, ...(note !== undefined && { note }) }]));

const nothing = (note: string, words: string): Words =>
  Object.fromEntries(words.split(' ').map((word) => [word, { note }]));

const agentWords: Words = {
  ...to('bind_addr', 'bind_address bind_ip listen listen_addr listen_address private_ip'),
  ...to('bind_addr', 'bind_interface interface iface', 'an interface is {{ GetInterfaceIP "eth0" }}'),
  ...to('client_addr', 'client_address client_ip'),
  ...to('client_addr', 'client_interface', 'an interface is {{ GetInterfaceIP "eth0" }}'),
  ...to('advertise_addr', 'advertise_address advertise_ip advertised_addr advertised_address'),
  ...to('advertise_addr_wan', 'advertise_address_wan advertise_wan_addr advertise_wan_address'),
  ...to('advertise_addr', 'advertise_interface', 'an interface is {{ GetInterfaceIP "eth0" }}'),
  ...to('data_dir', 'data data_directory data_path state_dir storage_path'),
  ...to('datacenter', 'dc datacenter_name data_centre'),
  ...to('node_name', 'host_name hostname agent_name server_hostname'),
  ...to(
    'encrypt',
    'encrypt_key encryption encryption_key gossip_encryption gossip_encryption_key gossip_encrypt gossip_key serf_key',
  ),
  ...to('bootstrap_expect', 'replicas server_count servers_count expect expected_servers num_servers'),
  ...to(
    'retry_join',
    'servers server_list server_addresses server_hosts join_servers join_addresses join_list join_addrs nodes peers cluster_members',
  ),
  ...to('retry_join_wan', 'wan_join retry_wan_join join_wan_addrs'),
  ...to(
    'recursors',
    'dns_recursor dns_recursors dns_servers dns_forwarders forwarders nameserver nameservers',
  ),
  ...to('domain', 'dns_domain consul_domain'),
  ...to('ui_config.enabled', 'enable_ui ui_enable ui_enabled web_ui webui'),
  ...to('log_level', 'loglvl verbosity log_verbosity'),
  ...to('log_json', 'log_format json_logs json_log', 'true or false'),
  ...to('log_file', 'log_path log_dir logfile_path log_directory'),
  ...to('enable_syslog', 'log_to_syslog syslog_enabled use_syslog log_syslog'),
  ...to('pid_file', 'pid pid_path'),
  ...to('addresses.http', 'http_addr http_address api_address'),
  ...to('addresses.https', 'https_addr https_address'),
  ...to('addresses.dns', 'dns_addr dns_address'),
  ...to('addresses.grpc', 'grpc_addr grpc_address'),
  ...to('ports.server', 'rpc_port cluster_port'),
  ...to('ports.serf_lan', 'serf_port gossip_port lan_port'),
  ...to('ports.serf_wan', 'wan_port'),
  ...to('ports.http', 'api_port http_api_port'),
  ...to('acl.tokens.default', 'token acl_default_token default_token http_token user_token'),
  ...to('acl.tokens.agent', 'agent_token acl_token_agent'),
  ...to(
    'acl.tokens.initial_management',
    'master_token bootstrap_token root_token management_token initial_token',
  ),
  ...to('acl.tokens.replication', 'replication_token'),
  ...to('acl.default_policy', 'default_policy'),
  ...to(
    'tls.defaults.ca_file',
    'ca ca_cert ca_cert_file ca_certificate cacert tls_ca tls_ca_cert tls_ca_file ssl_ca',
  ),
  ...to('tls.defaults.cert_file', 'cert certificate cert_path tls_cert tls_cert_file ssl_cert server_cert'),
  ...to(
    'tls.defaults.key_file',
    'private_key private_key_file tls_key tls_key_file ssl_key server_key key_path',
  ),
  ...to('tls.internal_rpc.verify_server_hostname', 'verify_hostname'),
  ...to('tls', 'ssl tls_config'),
  ...to('leave_on_terminate', 'leave_on_term leave_on_stop leave_on_exit leave_on_shutdown'),
  ...to('skip_leave_on_interrupt', 'skip_leave_on_int skip_leave'),
  ...to('skip_leave_on_interrupt', 'leave_on_interrupt leave_on_int', 'it says the opposite'),
  ...to('enable_local_script_checks', 'enable_scripts script_checks enable_script_check allow_scripts'),
  ...to('checks', 'health_check health_checks healthcheck healthchecks'),
  ...to('services', 'service_definitions service_list'),
  ...to('connect.enabled', 'enable_connect enable_mesh service_mesh'),
  ...to('peering.enabled', 'enable_peering'),
  ...to('acl.enabled', 'enable_acl enable_acls acls acl_enable'),
  ...to('auto_encrypt.tls', 'enable_auto_encrypt'),
  ...to('telemetry', 'metrics'),
  ...to('telemetry.prometheus_retention_time', 'prometheus prometheus_retention enable_prometheus'),
  ...to('telemetry.statsd_address', 'statsd statsd_host'),
  ...to('dns_config', 'dns'),
  ...to('gossip_lan', 'gossip serf'),
  ...to('performance.raft_multiplier', 'raft_multiplier raft_multiply'),
  ...to('retry_join', 'server_join auto_join', 'Nomad has a block for it, Consul the list alone'),
  ...to('read_replica', 'voting_server non_voter'),
  ...nothing('of the node it is node_name, and a service is written in service { … }', 'name'),
  ...nothing('of the agent it is bind_addr, and a service is written in service { … }', 'address'),
  ...nothing(
    'it belongs to Vault, not to an agent of Consul',
    'api_addr cluster_addr default_lease_ttl max_lease_ttl disable_mlock listener seal storage plugin_directory',
  ),
  ...nothing(
    'it belongs to Nomad, not to an agent of Consul',
    'plugin plugin_dir plugins vault host_volume gc_interval',
  ),
  ...nothing(
    'it belongs to the values of the Helm chart, not to an agent of Consul',
    'connect_inject extra_config extra_volumes extra_environment_vars image sync_catalog storage_class',
  ),
};

const checkWords: Words = {
  ...to('checks[].http', 'url uri endpoint http_url health_url'),
  ...to('checks[].args', 'command cmd exec script_path shell_command', 'the command is a list'),
  ...to('checks[].interval', 'period frequency every poll_interval'),
  ...to('checks[].method', 'http_method verb'),
  ...to('checks[].header', 'http_headers'),
  ...to('checks[].tls_skip_verify', 'insecure insecure_skip_verify skip_verify skip_tls_verify'),
  ...to(
    'checks[].deregister_critical_service_after',
    'deregister deregister_after deregister_critical_after deregister_service_after auto_deregister',
  ),
  ...to('checks[].docker_container_id', 'container container_id docker docker_id'),
  ...to('checks[].service_id', 'service service_name'),
  ...to('checks[].status', 'initial_status default_status state'),
  ...to('checks[].notes', 'description comment'),
  ...nothing(
    'the kind of a check follows from the key that says what it asks: http, tcp, grpc, args, ttl or alias_service',
    'type protocol kind check_type',
  ),
  ...nothing('a check has no key for it: write it into http, tcp or grpc', 'host port path address'),
};

const serviceWords: Words = {
  ...to('services[].name', 'service'),
  ...to('services[].address', 'addr host hostname ip ip_address host_ip'),
  ...to('services[].tags', 'tag labels'),
  ...to('services[].meta', 'metadata annotations'),
  ...to('services[].checks', 'health_checks healthchecks'),
  ...to('services[].check', 'health_check healthcheck health'),
  ...nothing('a service in a file belongs to the agent that reads it', 'node node_name datacenter dc'),
};

const connectWords: Words = {
  proxy: {
    removed: '1.6',
    note: 'the agent no longer starts proxies: a service has connect.sidecar_service',
  },
};

const wordsOf: Readonly<Record<string, Words>> = {
  '': agentWords,
  connect: connectWords,
  check: checkWords,
  checks: checkWords,
  service: serviceWords,
  services: serviceWords,
  sidecar_service: serviceWords,
};

/** Every row, for the test of the table. */
export const allWords: readonly (readonly [block: string, words: Words])[] = [
  ['', agentWords],
  ['check', checkWords],
  ['service', serviceWords],
  ['connect', connectWords],
];
