/**
 * Every option of an agent, for an editor's hover and the compiler. Generated from the option table by
 * `npm run generate`: change the section files instead.
 *
 * An interface without a release in its name has the options of all releases. `TelemetryConfig1_19` has those of Consul
 * 1.19 and of the releases after it, up to the next interface of that name; what all of them have is in its base.
 */
interface AgentConfigBase {
  /**
   * Datacenter that the agent belongs to; all of it must be connected by a fast network. A datacenter name of
   * letters, digits, - and _.
   *
   * @default "dc1"
   * @flag -datacenter
   */
  datacenter?: string | undefined;
  /**
   * Datacenter that rules over ACLs, intentions and the mesh CA, where several are federated. A datacenter
   * name of letters, digits, - and _.
   *
   * @default the own datacenter
   */
  primary_datacenter?: string | undefined;
  /**
   * Name of the node, which no other member may have. A node name.
   *
   * @default the host name
   * @flag -node
   */
  node_name?: string | undefined;
  /**
   * Permanent identity of the node. Leave it to the agent, which makes one and keeps it in data_dir. A UUID
   * such as "8f246b77-f3e1-ff88-5b48-8ec93abf3e05".
   *
   * @flag -node-id
   */
  node_id?: string | undefined;
  /**
   * Makes the node’s identity up at random; otherwise it is derived from the host’s.
   *
   * @default true
   * @flag -disable-host-node-id
   */
  disable_host_node_id?: boolean | undefined;
  /**
   * Metadata of the node, for filters and queries: 64 pairs at most. Each a string of up to 512 bytes.
   *
   * @flag -node-meta
   */
  node_meta?: Readonly<Record<string, string>> | undefined;
  /** Further addresses of the node by name; `lan` and `wan` are filled in by the agent. */
  tagged_addresses?: Readonly<Record<string, string>> | undefined;
  /**
   * Makes the agent a server: it votes, stores data and answers the others.
   *
   * @default false
   * @flag -server
   */
  server?: boolean | undefined;
  /**
   * Number of servers that must have found each other before they elect a leader for the first time. The same
   * on all of them.
   *
   * @default 0
   * @role servers only
   * @flag -bootstrap-expect
   */
  bootstrap_expect?: number | undefined;
  /**
   * Lets this one server make itself leader. Never on more than one; prefer bootstrap_expect.
   *
   * @default false
   * @role servers only
   * @flag -bootstrap
   */
  bootstrap?: boolean | undefined;
  /**
   * Directory for what must survive a restart. Required; not below /tmp. The path of a directory.
   *
   * @flag -data-dir
   */
  data_dir?: string | undefined;
  /**
   * File to write the process id to; its directory must exist. The path of a file.
   *
   * @flag -pid-file
   */
  pid_file?: string | undefined;
  /**
   * Watches the configuration files, and reloads when they change.
   *
   * @default false
   * @flag -auto-reload-config
   */
  auto_reload_config?: boolean | undefined;
  /**
   * Not used since 1.17. Before, the name that checks with enable_agent_tls_for_checks expect in a
   * certificate. A host name or an IP address.
   *
   * @default the node name, before 1.17
   */
  server_name?: string | undefined;
  /**
   * Version of the gossip protocol to use. Do not change it.
   *
   * @default 2
   * @flag -protocol
   */
  protocol?: number | undefined;
  /**
   * Does not run what `consul exec` sends.
   *
   * @default true
   */
  disable_remote_exec?: boolean | undefined;
  /**
   * Does not ask HashiCorp for news of security fixes and releases.
   *
   * @default false
   */
  disable_update_check?: boolean | undefined;
  /**
   * Checks for updates without the random signature that distinguishes repeated requests.
   *
   * @default false
   */
  disable_anonymous_signature?: boolean | undefined;
  /**
   * Does not measure distances to other nodes; `?near=` stops working.
   *
   * @default false
   */
  disable_coordinates?: boolean | undefined;
  /**
   * Has clients keep up with health data by a stream instead of polling.
   *
   * @default true
   */
  use_streaming_backend?: boolean | undefined;
  /**
   * Address for traffic inside the cluster: gossip and RPC. With the default 0.0.0.0 the host must have
   * exactly one private IPv4 address, so write it out. One IP address or a go-sockaddr template such as '{{
   * GetInterfaceIP "eth0" }}'.
   *
   * @default "0.0.0.0"
   * @flag -bind
   */
  bind_addr?: string | undefined;
  /**
   * Address on which HTTP, HTTPS, DNS and gRPC listen unless `addresses` says otherwise. Anything but
   * loopback opens the API to the network. IP addresses separated by blanks, or a go-sockaddr template.
   *
   * @default "127.0.0.1"
   * @flag -client
   */
  client_addr?: string | undefined;
  /**
   * Address that the other members of the datacenter use to reach this agent. Needed where it differs from
   * bind_addr, such as behind NAT. One IP address or a go-sockaddr template such as '{{ GetInterfaceIP "eth0"
   * }}'.
   *
   * @default the same as bind_addr
   * @flag -advertise
   */
  advertise_addr?: string | undefined;
  /** The IPv4 address to advertise in a dual-stack datacenter. One IPv4 address or a go-sockaddr template. */
  advertise_addr_ipv4?: string | undefined;
  /** The IPv6 address to advertise in a dual-stack datacenter. One IPv6 address or a go-sockaddr template. */
  advertise_addr_ipv6?: string | undefined;
  /**
   * Address that servers of other datacenters use to reach this server. One IP address or a go-sockaddr
   * template such as '{{ GetInterfaceIP "eth0" }}'.
   *
   * @default the same as advertise_addr
   * @flag -advertise-wan
   */
  advertise_addr_wan?: string | undefined;
  /** The IPv4 address to advertise to other datacenters. One IPv4 address or a go-sockaddr template. */
  advertise_addr_wan_ipv4?: string | undefined;
  /** The IPv6 address to advertise to other datacenters. One IPv6 address or a go-sockaddr template. */
  advertise_addr_wan_ipv6?: string | undefined;
  /**
   * Binds gossip inside the datacenter to another address. One IP address or a go-sockaddr template such as
   * '{{ GetInterfaceIP "eth0" }}'.
   *
   * @default the same as bind_addr
   * @flag -serf-lan-bind
   */
  serf_lan?: string | undefined;
  /**
   * Binds gossip between datacenters to another address. One IP address or a go-sockaddr template such as '{{
   * GetInterfaceIP "eth0" }}'.
   *
   * @default the same as bind_addr
   * @flag -serf-wan-bind
   */
  serf_wan?: string | undefined;
  /**
   * Networks from which members may join by LAN gossip; all others are turned away. The own address must be
   * inside. Each a network in CIDR form such as "10.0.0.0/8".
   *
   * @flag -serf-lan-allowed-cidrs
   */
  serf_lan_allowed_cidrs?: readonly string[] | undefined;
  /**
   * Networks from which servers may join by WAN gossip; all others are turned away. Each a network in CIDR
   * form such as "10.0.0.0/8".
   *
   * @flag -serf-wan-allowed-cidrs
   */
  serf_wan_allowed_cidrs?: readonly string[] | undefined;
  /**
   * Gives out the WAN address of nodes when asked about another datacenter, so that they can be reached from
   * here.
   */
  translate_wan_addrs?: boolean | undefined;
  /** Ports of all listeners. */
  ports?: PortsConfig | undefined;
  /** A listening address for each client API, in place of client_addr. */
  addresses?: AddressesConfig | undefined;
  /**
   * Members to join at start, tried again and again until one answers. Name all servers; the lists of several
   * files add up. Each a host or IP address with an optional port, a go-sockaddr template, or a cloud lookup
   * "provider=… key=value".
   *
   * @flag -retry-join
   */
  retry_join?: readonly string[] | undefined;
  /**
   * Pause between two attempts to join. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "30s"
   * @flag -retry-interval
   */
  retry_interval?: string | undefined;
  /**
   * Attempts to join before the agent gives up and exits; 0 for no limit.
   *
   * @default 0
   * @flag -retry-max
   */
  retry_max?: number | undefined;
  /**
   * Servers of other datacenters to join, tried until one answers. Each a host or IP address with an optional
   * port, a go-sockaddr template, or a cloud lookup "provider=… key=value".
   *
   * @role servers only
   * @flag -retry-join-wan
   */
  retry_join_wan?: readonly string[] | undefined;
  /**
   * Pause between two attempts to join another datacenter. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "30s"
   * @role servers only
   * @flag -retry-interval-wan
   */
  retry_interval_wan?: string | undefined;
  /**
   * Attempts to join another datacenter before the agent exits; 0 for no limit.
   *
   * @default 0
   * @role servers only
   * @flag -retry-max-wan
   */
  retry_max_wan?: number | undefined;
  /**
   * Mesh gateways by which a secondary datacenter first finds the primary. Each a host or IP address with an
   * optional port, a go-sockaddr template, or a cloud lookup "provider=… key=value".
   *
   * @role servers only
   * @flag -primary-gateway
   */
  primary_gateways?: readonly string[] | undefined;
  /**
   * Pause between two attempts to find them. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "30s"
   * @role servers only
   */
  primary_gateways_interval?: string | undefined;
  /**
   * Joins again at start even if the agent left on purpose before.
   *
   * @default false
   * @flag -rejoin
   */
  rejoin_after_leave?: boolean | undefined;
  /**
   * Leaves the cluster when the agent is stopped (SIGTERM). On servers, each restart then removes one from
   * the quorum.
   *
   * @default false on servers, true on clients
   */
  leave_on_terminate?: boolean | undefined;
  /**
   * Stays a member when the agent is interrupted (SIGINT).
   *
   * @default true on servers, false on clients
   */
  skip_leave_on_interrupt?: boolean | undefined;
  /**
   * A server that was away for longer refuses to start, so that stale data does not return; 6 h or more. A Go
   * duration such as "30s", "1h30m" or "250ms".
   *
   * @default "168h"
   * @since Consul 1.15.3
   * @role servers only
   */
  server_rejoin_age_max?: string | undefined;
  /**
   * Key that encrypts gossip, the same on every member, from `consul keygen`. Used at the first start only:
   * afterwards the keyring in data_dir counts. Base64 of 16, 24 or 32 bytes, as `consul keygen` prints.
   *
   * @flag -encrypt
   */
  encrypt?: string | undefined;
  /**
   * Drops gossip that is not encrypted. Off only while encryption is being introduced.
   *
   * @default true
   */
  encrypt_verify_incoming?: boolean | undefined;
  /**
   * Encrypts the gossip that this agent sends. Off only while encryption is being introduced.
   *
   * @default true
   */
  encrypt_verify_outgoing?: boolean | undefined;
  /**
   * Keeps the gossip keys in memory only; `encrypt` is then needed at every start.
   *
   * @default false
   * @flag -disable-keyring-file
   */
  disable_keyring_file?: boolean | undefined;
  /** Timing of gossip inside the datacenter. The defaults suit nearly everyone. */
  gossip_lan?: GossipLanConfig | undefined;
  /** Timing of gossip between datacenters. The defaults suit nearly everyone. */
  gossip_wan?: GossipWanConfig | undefined;
  /**
   * When a member that failed is forgotten; 8 h or more. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "72h"
   */
  reconnect_timeout?: string | undefined;
  /**
   * When a server of another datacenter that failed is forgotten; 8 h or more. A Go duration such as "30s",
   * "1h30m" or "250ms".
   *
   * @default "72h"
   */
  reconnect_timeout_wan?: string | undefined;
  /**
   * When the others may forget this client after it failed; for short-lived machines. A Go duration such as
   * "30s", "1h30m" or "250ms".
   *
   * @default the reconnect_timeout of the others
   * @role clients only
   */
  advertise_reconnect_timeout?: string | undefined;
  /** Hands TLS certificates out to clients, which auto_config does better. */
  auto_encrypt?: AutoEncryptConfig | undefined;
  /** Lets clients fetch certificates, tokens and settings from the servers. */
  auto_config?: AutoConfig | undefined;
  /**
   * The least severe messages that are logged.
   *
   * @default "INFO"
   * @flag -log-level
   */
  log_level?:
    | 'TRACE'
    | 'trace'
    | 'DEBUG'
    | 'debug'
    | 'INFO'
    | 'info'
    | 'WARN'
    | 'warn'
    | 'ERROR'
    | 'error'
    | 'ERR'
    | 'err'
    | undefined;
  /**
   * Writes each message as a JSON object.
   *
   * @default false
   * @flag -log-json
   */
  log_json?: boolean | undefined;
  /**
   * Logs to this file too; a time stamp goes into its name. Its directory must exist. The path of a file.
   *
   * @flag -log-file
   */
  log_file?: string | undefined;
  /**
   * Age at which a new log file is begun. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default 24h, where log_file is set
   * @flag -log-rotate-duration
   */
  log_rotate_duration?: string | undefined;
  /**
   * Size at which a new log file is begun; 0 for no limit. A whole number of bytes (bytes).
   *
   * @default 0
   * @flag -log-rotate-bytes
   */
  log_rotate_bytes?: number | undefined;
  /**
   * Old log files that are kept: 0 keeps all, -1 none.
   *
   * @default 0
   * @flag -log-rotate-max-files
   */
  log_rotate_max_files?: number | undefined;
  /**
   * Logs to syslog too. Not on Windows.
   *
   * @default false
   * @flag -syslog
   */
  enable_syslog?: boolean | undefined;
  /**
   * Facility under which syslog files the messages.
   *
   * @default "LOCAL0"
   */
  syslog_facility?:
    | 'KERN'
    | 'kern'
    | 'USER'
    | 'user'
    | 'MAIL'
    | 'mail'
    | 'DAEMON'
    | 'daemon'
    | 'AUTH'
    | 'auth'
    | 'SYSLOG'
    | 'syslog'
    | 'LPR'
    | 'lpr'
    | 'NEWS'
    | 'news'
    | 'UUCP'
    | 'uucp'
    | 'CRON'
    | 'cron'
    | 'AUTHPRIV'
    | 'authpriv'
    | 'FTP'
    | 'ftp'
    | 'LOCAL0'
    | 'local0'
    | 'LOCAL1'
    | 'local1'
    | 'LOCAL2'
    | 'local2'
    | 'LOCAL3'
    | 'local3'
    | 'LOCAL4'
    | 'local4'
    | 'LOCAL5'
    | 'local5'
    | 'LOCAL6'
    | 'local6'
    | 'LOCAL7'
    | 'local7'
    | undefined;
  /**
   * Domain under which the agent answers DNS. A DNS domain.
   *
   * @default "consul."
   * @flag -domain
   */
  domain?: string | undefined;
  /**
   * A second domain under which the agent answers DNS, for the time of a move. A DNS domain.
   *
   * @flag -alt-domain
   */
  alt_domain?: string | undefined;
  /**
   * DNS servers for all names outside of the own domain; without any, those are refused. Each the address of
   * a DNS resolver, with a port if it is not 53.
   *
   * @flag -recursor
   */
  recursors?: readonly string[] | undefined;
  /** How the DNS server answers. */
  dns_config?: DnsConfig | undefined;
  /** Owner and permissions of the unix sockets in `addresses`. */
  unix_sockets?: UnixSocketsConfig | undefined;
  /**
   * How long a blocking query waits that does not say. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "300s"
   * @flag -default-query-time
   */
  default_query_time?: string | undefined;
  /**
   * How long a blocking query may wait at most. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "600s"
   * @flag -max-query-time
   */
  max_query_time?: string | undefined;
  /**
   * Lets any server answer discovery requests whose data is no older; 0 asks the leader. A Go duration such
   * as "30s", "1h30m" or "250ms".
   *
   * @default "0s"
   */
  discovery_max_stale?: string | undefined;
  /**
   * Takes requests whose path has unprintable characters. Unsafe; for old keys only.
   *
   * @default false
   */
  disable_http_unprintable_char_filter?: boolean | undefined;
  /**
   * Opens the profiling endpoints below /debug.
   *
   * @default false
   */
  enable_debug?: boolean | undefined;
  /** The web UI. */
  ui_config?: UiConfig | undefined;
  /** Limits of the agent’s own cache. */
  cache?: CacheConfig | undefined;
  /**
   * Upkeep of the set of servers; read once, when the cluster is formed.
   *
   * @role servers only
   */
  autopilot?: AutopilotConfig | undefined;
  /**
   * Version of the Raft protocol; there is only 3.
   *
   * @default 3
   * @role servers only
   * @flag -raft-protocol
   */
  raft_protocol?: number | undefined;
  /**
   * Entries in the log before a snapshot is taken.
   *
   * @default 16384
   * @role servers only
   */
  raft_snapshot_threshold?: number | undefined;
  /**
   * How often a server looks whether a snapshot is due; 5 ms or more. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "30s"
   * @role servers only
   */
  raft_snapshot_interval?: string | undefined;
  /**
   * Entries kept after a snapshot, so that a follower which lags need not fetch all of it.
   *
   * @default 10240
   * @role servers only
   */
  raft_trailing_logs?: number | undefined;
  /**
   * Deprecated place of raft_logstore.boltdb.
   *
   * @deprecated since 1.15; use raft_logstore.boltdb
   * @role servers only
   */
  raft_boltdb?: OldRaftBoltDbConfig | undefined;
  /** What servers offer to clients over RPC. */
  rpc?: RpcConfig | undefined;
  /** Links to other clusters. */
  peering?: PeeringConfig | undefined;
  /** How servers send proxies their configuration. */
  xds?: XdsConfig | undefined;
  /** What to run or call when data changes. First read when the agent starts. */
  watches?: readonly WatchConfig[] | undefined;
  /**
   * Runs checks with `args` that configuration files define.
   *
   * @default the same as enable_script_checks
   * @flag -enable-local-script-checks
   */
  enable_local_script_checks?: boolean | undefined;
  /**
   * Runs checks with `args` wherever they come from. Whoever may register a check can then run commands;
   * prefer the local switch.
   *
   * @default false
   * @flag -enable-script-checks
   */
  enable_script_checks?: boolean | undefined;
  /**
   * Makes checks over TLS trust the CA of the agent instead of those of the host, and show its certificate.
   *
   * @default false
   */
  enable_agent_tls_for_checks?: boolean | undefined;
  /**
   * How long changed output of a check is held back while its state stays the same. A Go duration such as
   * "30s", "1h30m" or "250ms".
   *
   * @default "5m"
   */
  check_update_interval?: string | undefined;
  /**
   * Bytes of output that are kept for each check.
   *
   * @default 4096
   * @flag -check_output_max_size
   */
  check_output_max_size?: number | undefined;
  /**
   * Does not keep the output of checks. Spares the servers writes.
   *
   * @default false
   */
  discard_check_output?: boolean | undefined;
  /**
   * Has services take over the defaults in config entries.
   *
   * @default true
   */
  enable_central_service_config?: boolean | undefined;
  /**
   * The shortest time to live that a session may ask for. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "10s"
   * @role servers only
   */
  session_ttl_min?: string | undefined;
  /**
   * File with the license. The path of a file.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  license_path?: string | undefined;
  /**
   * Admin partition that a client belongs to.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  partition?: string | undefined;
  /**
   * Makes the server answer without a vote, to spread reads.
   *
   * @enterprise Enterprise; the Community agent ignores it
   * @role servers only
   * @flag -read-replica
   */
  read_replica?: boolean | undefined;
  /**
   * Network segment that a client joins.
   *
   * @enterprise Enterprise; the Community agent refuses it
   * @role clients only
   * @flag -segment
   */
  segment?: string | undefined;
  /**
   * Network segments of the datacenter, each with its own gossip.
   *
   * @enterprise Enterprise; the Community agent refuses it
   * @role servers only
   */
  segments?: readonly SegmentConfig[] | undefined;
  /** Ignored by the agent: lets the configuration of the Enterprise snapshot agent lie in the same directory. */
  snapshot_agent?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Deprecated place of retry_join. Each a host or IP address with an optional port, a go-sockaddr template,
   * or a cloud lookup "provider=… key=value".
   *
   * @deprecated since 1.15; use retry_join
   * @flag -join
   */
  start_join?: readonly string[] | undefined;
  /**
   * Deprecated place of retry_join_wan. Each a host or IP address with an optional port, a go-sockaddr
   * template, or a cloud lookup "provider=… key=value".
   *
   * @deprecated since 1.15; use retry_join_wan
   * @flag -join-wan
   */
  start_join_wan?: readonly string[] | undefined;
  /**
   * Deprecated place of ui_config.enabled.
   *
   * @deprecated since 1.9; use ui_config.enabled
   */
  ui?: boolean | undefined;
  /**
   * Deprecated place of ui_config.dir. The path of a directory.
   *
   * @deprecated since 1.9; use ui_config.dir
   */
  ui_dir?: string | undefined;
  /**
   * Deprecated place of ui_config.content_path. A URL path of letters, digits, - and _, such as "/ui/".
   *
   * @deprecated since 1.9; use ui_config.content_path
   */
  ui_content_path?: string | undefined;
  /**
   * Deprecated place of primary_datacenter. A datacenter name of letters, digits, - and _.
   *
   * @deprecated since 1.4; use primary_datacenter; it also turned acl.enabled on
   */
  acl_datacenter?: string | undefined;
  /**
   * Deprecated place of acl.default_policy.
   *
   * @deprecated since 1.4; use acl.default_policy
   */
  acl_default_policy?: 'allow' | 'deny' | undefined;
  /**
   * Deprecated place of acl.down_policy.
   *
   * @deprecated since 1.4; use acl.down_policy
   */
  acl_down_policy?: 'allow' | 'deny' | 'extend-cache' | 'async-cache' | undefined;
  /**
   * Deprecated place of acl.token_ttl. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @deprecated since 1.4; use acl.token_ttl
   */
  acl_ttl?: string | undefined;
  /**
   * Deprecated place of acl.enable_key_list_policy.
   *
   * @deprecated since 1.4; use acl.enable_key_list_policy
   */
  acl_enable_key_list_policy?: boolean | undefined;
  /**
   * Deprecated place of acl.tokens.default. The secret of an ACL token.
   *
   * @deprecated since 1.4; use acl.tokens.default
   */
  acl_token?: string | undefined;
  /**
   * Deprecated place of acl.tokens.agent. The secret of an ACL token.
   *
   * @deprecated since 1.4; use acl.tokens.agent
   */
  acl_agent_token?: string | undefined;
  /**
   * Deprecated place of acl.tokens.agent_recovery. The secret of an ACL token.
   *
   * @deprecated since 1.4; use acl.tokens.agent_recovery
   */
  acl_agent_master_token?: string | undefined;
  /**
   * Deprecated place of acl.tokens.initial_management. The secret of an ACL token.
   *
   * @deprecated since 1.4; use acl.tokens.initial_management
   */
  acl_master_token?: string | undefined;
  /**
   * Deprecated place of acl.tokens.replication. The secret of an ACL token.
   *
   * @deprecated since 1.4; use acl.tokens.replication; it also turned acl.enable_token_replication on
   */
  acl_replication_token?: string | undefined;
  /**
   * Deprecated place of acl.enable_token_replication.
   *
   * @deprecated since 1.11; use acl.enable_token_replication
   */
  enable_acl_replication?: boolean | undefined;
  /**
   * Deprecated place of tls.defaults.ca_file. The path of a file.
   *
   * @deprecated since 1.12; use tls.defaults.ca_file
   */
  ca_file?: string | undefined;
  /**
   * Deprecated place of tls.defaults.ca_path. The path of a directory.
   *
   * @deprecated since 1.12; use tls.defaults.ca_path
   */
  ca_path?: string | undefined;
  /**
   * Deprecated place of tls.defaults.cert_file. The path of a file.
   *
   * @deprecated since 1.12; use tls.defaults.cert_file
   */
  cert_file?: string | undefined;
  /**
   * Deprecated place of tls.defaults.key_file. The path of a file.
   *
   * @deprecated since 1.12; use tls.defaults.key_file
   */
  key_file?: string | undefined;
  /**
   * Deprecated place of tls.defaults.tls_cipher_suites. Names of TLS 1.2 cipher suites with ECDHE, separated
   * by commas.
   *
   * @deprecated since 1.12; use tls.defaults.tls_cipher_suites
   */
  tls_cipher_suites?: string | undefined;
  /**
   * Deprecated place of tls.defaults.tls_min_version.
   *
   * @deprecated since 1.12; use tls.defaults.tls_min_version
   */
  tls_min_version?:
    | 'TLS_AUTO'
    | 'TLSv1_0'
    | 'TLSv1_1'
    | 'TLSv1_2'
    | 'TLSv1_3'
    | 'tls10'
    | 'tls11'
    | 'tls12'
    | 'tls13'
    | undefined;
  /**
   * Without effect: Go chooses the order of cipher suites by itself.
   *
   * @deprecated since 1.11; remove it
   */
  tls_prefer_server_cipher_suites?: boolean | undefined;
  /**
   * Deprecated place of tls.defaults.verify_incoming.
   *
   * @deprecated since 1.12; use tls.defaults.verify_incoming; it leaves gRPC alone, so set
   * tls.grpc.verify_incoming = false as well
   */
  verify_incoming?: boolean | undefined;
  /**
   * Deprecated place of tls.https.verify_incoming.
   *
   * @deprecated since 1.12; use tls.https.verify_incoming
   */
  verify_incoming_https?: boolean | undefined;
  /**
   * Deprecated place of tls.internal_rpc.verify_incoming.
   *
   * @deprecated since 1.12; use tls.internal_rpc.verify_incoming
   */
  verify_incoming_rpc?: boolean | undefined;
  /**
   * Deprecated place of tls.defaults.verify_outgoing.
   *
   * @deprecated since 1.12; use tls.defaults.verify_outgoing
   */
  verify_outgoing?: boolean | undefined;
  /**
   * Deprecated place of tls.internal_rpc.verify_server_hostname.
   *
   * @deprecated since 1.12; use tls.internal_rpc.verify_server_hostname
   */
  verify_server_hostname?: boolean | undefined;
}

/** Every option of an agent. */
export interface AnyAgentConfig extends AgentConfigBase {
  /**
   * Where the agent runs, for routing to near instances.
   *
   * @since Consul 1.16
   */
  locality?: LocalityConfig | undefined;
  /**
   * Names of unfinished features to switch on.
   *
   * @since Consul 1.16
   */
  experiments?: readonly string[] | undefined;
  /**
   * Directory with token files; not documented yet.
   *
   * @since Consul 2.1
   */
  token_dirs?: string | undefined;
  /** TLS for each interface. */
  tls?: TlsConfig | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig | undefined;
  /**
   * Whether services of the mesh may talk where no intention says so.
   *
   * @default the same as acl.default_policy
   * @since Consul 1.18
   */
  default_intention_policy?: 'allow' | 'deny' | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfig | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfig | undefined;
  /**
   * Takes keys with `..` and the like into the key-value store. Unsafe; for old keys only.
   *
   * @default false
   * @since Consul 1.22
   */
  disable_kv_key_validation?: boolean | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfig | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfig | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig | undefined;
  /**
   * Lets a server that comes back force an election, as before pre-vote existed.
   *
   * @default false
   * @since Consul 1.21
   * @role servers only
   */
  raft_prevote_disabled?: boolean | undefined;
  /**
   * How often a server brings the list of mesh gateways of its datacenter up to date. A Go duration such as
   * "30s", "1h30m" or "250ms".
   *
   * @since Consul 1.22.5, 2.0
   * @role servers only
   */
  federation_state_anti_entropy_sync_interval?: string | undefined;
  /** The service mesh. */
  connect?: ConnectConfig | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfig[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfig | undefined;
  /**
   * Features that the cluster switches on when it is formed.
   *
   * @since Consul 2.1
   */
  feature_gates?: FeatureGatesConfig | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfig | undefined;
  /**
   * Reports of use for the license.
   *
   * @since Consul 1.16
   * @enterprise Enterprise; the Community agent ignores it
   */
  reporting?: ReportingConfig | undefined;
  /**
   * Links the cluster to a registry of clusters.
   *
   * @since Consul 2.1
   * @enterprise Enterprise; the Community agent does not know the key
   */
  global_registry?: GlobalRegistryConfig | undefined;
  /**
   * The link to HCP; without effect from 2.0 on.
   *
   * @deprecated since 2.0; HCP no longer takes self-managed clusters
   */
  cloud?: CloudConfig | undefined;
}

/** Every option of an agent. */
interface AgentConfig1_15 extends AgentConfigBase {
  /** TLS for each interface. */
  tls?: TlsConfig1_15 | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig1_15 | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfigBase | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfigBase | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfigBase | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfigBase | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig1_15 | undefined;
  /** The service mesh. */
  connect?: ConnectConfigBase | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig1_15 | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig1_15[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig1_15 | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfigBase[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfigBase | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfigBase | undefined;
  /** The link to HCP; without effect from 2.0 on. */
  cloud?: CloudConfig | undefined;
}

/** Every option of an agent. */
interface AgentConfig1_16 extends AgentConfigBase {
  /**
   * Where the agent runs, for routing to near instances.
   *
   * @since Consul 1.16
   */
  locality?: LocalityConfig | undefined;
  /**
   * Names of unfinished features to switch on.
   *
   * @since Consul 1.16
   */
  experiments?: readonly string[] | undefined;
  /** TLS for each interface. */
  tls?: TlsConfig1_15 | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig1_15 | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfig1_16 | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfigBase | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfigBase | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfigBase | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig1_15 | undefined;
  /** The service mesh. */
  connect?: ConnectConfigBase | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig1_15 | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig1_16[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig1_16 | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfig[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfig | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfig | undefined;
  /**
   * Reports of use for the license.
   *
   * @since Consul 1.16
   * @enterprise Enterprise; the Community agent ignores it
   */
  reporting?: ReportingConfig1_16 | undefined;
  /** The link to HCP; without effect from 2.0 on. */
  cloud?: CloudConfig | undefined;
}

/** Every option of an agent. */
interface AgentConfig1_17 extends AgentConfigBase {
  /**
   * Where the agent runs, for routing to near instances.
   *
   * @since Consul 1.16
   */
  locality?: LocalityConfig | undefined;
  /**
   * Names of unfinished features to switch on.
   *
   * @since Consul 1.16
   */
  experiments?: readonly string[] | undefined;
  /** TLS for each interface. */
  tls?: TlsConfig1_17 | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfig1_16 | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfigBase | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfigBase | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfigBase | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig | undefined;
  /** The service mesh. */
  connect?: ConnectConfigBase | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig1_17 | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig1_16[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig1_16 | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfig[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfig | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfig | undefined;
  /**
   * Reports of use for the license.
   *
   * @since Consul 1.16
   * @enterprise Enterprise; the Community agent ignores it
   */
  reporting?: ReportingConfig1_16 | undefined;
  /** The link to HCP; without effect from 2.0 on. */
  cloud?: CloudConfig | undefined;
}

/** Every option of an agent. */
interface AgentConfig1_18 extends AgentConfigBase {
  /**
   * Where the agent runs, for routing to near instances.
   *
   * @since Consul 1.16
   */
  locality?: LocalityConfig | undefined;
  /**
   * Names of unfinished features to switch on.
   *
   * @since Consul 1.16
   */
  experiments?: readonly string[] | undefined;
  /** TLS for each interface. */
  tls?: TlsConfig1_17 | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig | undefined;
  /**
   * Whether services of the mesh may talk where no intention says so.
   *
   * @default the same as acl.default_policy
   * @since Consul 1.18
   */
  default_intention_policy?: 'allow' | 'deny' | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfig1_16 | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfigBase | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfigBase | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfigBase | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig | undefined;
  /** The service mesh. */
  connect?: ConnectConfigBase | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig1_18 | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig1_18[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig1_18 | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfig[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfig | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfig | undefined;
  /**
   * Reports of use for the license.
   *
   * @since Consul 1.16
   * @enterprise Enterprise; the Community agent ignores it
   */
  reporting?: ReportingConfig1_16 | undefined;
  /** The link to HCP; without effect from 2.0 on. */
  cloud?: CloudConfig | undefined;
}

/** Every option of an agent. */
interface AgentConfig1_19 extends AgentConfigBase {
  /**
   * Where the agent runs, for routing to near instances.
   *
   * @since Consul 1.16
   */
  locality?: LocalityConfig | undefined;
  /**
   * Names of unfinished features to switch on.
   *
   * @since Consul 1.16
   */
  experiments?: readonly string[] | undefined;
  /** TLS for each interface. */
  tls?: TlsConfig1_17 | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig | undefined;
  /**
   * Whether services of the mesh may talk where no intention says so.
   *
   * @default the same as acl.default_policy
   * @since Consul 1.18
   */
  default_intention_policy?: 'allow' | 'deny' | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfig1_19 | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfigBase | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfigBase | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfigBase | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig | undefined;
  /** The service mesh. */
  connect?: ConnectConfigBase | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig1_19 | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig1_18[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig1_18 | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfig[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfig | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfig | undefined;
  /**
   * Reports of use for the license.
   *
   * @since Consul 1.16
   * @enterprise Enterprise; the Community agent ignores it
   */
  reporting?: ReportingConfig1_16 | undefined;
  /** The link to HCP; without effect from 2.0 on. */
  cloud?: CloudConfig | undefined;
}

/** Every option of an agent. */
interface AgentConfig1_20 extends AgentConfigBase {
  /**
   * Where the agent runs, for routing to near instances.
   *
   * @since Consul 1.16
   */
  locality?: LocalityConfig | undefined;
  /**
   * Names of unfinished features to switch on.
   *
   * @since Consul 1.16
   */
  experiments?: readonly string[] | undefined;
  /** TLS for each interface. */
  tls?: TlsConfig1_17 | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig | undefined;
  /**
   * Whether services of the mesh may talk where no intention says so.
   *
   * @default the same as acl.default_policy
   * @since Consul 1.18
   */
  default_intention_policy?: 'allow' | 'deny' | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfig1_19 | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfigBase | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfigBase | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfigBase | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig | undefined;
  /** The service mesh. */
  connect?: ConnectConfigBase | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig1_20 | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig1_18[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig1_18 | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfig[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfig | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfig | undefined;
  /**
   * Reports of use for the license.
   *
   * @since Consul 1.16
   * @enterprise Enterprise; the Community agent ignores it
   */
  reporting?: ReportingConfig1_16 | undefined;
  /** The link to HCP; without effect from 2.0 on. */
  cloud?: CloudConfig | undefined;
}

/** Every option of an agent. */
interface AgentConfig1_21 extends AgentConfigBase {
  /**
   * Where the agent runs, for routing to near instances.
   *
   * @since Consul 1.16
   */
  locality?: LocalityConfig | undefined;
  /**
   * Names of unfinished features to switch on.
   *
   * @since Consul 1.16
   */
  experiments?: readonly string[] | undefined;
  /** TLS for each interface. */
  tls?: TlsConfig1_17 | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig | undefined;
  /**
   * Whether services of the mesh may talk where no intention says so.
   *
   * @default the same as acl.default_policy
   * @since Consul 1.18
   */
  default_intention_policy?: 'allow' | 'deny' | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfig1_19 | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfigBase | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfigBase | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfig | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig | undefined;
  /**
   * Lets a server that comes back force an election, as before pre-vote existed.
   *
   * @default false
   * @since Consul 1.21
   * @role servers only
   */
  raft_prevote_disabled?: boolean | undefined;
  /** The service mesh. */
  connect?: ConnectConfigBase | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig1_21 | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig1_18[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig1_18 | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfig[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfig | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfig | undefined;
  /**
   * Reports of use for the license.
   *
   * @since Consul 1.16
   * @enterprise Enterprise; the Community agent ignores it
   */
  reporting?: ReportingConfig1_16 | undefined;
  /** The link to HCP; without effect from 2.0 on. */
  cloud?: CloudConfig | undefined;
}

/** Every option of an agent. */
interface AgentConfig1_22 extends AgentConfigBase {
  /**
   * Where the agent runs, for routing to near instances.
   *
   * @since Consul 1.16
   */
  locality?: LocalityConfig | undefined;
  /**
   * Names of unfinished features to switch on.
   *
   * @since Consul 1.16
   */
  experiments?: readonly string[] | undefined;
  /** TLS for each interface. */
  tls?: TlsConfig1_17 | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig | undefined;
  /**
   * Whether services of the mesh may talk where no intention says so.
   *
   * @default the same as acl.default_policy
   * @since Consul 1.18
   */
  default_intention_policy?: 'allow' | 'deny' | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfig1_19 | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfig1_22 | undefined;
  /**
   * Takes keys with `..` and the like into the key-value store. Unsafe; for old keys only.
   *
   * @default false
   * @since Consul 1.22
   */
  disable_kv_key_validation?: boolean | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfigBase | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfig | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig | undefined;
  /**
   * Lets a server that comes back force an election, as before pre-vote existed.
   *
   * @default false
   * @since Consul 1.21
   * @role servers only
   */
  raft_prevote_disabled?: boolean | undefined;
  /**
   * How often a server brings the list of mesh gateways of its datacenter up to date. A Go duration such as
   * "30s", "1h30m" or "250ms".
   *
   * @since Consul 1.22.5, 2.0
   * @role servers only
   */
  federation_state_anti_entropy_sync_interval?: string | undefined;
  /** The service mesh. */
  connect?: ConnectConfig | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig1_21 | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig1_22[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig1_22 | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfig[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfig | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfig | undefined;
  /**
   * Reports of use for the license.
   *
   * @since Consul 1.16
   * @enterprise Enterprise; the Community agent ignores it
   */
  reporting?: ReportingConfig | undefined;
  /** The link to HCP; without effect from 2.0 on. */
  cloud?: CloudConfig | undefined;
}

/** Every option of an agent. */
interface AgentConfig1_23 extends AgentConfigBase {
  /**
   * Where the agent runs, for routing to near instances.
   *
   * @since Consul 1.16
   */
  locality?: LocalityConfig | undefined;
  /**
   * Names of unfinished features to switch on.
   *
   * @since Consul 1.16
   */
  experiments?: readonly string[] | undefined;
  /** TLS for each interface. */
  tls?: TlsConfig1_17 | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig | undefined;
  /**
   * Whether services of the mesh may talk where no intention says so.
   *
   * @default the same as acl.default_policy
   * @since Consul 1.18
   */
  default_intention_policy?: 'allow' | 'deny' | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfig1_19 | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfigBase | undefined;
  /**
   * Takes keys with `..` and the like into the key-value store. Unsafe; for old keys only.
   *
   * @default false
   * @since Consul 1.22
   */
  disable_kv_key_validation?: boolean | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfigBase | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfig | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig | undefined;
  /**
   * Lets a server that comes back force an election, as before pre-vote existed.
   *
   * @default false
   * @since Consul 1.21
   * @role servers only
   */
  raft_prevote_disabled?: boolean | undefined;
  /** The service mesh. */
  connect?: ConnectConfigBase | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig1_21 | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig1_22[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig1_22 | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfig[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfig | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfig | undefined;
  /**
   * Reports of use for the license.
   *
   * @since Consul 1.16
   * @enterprise Enterprise; the Community agent ignores it
   */
  reporting?: ReportingConfig | undefined;
  /** The link to HCP; without effect from 2.0 on. */
  cloud?: CloudConfig | undefined;
}

/** Every option of an agent. */
interface AgentConfig2_0 extends AgentConfigBase {
  /**
   * Where the agent runs, for routing to near instances.
   *
   * @since Consul 1.16
   */
  locality?: LocalityConfig | undefined;
  /**
   * Names of unfinished features to switch on.
   *
   * @since Consul 1.16
   */
  experiments?: readonly string[] | undefined;
  /** TLS for each interface. */
  tls?: TlsConfig1_17 | undefined;
  /** Access control by tokens and policies. */
  acl?: AclConfig | undefined;
  /**
   * Whether services of the mesh may talk where no intention says so.
   *
   * @default the same as acl.default_policy
   * @since Consul 1.18
   */
  default_intention_policy?: 'allow' | 'deny' | undefined;
  /** Metrics, and where they are sent. */
  telemetry?: TelemetryConfig | undefined;
  /** How the HTTP API answers. */
  http_config?: HttpConfig | undefined;
  /**
   * Takes keys with `..` and the like into the key-value store. Unsafe; for old keys only.
   *
   * @default false
   * @since Consul 1.22
   */
  disable_kv_key_validation?: boolean | undefined;
  /** Limits on what clients may ask for. */
  limits?: LimitsConfig2_0 | undefined;
  /** Trade-offs between speed, load and safety. */
  performance?: PerformanceConfig | undefined;
  /**
   * How a server stores the Raft log.
   *
   * @role servers only
   */
  raft_logstore?: RaftLogstoreConfig | undefined;
  /**
   * Lets a server that comes back force an election, as before pre-vote existed.
   *
   * @default false
   * @since Consul 1.21
   * @role servers only
   */
  raft_prevote_disabled?: boolean | undefined;
  /**
   * How often a server brings the list of mesh gateways of its datacenter up to date. A Go duration such as
   * "30s", "1h30m" or "250ms".
   *
   * @since Consul 1.22.5, 2.0
   * @role servers only
   */
  federation_state_anti_entropy_sync_interval?: string | undefined;
  /** The service mesh. */
  connect?: ConnectConfig | undefined;
  /**
   * Config entries to begin with.
   *
   * @role servers only
   */
  config_entries?: ConfigEntriesConfig1_21 | undefined;
  /** Services of this node. The lists of several files add up. */
  services?: readonly ServiceConfig[] | undefined;
  /** One service of this node; `services` takes several. */
  service?: ServiceConfig | undefined;
  /** Health checks of this node, or of its services by `service_id`. */
  checks?: readonly CheckConfig[] | undefined;
  /** One health check; `checks` takes several. */
  check?: CheckConfig | undefined;
  /**
   * The audit log: who asked what of this agent.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  audit?: AuditConfig | undefined;
  /**
   * Reports of use for the license.
   *
   * @since Consul 1.16
   * @enterprise Enterprise; the Community agent ignores it
   */
  reporting?: ReportingConfig | undefined;
  /**
   * The link to HCP; without effect from 2.0 on.
   *
   * @deprecated since 2.0; HCP no longer takes self-managed clusters
   */
  cloud?: CloudConfig | undefined;
}

/** Where the agent runs, for routing to near instances. */
export interface LocalityConfig {
  /** Region, such as that of the cloud provider. */
  region?: string | undefined;
  /** Zone within the region; needs `region`. */
  zone?: string | undefined;
}

/** Ports of all listeners. */
export interface PortsConfig {
  /**
   * DNS, over TCP and UDP. A port number up to 65535, or -1 to switch it off.
   *
   * @default 8600
   * @flag -dns-port
   */
  dns?: number | undefined;
  /**
   * The HTTP API and the web UI. A port number up to 65535, or -1 to switch it off.
   *
   * @default 8500
   * @flag -http-port
   */
  http?: number | undefined;
  /**
   * The HTTPS API; off unless set, and 8501 by custom. A port number up to 65535, or -1 to switch it off.
   *
   * @default -1
   * @flag -https-port
   */
  https?: number | undefined;
  /**
   * Unencrypted gRPC, by which proxies fetch their configuration; off unless set. A port number up to 65535,
   * or -1 to switch it off.
   *
   * @default -1
   * @flag -grpc-port
   */
  grpc?: number | undefined;
  /**
   * gRPC with TLS. Servers open it unasked, since dataplanes and peers connect to it; clients only when it is
   * set. A port number up to 65535, or -1 to switch it off.
   *
   * @default 8503 on servers, -1 on clients
   * @flag -grpc-tls-port
   */
  grpc_tls?: number | undefined;
  /**
   * Server RPC. Must be reachable from every agent of the datacenter. A port number from 1 to 65535.
   *
   * @default 8300
   * @flag -server-port
   */
  server?: number | undefined;
  /**
   * Gossip inside the datacenter, over TCP and UDP, between all agents. A port number from 1 to 65535.
   *
   * @default 8301
   * @flag -serf-lan-port
   */
  serf_lan?: number | undefined;
  /**
   * Gossip between servers of different datacenters, over TCP and UDP; -1 if there is only one. A port number
   * up to 65535, or -1 to switch it off.
   *
   * @default 8302
   * @flag -serf-wan-port
   */
  serf_wan?: number | undefined;
  /**
   * First port that the agent may give to a sidecar proxy registered without one. A port number up to 65535,
   * or -1 to switch it off.
   *
   * @default 21000
   */
  sidecar_min_port?: number | undefined;
  /**
   * Last port that the agent may give to a sidecar proxy; not below sidecar_min_port. A port number up to
   * 65535, or -1 to switch it off.
   *
   * @default 21255
   */
  sidecar_max_port?: number | undefined;
  /**
   * First port for health checks that are exposed through a proxy. A port number up to 65535, or -1 to switch
   * it off.
   *
   * @default 21500
   */
  expose_min_port?: number | undefined;
  /**
   * Last port for health checks that are exposed through a proxy; not below expose_min_port. A port number up
   * to 65535, or -1 to switch it off.
   *
   * @default 21755
   */
  expose_max_port?: number | undefined;
  /**
   * A remainder of managed proxies, which are gone: only compared with proxy_max_port. A port number up to
   * 65535, or -1 to switch it off.
   *
   * @default 20000
   */
  proxy_min_port?: number | undefined;
  /**
   * A remainder of managed proxies, which are gone: only compared with proxy_min_port. A port number up to
   * 65535, or -1 to switch it off.
   *
   * @default 20255
   */
  proxy_max_port?: number | undefined;
}

/** A listening address for each client API, in place of client_addr. */
export interface AddressesConfig {
  /**
   * Binds the DNS server to these addresses instead of client_addr. Unix sockets are not possible here. IP
   * addresses separated by blanks, or a go-sockaddr template.
   */
  dns?: string | undefined;
  /**
   * Binds the HTTP API to these addresses or sockets instead of client_addr. IP addresses or unix:// sockets
   * separated by blanks, or a go-sockaddr template.
   */
  http?: string | undefined;
  /**
   * Binds the HTTPS API to these addresses or sockets instead of client_addr. IP addresses or unix:// sockets
   * separated by blanks, or a go-sockaddr template.
   */
  https?: string | undefined;
  /**
   * Binds the unencrypted gRPC listener to these addresses instead of client_addr. IP addresses or unix://
   * sockets separated by blanks, or a go-sockaddr template.
   */
  grpc?: string | undefined;
  /**
   * Binds the gRPC listener with TLS to these addresses instead of client_addr. IP addresses or unix://
   * sockets separated by blanks, or a go-sockaddr template.
   */
  grpc_tls?: string | undefined;
}

/** Timing of gossip inside the datacenter. The defaults suit nearly everyone. */
export interface GossipLanConfig {
  /**
   * Pause between two rounds of gossip. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "200ms"
   */
  gossip_interval?: string | undefined;
  /**
   * Members that each round goes to.
   *
   * @default 3
   */
  gossip_nodes?: number | undefined;
  /**
   * Pause between two looks whether a member is alive. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "1s"
   */
  probe_interval?: string | undefined;
  /**
   * Wait for the answer of a member before others are asked about it. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "500ms"
   */
  probe_timeout?: string | undefined;
  /**
   * Factor by which messages are repeated; grows with the size of the cluster.
   *
   * @default 4
   */
  retransmit_mult?: number | undefined;
  /**
   * Factor for the time that a silent member has to prove that it is alive.
   *
   * @default 4
   */
  suspicion_mult?: number | undefined;
}

/** Timing of gossip between datacenters. The defaults suit nearly everyone. */
export interface GossipWanConfig {
  /**
   * Pause between two rounds of gossip. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "500ms"
   */
  gossip_interval?: string | undefined;
  /**
   * Members that each round goes to.
   *
   * @default 3
   */
  gossip_nodes?: number | undefined;
  /**
   * Pause between two looks whether a member is alive. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "5s"
   */
  probe_interval?: string | undefined;
  /**
   * Wait for the answer of a member before others are asked about it. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "3s"
   */
  probe_timeout?: string | undefined;
  /**
   * Factor by which messages are repeated; grows with the size of the cluster.
   *
   * @default 4
   */
  retransmit_mult?: number | undefined;
  /**
   * Factor for the time that a silent member has to prove that it is alive.
   *
   * @default 6
   */
  suspicion_mult?: number | undefined;
}

interface TlsConfigBase {
}

/** TLS for each interface. */
export interface TlsConfig extends TlsConfigBase {
  /** Defaults of every interface below. */
  defaults?: TlsDefaultsConfig | undefined;
  /** RPC between agents; the traffic inside of the cluster. */
  internal_rpc?: TlsInternalRpcConfig | undefined;
  /** The HTTPS API. */
  https?: TlsHttpsConfig | undefined;
  /** The gRPC listener with TLS. */
  grpc?: TlsGrpcConfig | undefined;
}

/** TLS for each interface. */
interface TlsConfig1_15 extends TlsConfigBase {
  /** Defaults of every interface below. */
  defaults?: TlsDefaultsConfigBase | undefined;
  /** RPC between agents; the traffic inside of the cluster. */
  internal_rpc?: TlsInternalRpcConfigBase | undefined;
  /** The HTTPS API. */
  https?: TlsHttpsConfigBase | undefined;
  /** The gRPC listener with TLS. */
  grpc?: TlsGrpcConfigBase | undefined;
}

/** TLS for each interface. */
interface TlsConfig1_17 extends TlsConfigBase {
  /** Defaults of every interface below. */
  defaults?: TlsDefaultsConfig1_17 | undefined;
  /** RPC between agents; the traffic inside of the cluster. */
  internal_rpc?: TlsInternalRpcConfigBase | undefined;
  /** The HTTPS API. */
  https?: TlsHttpsConfigBase | undefined;
  /** The gRPC listener with TLS. */
  grpc?: TlsGrpcConfigBase | undefined;
}

/** Hands TLS certificates out to clients, which auto_config does better. */
export interface AutoEncryptConfig {
  /**
   * Gets the client’s TLS certificate from the servers instead of a file.
   *
   * @default false
   * @role clients only
   */
  tls?: boolean | undefined;
  /**
   * Lets this server issue certificates to clients that use auto_encrypt.tls. Turns the mesh on.
   *
   * @default false
   * @role servers only
   */
  allow_tls?: boolean | undefined;
  /**
   * DNS names to have in the client’s certificate besides the usual ones. Each a DNS name.
   *
   * @role clients only
   */
  dns_san?: readonly string[] | undefined;
  /**
   * IP addresses to have in the client’s certificate besides the usual ones. Each an IP address.
   *
   * @role clients only
   */
  ip_san?: readonly string[] | undefined;
}

/** Lets clients fetch certificates, tokens and settings from the servers. */
export interface AutoConfig {
  /**
   * Fetches the configuration from the servers with an introduction token. Not together with
   * auto_encrypt.tls.
   *
   * @default false
   * @role clients only
   */
  enabled?: boolean | undefined;
  /**
   * The introduction token itself; the environment’s CONSUL_INTRO_TOKEN wins over it. A signed JSON Web
   * Token.
   *
   * @role clients only
   */
  intro_token?: string | undefined;
  /**
   * File that holds the introduction token; read where intro_token is empty. The path of a file.
   *
   * @role clients only
   */
  intro_token_file?: string | undefined;
  /**
   * Servers to ask for the configuration, in the forms of retry_join. Each a host or IP address with an
   * optional port, a go-sockaddr template, or a cloud lookup "provider=… key=value".
   *
   * @role clients only
   */
  server_addresses?: readonly string[] | undefined;
  /**
   * DNS names to have in the client’s certificate besides the usual ones. Each a DNS name.
   *
   * @role clients only
   */
  dns_sans?: readonly string[] | undefined;
  /**
   * IP addresses to have in the client’s certificate besides the usual ones. Each an IP address.
   *
   * @role clients only
   */
  ip_sans?: readonly string[] | undefined;
  /** How servers decide whom to give a configuration. */
  authorization?: AutoConfigAuthorizationConfig | undefined;
}

interface AclConfigBase {
  /**
   * Turns access control on. Every agent of the datacenter must agree.
   *
   * @default false
   */
  enabled?: boolean | undefined;
  /**
   * What happens to a request that no rule covers. `allow` leaves everything open that is not denied;
   * production wants `deny`.
   *
   * @default "allow"
   */
  default_policy?: 'allow' | 'deny' | undefined;
  /**
   * What to do while a token cannot be looked up: `extend-cache` and `async-cache` go on with what is known,
   * `deny` and `allow` do as they say.
   *
   * @default "extend-cache"
   */
  down_policy?: 'allow' | 'deny' | 'extend-cache' | 'async-cache' | undefined;
  /**
   * Keeps tokens that were set through the API in data_dir, so that they survive a restart.
   *
   * @default false
   */
  enable_token_persistence?: boolean | undefined;
  /**
   * Copies tokens, not only policies and roles, into this secondary datacenter.
   *
   * @default false
   * @role servers only
   */
  enable_token_replication?: boolean | undefined;
  /**
   * Asks for the `list` permission on recursive reads of the key-value store.
   *
   * @default false
   */
  enable_key_list_policy?: boolean | undefined;
  /**
   * How long a looked-up token is kept in the cache. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "30s"
   */
  token_ttl?: string | undefined;
  /**
   * How long a looked-up policy is kept in the cache. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "30s"
   */
  policy_ttl?: string | undefined;
  /**
   * How long a looked-up role is kept in the cache. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "0s"
   */
  role_ttl?: string | undefined;
  /**
   * Forbids `consul acl bootstrap` where a provider manages the cluster.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  msp_disable_bootstrap?: boolean | undefined;
}

/** Access control by tokens and policies. */
export interface AclConfig extends AclConfigBase {
  /** The tokens that the agent itself uses. */
  tokens?: AclTokensConfig | undefined;
}

/** Access control by tokens and policies. */
interface AclConfig1_15 extends AclConfigBase {
  /** The tokens that the agent itself uses. */
  tokens?: AclTokensConfigBase | undefined;
}

interface TelemetryConfigBase {
  /**
   * What the names of all figures begin with.
   *
   * @default "consul"
   */
  metrics_prefix?: string | undefined;
  /**
   * Offers figures for Prometheus, each kept for so long; 0 for none. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "0s"
   */
  prometheus_retention_time?: string | undefined;
  /** StatsD server to send figures to, over UDP. A host and a port, such as "127.0.0.1:8125". */
  statsd_address?: string | undefined;
  /** statsite server to send figures to, over TCP. A host and a port, such as "127.0.0.1:8125". */
  statsite_address?: string | undefined;
  /** DogStatsD server to send figures to. A host and a port, or unix:// and the path of a socket. */
  dogstatsd_addr?: string | undefined;
  /** Tags for everything that goes to DogStatsD. */
  dogstatsd_tags?: readonly string[] | undefined;
  /**
   * Which figures are sent (+) and which are not (-), by how their names begin. Each a metric prefix after +
   * (send) or - (drop).
   */
  prefix_filter?: readonly string[] | undefined;
  /**
   * Whether figures are sent that no prefix_filter names.
   *
   * @default true
   */
  filter_default?: boolean | undefined;
  /**
   * Leaves the host name out of the names of figures. Wanted with Prometheus.
   *
   * @default false
   */
  disable_hostname?: boolean | undefined;
  /**
   * Starts without a metrics server that cannot be reached, and keeps trying.
   *
   * @default true
   */
  retry_failed_connection?: boolean | undefined;
  /** API token of Circonus; turns that sink on. */
  circonus_api_token?: string | undefined;
  /**
   * Application that the token belongs to.
   *
   * @default consul
   */
  circonus_api_app?: string | undefined;
  /**
   * Address of the API. A URL.
   *
   * @default https://api.circonus.com/v2
   */
  circonus_api_url?: string | undefined;
  /** Where to send figures, for a check that exists. A URL. */
  circonus_submission_url?: string | undefined;
  /**
   * Pause between two deliveries. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default 10s
   */
  circonus_submission_interval?: string | undefined;
  /** ID of a check that exists. */
  circonus_check_id?: string | undefined;
  /**
   * Distinguishes the metrics of this agent from those of others.
   *
   * @default host name:application
   */
  circonus_check_instance_id?: string | undefined;
  /**
   * Tag by which the check is found again.
   *
   * @default service:application
   */
  circonus_check_search_tag?: string | undefined;
  /** Name of the check in Circonus. */
  circonus_check_display_name?: string | undefined;
  /** Tags for a new check, separated by commas. */
  circonus_check_tags?: string | undefined;
  /** Switches figures on again that were switched off in Circonus. A word in quotes, not a boolean. */
  circonus_check_force_metric_activation?: 'true' | 'false' | undefined;
  /** ID of the broker to create a check with. */
  circonus_broker_id?: string | undefined;
  /** Tag by which a broker is chosen. */
  circonus_broker_select_tag?: string | undefined;
}

/** Metrics, and where they are sent. */
export interface TelemetryConfig extends TelemetryConfigBase {
  /**
   * Adds figures of use up instead of splitting them by namespace and partition.
   *
   * @default false
   * @since Consul 1.19
   */
  disable_per_tenancy_usage_metrics?: boolean | undefined;
  /**
   * Reports CPU, memory and disks of the host too.
   *
   * @default false
   * @since Consul 1.16
   */
  enable_host_metrics?: boolean | undefined;
  /**
   * Figures about certificates that expire.
   *
   * @since Consul 2.0
   */
  certificate?: CertificateTelemetryConfig | undefined;
}

/** Metrics, and where they are sent. */
interface TelemetryConfig1_16 extends TelemetryConfigBase {
  /**
   * Reports CPU, memory and disks of the host too.
   *
   * @default false
   * @since Consul 1.16
   */
  enable_host_metrics?: boolean | undefined;
}

/** Metrics, and where they are sent. */
interface TelemetryConfig1_19 extends TelemetryConfigBase {
  /**
   * Adds figures of use up instead of splitting them by namespace and partition.
   *
   * @default false
   * @since Consul 1.19
   */
  disable_per_tenancy_usage_metrics?: boolean | undefined;
  /**
   * Reports CPU, memory and disks of the host too.
   *
   * @default false
   * @since Consul 1.16
   */
  enable_host_metrics?: boolean | undefined;
}

/** How the DNS server answers. */
export interface DnsConfig {
  /**
   * Lets any server answer, not only the leader. Faster, and it works without one.
   *
   * @default true
   */
  allow_stale?: boolean | undefined;
  /**
   * How old an answer by a follower may be. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "87600h"
   */
  max_stale?: string | undefined;
  /**
   * How long resolvers may cache the address of a node. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "0s"
   */
  node_ttl?: string | undefined;
  /**
   * How long resolvers may cache the address of a service, by service name; `*` at the end of a name covers
   * the rest. Each a Go duration such as "30s", "1h30m" or "250ms".
   */
  service_ttl?: Readonly<Record<string, string>> | undefined;
  /**
   * Leaves out instances with a warning, not only critical ones.
   *
   * @default false
   */
  only_passing?: boolean | undefined;
  /**
   * Marks UDP answers that had to be cut, so that resolvers ask again over TCP.
   *
   * @default false
   */
  enable_truncate?: boolean | undefined;
  /**
   * Address records in one answer at most; 0 for no limit.
   *
   * @default 0
   */
  a_record_limit?: number | undefined;
  /**
   * Records in one UDP answer at most, for resolvers of old.
   *
   * @default 3
   * @deprecated since 1.0.7; use dns_config.a_record_limit
   */
  udp_answer_limit?: number | undefined;
  /**
   * Sends names in full. Answers grow, and more of them are cut.
   *
   * @default false
   */
  disable_compression?: boolean | undefined;
  /**
   * Order in which the recursors are asked.
   *
   * @default "sequential"
   */
  recursor_strategy?: 'sequential' | 'random' | undefined;
  /**
   * How long to wait for a recursor. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "2s"
   */
  recursor_timeout?: string | undefined;
  /**
   * Adds TXT records with the metadata of nodes to answers.
   *
   * @default true
   */
  enable_additional_node_meta_txt?: boolean | undefined;
  /**
   * Answers out of the agent’s cache.
   *
   * @default false
   */
  use_cache?: boolean | undefined;
  /**
   * Age from which a cached answer is fetched anew; 0 for no limit. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "0s"
   */
  cache_max_age?: string | undefined;
  /** Timing in the start-of-authority record. */
  soa?: SoaConfig | undefined;
  /**
   * Reads a label that could be a datacenter or a namespace as a namespace.
   *
   * @deprecated since 1.11; names with explicit labels leave nothing to guess
   * @enterprise Enterprise; the Community agent ignores it
   */
  prefer_namespace?: boolean | undefined;
}

interface HttpConfigBase {
  /**
   * Networks from which requests that change something are taken; without any, from all. Each a network in
   * CIDR form such as "10.0.0.0/8".
   *
   * @flag -allow-write-http-from
   */
  allow_write_http_from?: readonly string[] | undefined;
  /** API paths, by their beginnings, that are answered with 403. */
  block_endpoints?: readonly string[] | undefined;
  /** Headers to add to every answer of the API and the UI. */
  response_headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Lets the API answer out of the agent’s cache where a request permits it.
   *
   * @default true
   */
  use_cache?: boolean | undefined;
  /**
   * Size that the headers of a request may have. A whole number of bytes (bytes).
   *
   * @default Go’s limit of 1 MiB
   */
  max_header_bytes?: number | undefined;
}

/** How the HTTP API answers. */
export interface HttpConfig extends HttpConfigBase {
  /**
   * How long a client may take to send its request; 1 s or more. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "15m"
   * @since Consul 1.22.5, 2.0
   */
  read_timeout?: string | undefined;
  /**
   * How long a client may take to send its headers; 1 s or more. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "10s"
   * @since Consul 1.22.5, 2.0
   */
  read_header_timeout?: string | undefined;
  /**
   * How long an answer may take, blocking queries included; 1 s or more. A Go duration such as "30s", "1h30m"
   * or "250ms".
   *
   * @default "15m"
   * @since Consul 1.22.5, 2.0
   */
  write_timeout?: string | undefined;
  /**
   * How long a connection may wait for its next request; 10 s or more. A Go duration such as "30s", "1h30m"
   * or "250ms".
   *
   * @default "120s"
   * @since Consul 1.22.5, 2.0
   */
  idle_timeout?: string | undefined;
}

/** How the HTTP API answers. */
interface HttpConfig1_22 extends HttpConfigBase {
  /**
   * How long a client may take to send its request; 1 s or more. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "30s"
   * @since Consul 1.22.5, 2.0
   */
  read_timeout?: string | undefined;
  /**
   * How long a client may take to send its headers; 1 s or more. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "10s"
   * @since Consul 1.22.5, 2.0
   */
  read_header_timeout?: string | undefined;
  /**
   * How long an answer may take, blocking queries included; 1 s or more. A Go duration such as "30s", "1h30m"
   * or "250ms".
   *
   * @default "30s"
   * @since Consul 1.22.5, 2.0
   */
  write_timeout?: string | undefined;
  /**
   * How long a connection may wait for its next request; 10 s or more. A Go duration such as "30s", "1h30m"
   * or "250ms".
   *
   * @default "120s"
   * @since Consul 1.22.5, 2.0
   */
  idle_timeout?: string | undefined;
}

/** Owner and permissions of the unix sockets in `addresses`. */
export interface UnixSocketsConfig {
  /** Owner of the sockets, a name or number. */
  user?: string | undefined;
  /** Group of the sockets, a number. */
  group?: string | undefined;
  /** Permission bits of the sockets. Permission bits in octal, such as "0660". */
  mode?: string | undefined;
}

/** The web UI. */
export interface UiConfig {
  /**
   * Serves the web UI on the HTTP port.
   *
   * @default false
   * @flag -ui
   */
  enabled?: boolean | undefined;
  /**
   * Serves the UI out of this directory; the alternative to `enabled`. The path of a directory.
   *
   * @flag -ui-dir
   */
  dir?: string | undefined;
  /**
   * Path below which the UI is served. A URL path of letters, digits, - and _, such as "/ui/".
   *
   * @default "/ui/"
   * @flag -ui-content-path
   */
  content_path?: string | undefined;
  /**
   * Where the UI gets figures of services from; `prometheus` is built in. A name of lower-case letters,
   * digits, - and _.
   */
  metrics_provider?: string | undefined;
  /** JavaScript files that define further metrics providers. Each the path of a file. */
  metrics_provider_files?: readonly string[] | undefined;
  /** Options for the metrics provider, as the text of a JSON object. */
  metrics_provider_options_json?: string | undefined;
  /** Lets the UI reach the metrics server through this agent. */
  metrics_proxy?: MetricsProxyConfig | undefined;
  /** Links to dashboards of your own; the key `service` is the one in use. Each an http:// or https:// URL. */
  dashboard_url_templates?: Readonly<Record<string, string>> | undefined;
}

interface LimitsConfigBase {
  /**
   * HTTP connections from one address at a time. Must stay 20 below the open files that the process may have.
   *
   * @default 200
   */
  http_max_conns_per_client?: number | undefined;
  /**
   * How long a client may take for the TLS handshake of HTTPS. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "5s"
   */
  https_handshake_timeout?: string | undefined;
  /**
   * How long an agent may take for the handshake of RPC. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "5s"
   * @role servers only
   */
  rpc_handshake_timeout?: string | undefined;
  /**
   * How long a client waits for the answer of a server to a request that does not block. A Go duration such
   * as "30s", "1h30m" or "250ms".
   *
   * @default "60s"
   */
  rpc_client_timeout?: string | undefined;
  /**
   * RPC connections from one address at a time.
   *
   * @default 100
   * @role servers only
   */
  rpc_max_conns_per_client?: number | undefined;
  /**
   * Requests per second that this client sends to servers; negative for no limit.
   *
   * @default -1
   * @role clients only
   */
  rpc_rate?: number | undefined;
  /**
   * Requests that may go beyond rpc_rate at once.
   *
   * @default 1000
   * @role clients only
   */
  rpc_max_burst?: number | undefined;
  /**
   * Size of a value in the key-value store. Large ones slow the whole cluster down. A whole number of bytes,
   * not negative (bytes).
   *
   * @default 524288
   */
  kv_max_value_size?: number | undefined;
  /**
   * Size of a transaction; counts where it is above kv_max_value_size. A whole number of bytes, not negative
   * (bytes).
   *
   * @default 524288
   */
  txn_max_req_len?: number | undefined;
  /**
   * Rates of requests that each server answers.
   *
   * @role servers only
   */
  request_limits?: RequestLimitsConfig | undefined;
}

/** Limits on what clients may ask for. */
export interface LimitsConfig extends LimitsConfigBase {
  /**
   * gRPC connections from one address at a time.
   *
   * @default 100
   * @since Consul 2.0.3
   */
  grpc_max_conns_per_client?: number | undefined;
  /**
   * Size that the body of an HTTP request may have.
   *
   * @since Consul 2.1
   * @enterprise Enterprise; the Community agent does not know the key
   */
  http_max_request_body_size?: number | undefined;
}

/** Limits on what clients may ask for. */
interface LimitsConfig2_0 extends LimitsConfigBase {
  /**
   * gRPC connections from one address at a time.
   *
   * @default 100
   * @since Consul 2.0.3
   */
  grpc_max_conns_per_client?: number | undefined;
}

/** Limits of the agent’s own cache. */
export interface CacheConfig {
  /**
   * Fetches per second for each entry of the agent’s cache; 0 is refused.
   *
   * @default no limit
   */
  entry_fetch_rate?: number | undefined;
  /**
   * Fetches that may go beyond entry_fetch_rate at once.
   *
   * @default 2
   */
  entry_fetch_max_burst?: number | undefined;
}

/** Upkeep of the set of servers; read once, when the cluster is formed. */
export interface AutopilotConfig {
  /**
   * Removes a server that has failed from the Raft peers after some seconds, as long as a majority and
   * min_quorum servers remain.
   *
   * @default true
   */
  cleanup_dead_servers?: boolean | undefined;
  /**
   * Silence between a server and the leader after which the server is unhealthy. A Go duration such as "30s",
   * "1h30m" or "250ms".
   *
   * @default "200ms"
   */
  last_contact_threshold?: string | undefined;
  /**
   * Log entries that a server may lag behind before it is unhealthy.
   *
   * @default 250
   */
  max_trailing_logs?: number | undefined;
  /**
   * Dead servers are not removed where fewer than this many would be left: from more than half of the servers
   * to all of them.
   *
   * @default 0
   */
  min_quorum?: number | undefined;
  /**
   * How long a new server must be healthy before it gets a vote. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "10s"
   */
  server_stabilization_time?: string | undefined;
  /**
   * Key in node_meta that holds the zone of a server, for one voter in each zone.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  redundancy_zone_tag?: string | undefined;
  /**
   * Key in node_meta that holds the version used for upgrade migrations.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  upgrade_version_tag?: string | undefined;
  /**
   * Gives newer servers their vote at once instead of when they are the majority.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  disable_upgrade_migration?: boolean | undefined;
}

interface PerformanceConfigBase {
  /**
   * Stretches the timeouts of leader election: 1 for production servers, more for slow machines or networks.
   *
   * @default 5
   * @role servers only
   */
  raft_multiplier?: number | undefined;
  /**
   * How long a server that leaves goes on answering, while clients turn to others. A Go duration such as
   * "30s", "1h30m" or "250ms".
   *
   * @default "5s"
   * @role servers only
   */
  leave_drain_time?: string | undefined;
  /**
   * How long a request is held while there is no leader. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "7s"
   */
  rpc_hold_timeout?: string | undefined;
  /**
   * Silence after which the agent asks a gRPC client whether it is alive; 1 s or more. A Go duration such as
   * "30s", "1h30m" or "250ms".
   *
   * @default "30s"
   * @since Consul 1.15.7, 1.16.3, 1.17
   */
  grpc_keepalive_interval?: string | undefined;
  /**
   * Wait for that client’s answer before the connection is closed; 1 s or more. A Go duration such as "30s",
   * "1h30m" or "250ms".
   *
   * @default "20s"
   * @since Consul 1.15.7, 1.16.3, 1.17
   */
  grpc_keepalive_timeout?: string | undefined;
}

/** Trade-offs between speed, load and safety. */
export interface PerformanceConfig extends PerformanceConfigBase {
  /**
   * Spreads the proxies evenly over the servers; switch it off where a load balancer does that.
   *
   * @default true
   * @since Consul 1.21.1
   * @role servers only
   */
  enable_xds_load_balancing?: boolean | undefined;
}

interface RaftLogstoreConfigBase {
  /**
   * Does not keep the newest entries in memory. For tests of the store.
   *
   * @default false
   */
  disable_log_cache?: boolean | undefined;
  /** Watches over the stored log in the background. */
  verification?: LogVerificationConfig | undefined;
  /** Settings of the BoltDB store. */
  boltdb?: BoltDbConfig | undefined;
  /** Settings of the write-ahead log. */
  wal?: WriteAheadLogConfig | undefined;
}

/** How a server stores the Raft log. */
export interface RaftLogstoreConfig extends RaftLogstoreConfigBase {
  /**
   * How the log is stored. `default` takes the write-ahead log (`wal`) unless data_dir already holds a BoltDB
   * file. "default" since Consul 1.17.
   *
   * @default "default"
   */
  backend?: 'boltdb' | 'wal' | 'default' | undefined;
}

/** How a server stores the Raft log. */
interface RaftLogstoreConfig1_15 extends RaftLogstoreConfigBase {
  /**
   * How the log is stored. `default` takes the write-ahead log (`wal`) unless data_dir already holds a BoltDB
   * file. "default" since Consul 1.17.
   *
   * @default "boltdb"
   */
  backend?: 'boltdb' | 'wal' | 'default' | undefined;
}

/** Deprecated place of raft_logstore.boltdb. */
export interface OldRaftBoltDbConfig {
  /**
   * Deprecated place of no_freelist_sync.
   *
   * @deprecated since 1.15; use raft_logstore.boltdb.no_freelist_sync
   */
  NoFreelistSync?: boolean | undefined;
}

/** What servers offer to clients over RPC. */
export interface RpcConfig {
  /**
   * Offers clients a stream of changes to health data.
   *
   * @default true on servers, false on clients
   * @role servers only
   */
  enable_streaming?: boolean | undefined;
}

interface ConnectConfigBase {
  /**
   * Turns on the service mesh and its certificate authority. On servers and clients alike.
   *
   * @default true
   */
  enabled?: boolean | undefined;
  /**
   * Who signs the certificates of the mesh. Used when the cluster first starts; later changes go through the
   * API.
   *
   * @default consul
   */
  ca_provider?: 'consul' | 'vault' | 'aws-pca' | undefined;
  /** Settings of the certificate authority; which ones depends on ca_provider, without which none are checked. */
  ca_config?: CaConfig | undefined;
  /**
   * Sends the traffic between servers of different datacenters through mesh gateways. Rules out
   * retry_join_wan.
   *
   * @default false
   * @role servers only
   */
  enable_mesh_gateway_wan_federation?: boolean | undefined;
}

/** The service mesh. */
export interface ConnectConfig extends ConnectConfigBase {
  /**
   * Network from which services get their virtual IPv4 addresses. An IPv4 network of prefix length 30 or
   * less, such as "240.0.0.0/4".
   *
   * @default "240.0.0.0/4"
   * @since Consul 1.22.3, 2.0
   */
  virtual_ip_cidr_v4?: string | undefined;
  /**
   * Network from which services get their virtual IPv6 addresses. An IPv6 network of prefix length 126 or
   * less, such as "2000::/3".
   *
   * @default "2000::/3"
   * @since Consul 1.22.3, 2.0
   */
  virtual_ip_cidr_v6?: string | undefined;
}

/** Links to other clusters. */
export interface PeeringConfig {
  /**
   * Lets this cluster be peered with others. Servers and clients must agree.
   *
   * @default true
   */
  enabled?: boolean | undefined;
}

/** How servers send proxies their configuration. */
export interface XdsConfig {
  /**
   * How many proxy configurations a server sends per second at most, to spare its CPU. Negative lifts the
   * limit.
   *
   * @default 250
   */
  update_max_per_second?: number | undefined;
}

interface ConfigEntriesConfigBase {
}

/** Config entries to begin with. */
export interface ConfigEntriesConfig extends ConfigEntriesConfigBase {
  /** Entries to create unless there is one of that kind and name. */
  bootstrap?:
    | readonly (ServiceDefaultsConfig | ProxyDefaultsConfig | ServiceRouterConfig | ServiceSplitterConfig | ServiceResolverConfig | ServiceIntentionsConfig | IngressGatewayConfig | TerminatingGatewayConfig | ApiGatewayConfig | InlineCertificateConfig | FileSystemCertificateConfig | HttpRouteConfig | TcpRouteConfig | JwtProviderConfig | MeshConfig | ExportedServicesConfig | SamenessGroupConfig)[]
    | undefined;
}

/** Config entries to begin with. */
interface ConfigEntriesConfig1_15 extends ConfigEntriesConfigBase {
  /** Entries to create unless there is one of that kind and name. */
  bootstrap?:
    | readonly (ServiceDefaultsConfigBase | ProxyDefaultsConfig | ServiceRouterConfig1_15 | ServiceSplitterConfig | ServiceResolverConfig | ServiceIntentionsConfig1_15 | IngressGatewayConfig | TerminatingGatewayConfig1_15 | ApiGatewayConfig1_15 | InlineCertificateConfig | FileSystemCertificateConfig | HttpRouteConfig1_15 | TcpRouteConfig | JwtProviderConfig1_15 | MeshConfig1_15 | ExportedServicesConfig | SamenessGroupConfig)[]
    | undefined;
}

/** Config entries to begin with. */
interface ConfigEntriesConfig1_17 extends ConfigEntriesConfigBase {
  /** Entries to create unless there is one of that kind and name. */
  bootstrap?:
    | readonly (ServiceDefaultsConfig1_17 | ProxyDefaultsConfig | ServiceRouterConfig | ServiceSplitterConfig | ServiceResolverConfig | ServiceIntentionsConfig1_15 | IngressGatewayConfig | TerminatingGatewayConfig1_15 | ApiGatewayConfig1_17 | InlineCertificateConfig | FileSystemCertificateConfig | HttpRouteConfig | TcpRouteConfig | JwtProviderConfig1_15 | MeshConfig1_15 | ExportedServicesConfig | SamenessGroupConfig)[]
    | undefined;
}

/** Config entries to begin with. */
interface ConfigEntriesConfig1_18 extends ConfigEntriesConfigBase {
  /** Entries to create unless there is one of that kind and name. */
  bootstrap?:
    | readonly (ServiceDefaultsConfig1_17 | ProxyDefaultsConfig | ServiceRouterConfig | ServiceSplitterConfig | ServiceResolverConfig | ServiceIntentionsConfig1_15 | IngressGatewayConfig | TerminatingGatewayConfig | ApiGatewayConfig1_17 | InlineCertificateConfig | FileSystemCertificateConfig | HttpRouteConfig | TcpRouteConfig | JwtProviderConfig1_15 | MeshConfig1_15 | ExportedServicesConfig | SamenessGroupConfig)[]
    | undefined;
}

/** Config entries to begin with. */
interface ConfigEntriesConfig1_19 extends ConfigEntriesConfigBase {
  /** Entries to create unless there is one of that kind and name. */
  bootstrap?:
    | readonly (ServiceDefaultsConfig1_17 | ProxyDefaultsConfig | ServiceRouterConfig | ServiceSplitterConfig | ServiceResolverConfig | ServiceIntentionsConfig1_15 | IngressGatewayConfig | TerminatingGatewayConfig | ApiGatewayConfig1_17 | InlineCertificateConfig | FileSystemCertificateConfig | HttpRouteConfig | TcpRouteConfig | JwtProviderConfig1_15 | MeshConfig1_19 | ExportedServicesConfig | SamenessGroupConfig)[]
    | undefined;
}

/** Config entries to begin with. */
interface ConfigEntriesConfig1_20 extends ConfigEntriesConfigBase {
  /** Entries to create unless there is one of that kind and name. */
  bootstrap?:
    | readonly (ServiceDefaultsConfig1_17 | ProxyDefaultsConfig | ServiceRouterConfig | ServiceSplitterConfig | ServiceResolverConfig | ServiceIntentionsConfig | IngressGatewayConfig | TerminatingGatewayConfig | ApiGatewayConfig1_17 | InlineCertificateConfig | FileSystemCertificateConfig | HttpRouteConfig | TcpRouteConfig | JwtProviderConfig1_15 | MeshConfig1_20 | ExportedServicesConfig | SamenessGroupConfig)[]
    | undefined;
}

/** Config entries to begin with. */
interface ConfigEntriesConfig1_21 extends ConfigEntriesConfigBase {
  /** Entries to create unless there is one of that kind and name. */
  bootstrap?:
    | readonly (ServiceDefaultsConfig | ProxyDefaultsConfig | ServiceRouterConfig | ServiceSplitterConfig | ServiceResolverConfig | ServiceIntentionsConfig | IngressGatewayConfig | TerminatingGatewayConfig | ApiGatewayConfig | InlineCertificateConfig | FileSystemCertificateConfig | HttpRouteConfig | TcpRouteConfig | JwtProviderConfig | MeshConfig1_20 | ExportedServicesConfig | SamenessGroupConfig)[]
    | undefined;
}

interface ServiceConfigBase {
  /** Name under which the service is found. Keep to letters, digits and dashes, so that DNS can carry it. */
  name?: string | undefined;
  /**
   * Identity of the instance on this agent.
   *
   * @default the same as name
   */
  id?: string | undefined;
  /** Set for proxies and gateways. A misspelt kind makes an ordinary service. */
  kind?:
    | 'connect-proxy'
    | 'mesh-gateway'
    | 'terminating-gateway'
    | 'ingress-gateway'
    | 'api-gateway'
    | undefined;
  /** Labels by which instances are distinguished and queried. */
  tags?: readonly string[] | undefined;
  /**
   * Address of the instance, where it is not that of the node. A host name or an IP address.
   *
   * @default the address of the node
   */
  address?: string | undefined;
  /** Port of the instance. Not with `socket_path` or `ports`. A port number from 0 to 65535. */
  port?: number | undefined;
  /** Unix socket of the instance, in place of an address and port. The path of a file. */
  socket_path?: string | undefined;
  /** Further addresses of the instance by name, such as `lan`, `wan` and `virtual`. */
  tagged_addresses?: Readonly<Record<string, TaggedAddressConfig>> | undefined;
  /** Metadata of the instance, for filters and queries: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /** Share of the instance in the answers of DNS. */
  weights?: WeightsConfig | undefined;
  /**
   * Keeps changes of the tags in the catalog instead of undoing them.
   *
   * @default false
   */
  enable_tag_override?: boolean | undefined;
  /** ACL token with which the service is registered. The secret of an ACL token. */
  token?: string | undefined;
  /**
   * Namespace of the service.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /**
   * Admin partition of the service.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** Services of this node. The lists of several files add up. */
export interface ServiceConfig extends ServiceConfigBase {
  /**
   * Several ports with names, in place of `port`. Not for proxies and gateways.
   *
   * @since Consul 1.22
   */
  ports?: readonly ServicePortConfig[] | undefined;
  /** A health check of the service; `checks` takes several. */
  check?: CheckConfig | undefined;
  /** Health checks of the service. */
  checks?: readonly CheckConfig[] | undefined;
  /** How the service takes part in the mesh. */
  connect?: ServiceConnectConfig | undefined;
  /** Settings of a proxy or gateway; of a service with `kind`, or of a sidecar. */
  proxy?: ServiceProxyConfig | undefined;
  /**
   * Where the instance runs, if elsewhere than the node.
   *
   * @since Consul 1.18
   */
  locality?: LocalityConfig | undefined;
}

/** Services of this node. The lists of several files add up. */
interface ServiceConfig1_15 extends ServiceConfigBase {
  /** A health check of the service; `checks` takes several. */
  check?: CheckConfigBase | undefined;
  /** Health checks of the service. */
  checks?: readonly CheckConfigBase[] | undefined;
  /** How the service takes part in the mesh. */
  connect?: ServiceConnectConfig1_15 | undefined;
  /** Settings of a proxy or gateway; of a service with `kind`, or of a sidecar. */
  proxy?: ServiceProxyConfig1_15 | undefined;
}

/** Services of this node. The lists of several files add up. */
interface ServiceConfig1_16 extends ServiceConfigBase {
  /** A health check of the service; `checks` takes several. */
  check?: CheckConfig | undefined;
  /** Health checks of the service. */
  checks?: readonly CheckConfig[] | undefined;
  /** How the service takes part in the mesh. */
  connect?: ServiceConnectConfig1_16 | undefined;
  /** Settings of a proxy or gateway; of a service with `kind`, or of a sidecar. */
  proxy?: ServiceProxyConfig1_15 | undefined;
}

/** Services of this node. The lists of several files add up. */
interface ServiceConfig1_18 extends ServiceConfigBase {
  /** A health check of the service; `checks` takes several. */
  check?: CheckConfig | undefined;
  /** Health checks of the service. */
  checks?: readonly CheckConfig[] | undefined;
  /** How the service takes part in the mesh. */
  connect?: ServiceConnectConfig1_18 | undefined;
  /** Settings of a proxy or gateway; of a service with `kind`, or of a sidecar. */
  proxy?: ServiceProxyConfig1_15 | undefined;
  /**
   * Where the instance runs, if elsewhere than the node.
   *
   * @since Consul 1.18
   */
  locality?: LocalityConfig | undefined;
}

/** Services of this node. The lists of several files add up. */
interface ServiceConfig1_22 extends ServiceConfigBase {
  /**
   * Several ports with names, in place of `port`. Not for proxies and gateways.
   *
   * @since Consul 1.22
   */
  ports?: readonly ServicePortConfig[] | undefined;
  /** A health check of the service; `checks` takes several. */
  check?: CheckConfig | undefined;
  /** Health checks of the service. */
  checks?: readonly CheckConfig[] | undefined;
  /** How the service takes part in the mesh. */
  connect?: ServiceConnectConfig1_22 | undefined;
  /** Settings of a proxy or gateway; of a service with `kind`, or of a sidecar. */
  proxy?: ServiceProxyConfig1_15 | undefined;
  /**
   * Where the instance runs, if elsewhere than the node.
   *
   * @since Consul 1.18
   */
  locality?: LocalityConfig | undefined;
}

interface CheckConfigBase {
  /**
   * Identity of the check on this agent.
   *
   * @default made of the service or the name
   */
  id?: string | undefined;
  /** Name that people read. */
  name?: string | undefined;
  /** Remarks for people. */
  notes?: string | undefined;
  /** Service on this agent that the check belongs to; without it, the node. */
  service_id?: string | undefined;
  /**
   * Pause between two runs. Needed by every check that runs something; not with `ttl`. A Go duration such as
   * "30s", "1h30m" or "250ms".
   */
  interval?: string | undefined;
  /**
   * How long one run may take. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default 10s, and 30s for a script
   */
  timeout?: string | undefined;
  /** URL to ask: 2xx is passing, 429 a warning, anything else critical. A URL. */
  http?: string | undefined;
  /**
   * HTTP method to ask with. An HTTP method.
   *
   * @default "GET"
   */
  method?: string | undefined;
  /** HTTP headers to send: a list of values for each name. */
  header?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Body to send with the HTTP request. */
  body?: string | undefined;
  /**
   * Takes a redirect as the answer instead of following it.
   *
   * @default false
   */
  disable_redirects?: boolean | undefined;
  /** Host and port to which a TCP connection must succeed. A host and a port, such as "127.0.0.1:8125". */
  tcp?: string | undefined;
  /**
   * Host and port to which a UDP packet is sent; silence is passing. A host and a port, such as
   * "127.0.0.1:8125".
   */
  udp?: string | undefined;
  /**
   * Server of gRPC’s standard health protocol to ask, with an optional service name. A host, a port and, if
   * wanted, /service.
   */
  grpc?: string | undefined;
  /**
   * Uses TLS for the gRPC check.
   *
   * @default false
   */
  grpc_use_tls?: boolean | undefined;
  /** Host and port that must answer an HTTP/2 ping. A host and a port, such as "127.0.0.1:8125". */
  h2ping?: string | undefined;
  /**
   * Uses TLS for the HTTP/2 ping.
   *
   * @default true, where h2ping is set
   */
  h2ping_use_tls?: boolean | undefined;
  /**
   * Command to run: exit status 0 is passing, 1 a warning, anything else critical. Needs
   * enable_local_script_checks.
   */
  args?: readonly string[] | undefined;
  /** Container in which the command is run. */
  docker_container_id?: string | undefined;
  /**
   * Shell that runs the command in the container. The path of a file.
   *
   * @default the SHELL of the environment, or /bin/sh
   */
  shell?: string | undefined;
  /** Service of the operating system whose state is taken over. */
  os_service?: string | undefined;
  /**
   * Time within which the application must report in, or the check turns critical. A Go duration such as
   * "30s", "1h30m" or "250ms".
   */
  ttl?: string | undefined;
  /** Node whose health is taken over. A node name. */
  alias_node?: string | undefined;
  /** Service whose health is taken over. */
  alias_service?: string | undefined;
  /** Name that the certificate of the other side must carry. A host name or an IP address. */
  tls_server_name?: string | undefined;
  /**
   * Believes any certificate of the other side.
   *
   * @default false
   */
  tls_skip_verify?: boolean | undefined;
  /**
   * State until the first result is in.
   *
   * @default critical
   */
  status?: 'passing' | 'warning' | 'critical' | undefined;
  /**
   * Good runs in a row that it takes to become passing.
   *
   * @default 0
   */
  success_before_passing?: number | undefined;
  /**
   * Bad runs in a row that it takes to become a warning; not above failures_before_critical.
   *
   * @default the same as failures_before_critical
   */
  failures_before_warning?: number | undefined;
  /**
   * Bad runs in a row that it takes to become critical.
   *
   * @default 0
   */
  failures_before_critical?: number | undefined;
  /**
   * Takes the service out of the catalog after it was critical for so long; a minute at least. A Go duration
   * such as "30s", "1h30m" or "250ms".
   *
   * @default "0s"
   */
  deregister_critical_service_after?: string | undefined;
  /**
   * Bytes of output that are kept.
   *
   * @default 4096
   */
  output_max_size?: number | undefined;
  /** ACL token with which the check is registered. The secret of an ACL token. */
  token?: string | undefined;
  /**
   * Namespace of the check.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /**
   * Admin partition of the check.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** Health checks of this node, or of its services by `service_id`. */
export interface CheckConfig extends CheckConfigBase {
  /**
   * Makes a TLS handshake over the TCP connection.
   *
   * @default false
   * @since Consul 1.16.2
   */
  tcp_use_tls?: boolean | undefined;
}

/** What to run or call when data changes. First read when the agent starts. */
export interface WatchConfig {
  /** What is watched; required. */
  type?:
    | 'key'
    | 'keyprefix'
    | 'services'
    | 'nodes'
    | 'service'
    | 'checks'
    | 'event'
    | 'agent_service'
    | undefined;
  /**
   * Whether a command is run or a URL is called.
   *
   * @default "script"
   */
  handler_type?: 'script' | 'http' | undefined;
  /** Command to run; it gets the data as JSON on standard input. */
  args?: readonly string[] | undefined;
  /** The URL to call, for the handler type `http`; the data is the body. */
  http_handler_config?: WatchHttpHandlerConfig | undefined;
  /** Key to watch, for the type `key`. */
  key?: string | undefined;
  /** Beginning of the keys to watch, for the type `keyprefix`. */
  prefix?: string | undefined;
  /** Service to watch, for the types `service` and `checks`. */
  service?: string | undefined;
  /** Tags that the instances must have, for the type `service`. */
  tag?: readonly string[] | undefined;
  /**
   * Leaves out instances that are not passing, for the type `service`.
   *
   * @default false
   */
  passingonly?: boolean | undefined;
  /** Instance on this agent to watch, for the type `agent_service`. */
  service_id?: string | undefined;
  /** State of the checks to watch, for the type `checks`. Not with `service`. */
  state?: 'any' | 'passing' | 'warning' | 'critical' | undefined;
  /** Name of the events to watch, for the type `event`; without it, all. */
  name?: string | undefined;
  /** Filter expression on the data, for services, nodes and checks. */
  filter?: string | undefined;
  /**
   * Lets any server answer, not only the leader.
   *
   * @default false
   */
  stale?: boolean | undefined;
  /**
   * Datacenter to watch. A datacenter name of letters, digits, - and _.
   *
   * @default that of the agent
   */
  datacenter?: string | undefined;
  /** ACL token for reading what is watched. The secret of an ACL token. */
  token?: string | undefined;
  /**
   * Command to run by a shell, as one string.
   *
   * @deprecated since 1.0; use watches[].args
   */
  handler?: string | undefined;
}

/** Features that the cluster switches on when it is formed. */
export interface FeatureGatesConfig {
  /**
   * State of each gate at the first start of the cluster. Servers only; unknown names are refused.
   *
   * @role servers only
   */
  bootstrap?: Readonly<Record<string, boolean>> | undefined;
}

/** Network segments of the datacenter, each with its own gossip. */
export interface SegmentConfig {
  /** Name of the segment. */
  name?: string | undefined;
  /**
   * Address on which the segment’s gossip listens. One IP address or a go-sockaddr template such as '{{
   * GetInterfaceIP "eth0" }}'.
   *
   * @default the same as bind_addr
   */
  bind?: string | undefined;
  /**
   * Address that members of the segment use. One IP address or a go-sockaddr template such as '{{
   * GetInterfaceIP "eth0" }}'.
   *
   * @default the same as advertise_addr
   */
  advertise?: string | undefined;
  /** Port of the segment’s gossip; each needs its own. A port number from 1 to 65535. */
  port?: number | undefined;
  /**
   * Opens an RPC listener on the segment’s address.
   *
   * @default false
   */
  rpc_listener?: boolean | undefined;
}

interface AuditConfigBase {
  /**
   * Turns the audit log on.
   *
   * @default false
   */
  enabled?: boolean | undefined;
  /** Where events go: a sink for each name. */
  sink?: Readonly<Record<string, AuditSinkConfig>> | undefined;
}

/** The audit log: who asked what of this agent. */
export interface AuditConfig extends AuditConfigBase {
  /**
   * Records RPC requests too, not only those of the HTTP API.
   *
   * @since Consul 1.16
   */
  rpc_enabled?: boolean | undefined;
}

interface ReportingConfigBase {
}

/** Reports of use for the license. */
export interface ReportingConfig extends ReportingConfigBase {
  /**
   * What is reported for the license.
   *
   * @since Consul 1.16
   */
  license?: ReportingLicenseConfig | undefined;
  /**
   * How long the gathered figures are kept. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "9600h"
   * @since Consul 1.22
   */
  snapshot_retention_time?: string | undefined;
}

/** Reports of use for the license. */
interface ReportingConfig1_16 extends ReportingConfigBase {
  /**
   * What is reported for the license.
   *
   * @since Consul 1.16
   */
  license?: ReportingLicenseConfig | undefined;
}

/** Links the cluster to a registry of clusters. */
export interface GlobalRegistryConfig {
  /** Turns the registry on; `address`, `cluster_id` and a token are then needed. */
  enabled?: boolean | undefined;
  /** Where the registry answers. A URL. */
  address?: string | undefined;
  /** Identity of this cluster in the registry. A UUID such as "8f246b77-f3e1-ff88-5b48-8ec93abf3e05". */
  cluster_id?: string | undefined;
  /**
   * Token for the registry; CONSUL_GLOBAL_REGISTRY_TOKEN in the environment wins over it. The secret of an
   * ACL token.
   */
  token?: string | undefined;
  /** File with the token, read where none is given otherwise. The path of a file. */
  token_file?: string | undefined;
  /** CA certificate that vouches for the registry. The path of a file. */
  ca_file?: string | undefined;
  /** Believes any certificate of the registry. */
  tls_skip_verify?: boolean | undefined;
  /** Pause between two reports, in nanoseconds; text is refused. */
  snapshot_interval?: number | undefined;
}

/** The link to HCP; without effect from 2.0 on. */
export interface CloudConfig {
  /** Identifier of the cluster at HCP; the environment’s HCP_RESOURCE_ID is the other way to give it. */
  resource_id?: string | undefined;
  /** Client ID of the service principal at HCP. */
  client_id?: string | undefined;
  /** Secret of the service principal at HCP. */
  client_secret?: string | undefined;
  /** Host of the HCP API, for tests of the platform. A host name or an IP address. */
  hostname?: string | undefined;
  /** Address of HCP’s login, for tests of the platform. A URL. */
  auth_url?: string | undefined;
  /**
   * Address of HCP’s connection broker, for tests of the platform. A host and a port, such as
   * "127.0.0.1:8125".
   */
  scada_address?: string | undefined;
}

interface TlsDefaultsConfigBase {
  /** CA certificate, or several in one file, that peers’ certificates must come from. The path of a file. */
  ca_file?: string | undefined;
  /** Directory of CA certificates; the alternative to ca_file. The path of a directory. */
  ca_path?: string | undefined;
  /** Certificate of this agent; needs key_file. The path of a file. */
  cert_file?: string | undefined;
  /** Private key of cert_file. Only the agent’s user must be able to read it. The path of a file. */
  key_file?: string | undefined;
  /**
   * Oldest version of TLS that is accepted.
   *
   * @default "TLSv1_2"
   */
  tls_min_version?: 'TLS_AUTO' | 'TLSv1_0' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | undefined;
  /**
   * Cipher suites for TLS 1.2. Not with TLSv1_3 as the oldest version. Names of TLS 1.2 cipher suites with
   * ECDHE, separated by commas.
   */
  tls_cipher_suites?: string | undefined;
  /**
   * Turns away whoever cannot show a certificate of the CA.
   *
   * @default false
   */
  verify_incoming?: boolean | undefined;
  /**
   * Calls others only over TLS, and only with a certificate of the CA.
   *
   * @default false
   */
  verify_outgoing?: boolean | undefined;
}

/** Defaults of every interface below. */
export interface TlsDefaultsConfig extends TlsDefaultsConfigBase {
  /**
   * Groups of the key exchange. With TLSv1_3 as the oldest version and none set: X25519MLKEM768,X25519. Names
   * of groups, separated by commas: X25519MLKEM768, X25519, P-256, P-384, P-521.
   *
   * @since Consul 2.1
   */
  tls_ecdh_curves?: string | undefined;
  /**
   * Also asks that a server’s certificate be made out to server.<datacenter>.<domain>, so that no client can
   * pass for one.
   *
   * @default false
   */
  verify_server_hostname?: boolean | undefined;
}

/** Defaults of every interface below. */
interface TlsDefaultsConfig1_17 extends TlsDefaultsConfigBase {
  /**
   * Also asks that a server’s certificate be made out to server.<datacenter>.<domain>, so that no client can
   * pass for one.
   *
   * @default false
   */
  verify_server_hostname?: boolean | undefined;
}

interface TlsInternalRpcConfigBase {
  /** CA certificate, or several in one file, that peers’ certificates must come from. The path of a file. */
  ca_file?: string | undefined;
  /** Directory of CA certificates; the alternative to ca_file. The path of a directory. */
  ca_path?: string | undefined;
  /** Certificate of this agent; needs key_file. The path of a file. */
  cert_file?: string | undefined;
  /** Private key of cert_file. Only the agent’s user must be able to read it. The path of a file. */
  key_file?: string | undefined;
  /**
   * Oldest version of TLS that is accepted.
   *
   * @default that of tls.defaults
   */
  tls_min_version?: 'TLS_AUTO' | 'TLSv1_0' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | undefined;
  /**
   * Cipher suites for TLS 1.2. Not with TLSv1_3 as the oldest version. Names of TLS 1.2 cipher suites with
   * ECDHE, separated by commas.
   */
  tls_cipher_suites?: string | undefined;
  /**
   * Turns away whoever cannot show a certificate of the CA.
   *
   * @default false
   */
  verify_incoming?: boolean | undefined;
  /**
   * Calls others only over TLS, and only with a certificate of the CA.
   *
   * @default false
   */
  verify_outgoing?: boolean | undefined;
  /**
   * Also asks that a server’s certificate be made out to server.<datacenter>.<domain>, so that no client can
   * pass for one.
   *
   * @default false
   */
  verify_server_hostname?: boolean | undefined;
}

/** RPC between agents; the traffic inside of the cluster. */
export interface TlsInternalRpcConfig extends TlsInternalRpcConfigBase {
  /**
   * Groups of the key exchange. With TLSv1_3 as the oldest version and none set: X25519MLKEM768,X25519. Names
   * of groups, separated by commas: X25519MLKEM768, X25519, P-256, P-384, P-521.
   *
   * @since Consul 2.1
   */
  tls_ecdh_curves?: string | undefined;
}

interface TlsHttpsConfigBase {
  /** CA certificate, or several in one file, that peers’ certificates must come from. The path of a file. */
  ca_file?: string | undefined;
  /** Directory of CA certificates; the alternative to ca_file. The path of a directory. */
  ca_path?: string | undefined;
  /** Certificate of this agent; needs key_file. The path of a file. */
  cert_file?: string | undefined;
  /** Private key of cert_file. Only the agent’s user must be able to read it. The path of a file. */
  key_file?: string | undefined;
  /**
   * Oldest version of TLS that is accepted.
   *
   * @default that of tls.defaults
   */
  tls_min_version?: 'TLS_AUTO' | 'TLSv1_0' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | undefined;
  /**
   * Cipher suites for TLS 1.2. Not with TLSv1_3 as the oldest version. Names of TLS 1.2 cipher suites with
   * ECDHE, separated by commas.
   */
  tls_cipher_suites?: string | undefined;
  /**
   * Turns away whoever cannot show a certificate of the CA.
   *
   * @default false
   */
  verify_incoming?: boolean | undefined;
  /**
   * Calls others only over TLS, and only with a certificate of the CA.
   *
   * @default false
   */
  verify_outgoing?: boolean | undefined;
}

/** The HTTPS API. */
export interface TlsHttpsConfig extends TlsHttpsConfigBase {
  /**
   * Groups of the key exchange. With TLSv1_3 as the oldest version and none set: X25519MLKEM768,X25519. Names
   * of groups, separated by commas: X25519MLKEM768, X25519, P-256, P-384, P-521.
   *
   * @since Consul 2.1
   */
  tls_ecdh_curves?: string | undefined;
}

interface TlsGrpcConfigBase {
  /** CA certificate, or several in one file, that peers’ certificates must come from. The path of a file. */
  ca_file?: string | undefined;
  /** Directory of CA certificates; the alternative to ca_file. The path of a directory. */
  ca_path?: string | undefined;
  /** Certificate of this agent; needs key_file. The path of a file. */
  cert_file?: string | undefined;
  /** Private key of cert_file. Only the agent’s user must be able to read it. The path of a file. */
  key_file?: string | undefined;
  /**
   * Oldest version of TLS that is accepted.
   *
   * @default that of tls.defaults
   */
  tls_min_version?: 'TLS_AUTO' | 'TLSv1_0' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | undefined;
  /**
   * Cipher suites for TLS 1.2. Not with TLSv1_3 as the oldest version. Names of TLS 1.2 cipher suites with
   * ECDHE, separated by commas.
   */
  tls_cipher_suites?: string | undefined;
  /**
   * Turns away whoever cannot show a certificate of the CA.
   *
   * @default false
   */
  verify_incoming?: boolean | undefined;
  /**
   * Serves gRPC with the certificate that auto_encrypt or auto_config obtained.
   *
   * @default false
   */
  use_auto_cert?: boolean | undefined;
}

/** The gRPC listener with TLS. */
export interface TlsGrpcConfig extends TlsGrpcConfigBase {
  /**
   * Groups of the key exchange. With TLSv1_3 as the oldest version and none set: X25519MLKEM768,X25519. Names
   * of groups, separated by commas: X25519MLKEM768, X25519, P-256, P-384, P-521.
   *
   * @since Consul 2.1
   */
  tls_ecdh_curves?: string | undefined;
}

/** How servers decide whom to give a configuration. */
export interface AutoConfigAuthorizationConfig {
  /**
   * Answers clients that ask for their configuration. Servers need a certificate for RPC.
   *
   * @default false
   * @role servers only
   */
  enabled?: boolean | undefined;
  /** How the tokens that clients present are validated. */
  static?: StaticAuthorizerConfig | undefined;
}

interface AclTokensConfigBase {
  /**
   * Secret of the first management token, created when the ACL system starts for the first time. Without it,
   * run `consul acl bootstrap`. The secret of an ACL token.
   */
  initial_management?: string | undefined;
  /**
   * Token for what the agent does of itself, such as keeping its own node in the catalog. Falls back to
   * `default`. The secret of an ACL token.
   */
  agent?: string | undefined;
  /** Token for API and DNS requests that bring none. The secret of an ACL token. */
  default?: string | undefined;
  /**
   * Token for this one agent’s API that works while no server answers. Keep it for emergencies. The secret of
   * an ACL token.
   */
  agent_recovery?: string | undefined;
  /**
   * Token with which a secondary datacenter copies ACLs, intentions and config entries from the primary. The
   * secret of an ACL token.
   */
  replication?: string | undefined;
  /**
   * Token for registering the services and checks of the configuration files. Falls back to `default`. The
   * secret of an ACL token.
   */
  config_file_service_registration?: string | undefined;
  /**
   * Tokens for whoever runs the cluster as a service.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  managed_service_provider?: readonly ProviderTokenConfig[] | undefined;
  /**
   * Deprecated name of initial_management. The secret of an ACL token.
   *
   * @deprecated since 1.11; use acl.tokens.initial_management
   */
  master?: string | undefined;
  /**
   * Deprecated name of agent_recovery. The secret of an ACL token.
   *
   * @deprecated since 1.11; use acl.tokens.agent_recovery
   */
  agent_master?: string | undefined;
}

/** The tokens that the agent itself uses. */
export interface AclTokensConfig extends AclTokensConfigBase {
  /**
   * Token for looking up what DNS answers need. Falls back to `default`. The secret of an ACL token.
   *
   * @since Consul 1.17
   */
  dns?: string | undefined;
}

/** Figures about certificates that expire. */
export interface CertificateTelemetryConfig {
  /**
   * Reports when certificates expire.
   *
   * @default true
   */
  enabled?: boolean | undefined;
  /**
   * How long the read dates are kept. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "5m"
   */
  cache_duration?: string | undefined;
  /**
   * Days before expiry from which it is critical.
   *
   * @default 7
   */
  critical_threshold_days?: number | undefined;
  /**
   * Days before expiry from which it is a warning.
   *
   * @default 30
   */
  warning_threshold_days?: number | undefined;
  /**
   * Days before expiry from which it is mentioned.
   *
   * @default 90
   */
  info_threshold_days?: number | undefined;
  /**
   * Leaves out certificates that Consul renews by itself.
   *
   * @default false
   */
  exclude_auto_renewable?: boolean | undefined;
}

/** Timing in the start-of-authority record. */
export interface SoaConfig {
  /**
   * How often a secondary DNS server should look for changes. A whole number of seconds, not negative
   * (seconds).
   *
   * @default 3600
   */
  refresh?: number | undefined;
  /**
   * How soon it should try again after a failure. A whole number of seconds, not negative (seconds).
   *
   * @default 600
   */
  retry?: number | undefined;
  /**
   * When it should stop answering without having reached this one. A whole number of seconds, not negative
   * (seconds).
   *
   * @default 86400
   */
  expire?: number | undefined;
  /**
   * How long resolvers may remember that a name does not exist. A whole number of seconds, not negative
   * (seconds).
   *
   * @default 0
   */
  min_ttl?: number | undefined;
}

/** Lets the UI reach the metrics server through this agent. */
export interface MetricsProxyConfig {
  /** Where the metrics server answers. An http:// or https:// URL. */
  base_url?: string | undefined;
  /**
   * Paths that may be asked for. Each a URL path that begins with /.
   *
   * @default the query paths of Prometheus, where that is the provider
   */
  path_allowlist?: readonly string[] | undefined;
  /** Headers to add, such as one that authenticates. */
  add_headers?: readonly MetricsProxyHeaderConfig[] | undefined;
}

/** Rates of requests that each server answers. */
export interface RequestLimitsConfig {
  /**
   * Whether requests above the rates are only logged (`permissive`) or turned away (`enforcing`).
   *
   * @default "disabled"
   */
  mode?: 'disabled' | 'permissive' | 'enforcing' | undefined;
  /**
   * Reads per second that a server answers; negative for no limit.
   *
   * @default -1
   */
  read_rate?: number | undefined;
  /**
   * Writes per second that a server answers; negative for no limit.
   *
   * @default -1
   */
  write_rate?: number | undefined;
}

/** Watches over the stored log in the background. */
export interface LogVerificationConfig {
  /**
   * Has the servers compare checksums of their logs from time to time.
   *
   * @default false
   */
  enabled?: boolean | undefined;
  /**
   * Pause between two comparisons; 0 turns them off. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "0s"
   */
  interval?: string | undefined;
}

/** Settings of the BoltDB store. */
export interface BoltDbConfig {
  /**
   * Does not write the list of free pages to disk. Faster writes, slower start.
   *
   * @default false
   */
  no_freelist_sync?: boolean | undefined;
}

/** Settings of the write-ahead log. */
export interface WriteAheadLogConfig {
  /**
   * Size of one segment file in MiB.
   *
   * @default 64
   */
  segment_size_mb?: number | undefined;
}

/** Settings of the certificate authority; which ones depends on ca_provider, without which none are checked. */
export interface CaConfig {
  /**
   * Lifetime of the certificates of services; from 1 h to 8760 h. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "72h"
   */
  leaf_cert_ttl?: string | undefined;
  /**
   * Lifetime of intermediate certificates: 3 h at least, and three times that of the services’. A Go duration
   * such as "30s", "1h30m" or "250ms".
   *
   * @default "8760h"
   */
  intermediate_cert_ttl?: string | undefined;
  /**
   * Lifetime of a root certificate that the provider makes. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "87600h"
   */
  root_cert_ttl?: string | undefined;
  /**
   * Algorithm of the keys that the provider makes.
   *
   * @default "ec"
   */
  private_key_type?: 'ec' | 'rsa' | undefined;
  /**
   * Size of those keys: 224, 256, 384 or 521 for ec, 2048 or 4096 for rsa.
   *
   * @default 256
   */
  private_key_bits?: number | undefined;
  /**
   * Certificates signed per second at most; 0 lifts the limit.
   *
   * @default 50
   */
  csr_max_per_second?: number | undefined;
  /**
   * Certificates signed at the same time at most, where there are cores to spare; 0 for no limit.
   *
   * @default 0
   */
  csr_max_concurrent?: number | undefined;
  /** Key of the root certificate, where the built-in authority must not generate one. PEM text. */
  private_key?: string | undefined;
  /** Root certificate for private_key. PEM text. */
  root_cert?: string | undefined;
  /** Where Vault answers. A URL. */
  address?: string | undefined;
  /** Token for Vault; the alternative to auth_method. */
  token?: string | undefined;
  /** Login to Vault that yields a token by itself. */
  auth_method?: VaultAuthMethodConfig | undefined;
  /** Mount of the PKI engine for the root; in the primary datacenter it is required. */
  root_pki_path?: string | undefined;
  /** Mount of the PKI engine for the intermediate certificates; required. */
  intermediate_pki_path?: string | undefined;
  /** Vault namespace for everything for which no other is given. */
  namespace?: string | undefined;
  /** Vault namespace of root_pki_path. */
  root_pki_namespace?: string | undefined;
  /** Vault namespace of intermediate_pki_path. */
  intermediate_pki_namespace?: string | undefined;
  /** CA certificate that vouches for Vault. The path of a file. */
  ca_file?: string | undefined;
  /** Directory of CA certificates that vouch for Vault. The path of a directory. */
  ca_path?: string | undefined;
  /** Client certificate to show to Vault. The path of a file. */
  cert_file?: string | undefined;
  /** Key of the client certificate. The path of a file. */
  key_file?: string | undefined;
  /** Name that Vault’s certificate must carry. A host name or an IP address. */
  tls_server_name?: string | undefined;
  /** Believes any certificate of Vault. For trials only. */
  tls_skip_verify?: boolean | undefined;
  /** ARN of a private CA to use instead of a new one. */
  existing_arn?: string | undefined;
  /** Deletes the private CA when the last server stops. For tests only. */
  delete_on_exit?: boolean | undefined;
  [key: string]: unknown;
}

interface ServiceDefaultsConfigBase {
  kind: 'service-defaults';
  /** Service that the defaults are for. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /**
   * Protocol of the service. Everything that inspects HTTP needs it.
   *
   * @default tcp
   */
  protocol?: 'tcp' | 'http' | 'http2' | 'grpc' | undefined;
  /** Whether all traffic is diverted (`transparent`) or the application calls the proxy. */
  mode?: 'transparent' | 'direct' | undefined;
  /** Whether traffic without the mesh’s TLS is let in too (`permissive`). */
  mutual_tls_mode?: 'strict' | 'permissive' | undefined;
  /** Settings of the mode `transparent`. */
  transparent_proxy?: EntryTransparentProxyConfig | undefined;
  /** Use of mesh gateways by the service’s proxies. */
  mesh_gateway?: EntryMeshGatewayConfig | undefined;
  /** Lets requests from outside of the mesh through to chosen paths. */
  expose?: EntryExposeConfig | undefined;
  /** Name that TLS asks for, where the service is outside of the mesh. */
  external_sni?: string | undefined;
  /** Settings for the upstreams. Not together with `destination`. */
  upstream_config?: UpstreamConfigurationConfig | undefined;
  /** Hosts outside of the mesh that terminating gateways reach. */
  destination?: DestinationConfig | undefined;
  /** Connections that a proxy takes at a time; 0 for no limit. */
  max_inbound_connections?: number | undefined;
  /** How long connecting to the application may take, in milliseconds. */
  local_connect_timeout_ms?: number | undefined;
  /** How long the application may take to answer, in milliseconds. */
  local_request_timeout_ms?: number | undefined;
  /** How a proxy spreads connections over its threads. */
  balance_inbound_connections?: 'exact_balance' | undefined;
  /** Extensions of Envoy for the service’s proxies. */
  envoy_extensions?: readonly EnvoyExtensionConfig[] | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `service-defaults`. */
export interface ServiceDefaultsConfig extends ServiceDefaultsConfigBase {
  /**
   * Size that the headers of a request may have, in KiB.
   *
   * @since Consul 1.21.5
   */
  MaxRequestHeadersKB?: number | undefined;
  /**
   * Limits on requests to the service.
   *
   * @since Consul 1.17
   * @enterprise Enterprise; the Community agent refuses it
   */
  rate_limits?: RateLimitsConfig | undefined;
}

/** A config entry of the kind `service-defaults`. */
interface ServiceDefaultsConfig1_17 extends ServiceDefaultsConfigBase {
  /**
   * Limits on requests to the service.
   *
   * @since Consul 1.17
   * @enterprise Enterprise; the Community agent refuses it
   */
  rate_limits?: RateLimitsConfig | undefined;
}

/** A config entry of the kind `proxy-defaults`. */
export interface ProxyDefaultsConfig {
  kind: 'proxy-defaults';
  /** Always `global`. */
  name?: 'global' | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** Settings of the proxies; Consul reads `protocol` and hands the rest on. */
  config?: Readonly<Record<string, unknown>> | undefined;
  /** Whether all traffic is diverted (`transparent`) or applications call the proxies. */
  mode?: 'transparent' | 'direct' | undefined;
  /** Whether traffic without the mesh’s TLS is let in too (`permissive`). */
  mutual_tls_mode?: 'strict' | 'permissive' | undefined;
  /** Settings of the mode `transparent`. */
  transparent_proxy?: EntryTransparentProxyConfig | undefined;
  /** Use of mesh gateways by all proxies. */
  mesh_gateway?: EntryMeshGatewayConfig | undefined;
  /** Lets requests from outside of the mesh through to chosen paths of all services. */
  expose?: EntryExposeConfig | undefined;
  /** Logs of the requests that go through proxies. */
  access_logs?: AccessLogsConfig | undefined;
  /** Order of failover for all services. */
  failover_policy?: FailoverPolicyConfig | undefined;
  /**
   * Whether near instances are preferred.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  prioritize_by_locality?: PrioritizeByLocalityConfig | undefined;
  /** Extensions of Envoy for all proxies. */
  envoy_extensions?: readonly EnvoyExtensionConfig[] | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

interface ServiceRouterConfigBase {
  kind: 'service-router';
  /** Service whose requests are routed. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `service-router`. */
export interface ServiceRouterConfig extends ServiceRouterConfigBase {
  /** Routes, of which the first that matches counts. */
  routes?: readonly RouteConfig[] | undefined;
}

/** A config entry of the kind `service-router`. */
interface ServiceRouterConfig1_15 extends ServiceRouterConfigBase {
  /** Routes, of which the first that matches counts. */
  routes?: readonly RouteConfig1_15[] | undefined;
}

/** A config entry of the kind `service-splitter`. */
export interface ServiceSplitterConfig {
  kind: 'service-splitter';
  /** Service whose requests are shared out. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** The shares, each with another target. */
  splits?: readonly SplitConfig[] | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `service-resolver`. */
export interface ServiceResolverConfig {
  kind: 'service-resolver';
  /** Service whose name is resolved. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** Subset for those who name none. */
  default_subset?: string | undefined;
  /** Parts of the service by name. */
  subsets?: Readonly<Record<string, SubsetConfig>> | undefined;
  /** Uses another service throughout. Not with `failover`. */
  redirect?: RedirectConfig | undefined;
  /** What steps in where a subset has no healthy instance; `*` is for all. */
  failover?: Readonly<Record<string, FailoverConfig>> | undefined;
  /** How long connecting may take; not negative. A Go duration such as "30s", "1h30m" or "250ms". */
  connect_timeout?: string | undefined;
  /** How long a request may take; not negative. A Go duration such as "30s", "1h30m" or "250ms". */
  request_timeout?: string | undefined;
  /** How proxies choose an instance. */
  load_balancer?: LoadBalancerConfig | undefined;
  /**
   * Whether near instances are preferred.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  prioritize_by_locality?: PrioritizeByLocalityConfig | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

interface ServiceIntentionsConfigBase {
  kind: 'service-intentions';
  /** Service that is called; `*` is all. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** Tokens that every request must carry. */
  jwt?: IntentionJwtConfig | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `service-intentions`. */
export interface ServiceIntentionsConfig extends ServiceIntentionsConfigBase {
  /** Who calls, each only once; at least one. */
  sources?: readonly IntentionSourceConfig[] | undefined;
}

/** A config entry of the kind `service-intentions`. */
interface ServiceIntentionsConfig1_15 extends ServiceIntentionsConfigBase {
  /** Who calls, each only once; at least one. */
  sources?: readonly IntentionSourceConfig1_15[] | undefined;
}

/** A config entry of the kind `ingress-gateway`. */
export interface IngressGatewayConfig {
  kind: 'ingress-gateway';
  /** Gateway that the entry is for. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** What the gateway listens on. */
  listeners?: readonly IngressListenerConfig[] | undefined;
  /** Certificates and TLS versions of every listener. */
  tls?: GatewayTlsConfig | undefined;
  /** Limits for services that set none. */
  defaults?: IngressDefaultsConfig | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

interface TerminatingGatewayConfigBase {
  kind: 'terminating-gateway';
  /** Gateway that the entry is for. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `terminating-gateway`. */
export interface TerminatingGatewayConfig extends TerminatingGatewayConfigBase {
  /** Services that it reaches. */
  services?: readonly LinkedServiceConfig[] | undefined;
}

/** A config entry of the kind `terminating-gateway`. */
interface TerminatingGatewayConfig1_15 extends TerminatingGatewayConfigBase {
  /** Services that it reaches. */
  services?: readonly LinkedServiceConfigBase[] | undefined;
}

interface ApiGatewayConfigBase {
  kind: 'api-gateway';
  /** Gateway that the entry is for. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `api-gateway`. */
export interface ApiGatewayConfig extends ApiGatewayConfigBase {
  /** What the gateway listens on; at least one. */
  listeners?: readonly ApiGatewayListenerConfig[] | undefined;
}

/** A config entry of the kind `api-gateway`. */
interface ApiGatewayConfig1_15 extends ApiGatewayConfigBase {
  /** What the gateway listens on; at least one. */
  listeners?: readonly ApiGatewayListenerConfigBase[] | undefined;
}

/** A config entry of the kind `api-gateway`. */
interface ApiGatewayConfig1_17 extends ApiGatewayConfigBase {
  /** What the gateway listens on; at least one. */
  listeners?: readonly ApiGatewayListenerConfig1_17[] | undefined;
}

/** A config entry of the kind `inline-certificate`. */
export interface InlineCertificateConfig {
  kind: 'inline-certificate';
  /** Name that listeners refer to. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** The certificate, in PEM. PEM text. */
  certificate?: string | undefined;
  /** Its private key, in PEM; RSA keys have 2048 bits or more. PEM text. */
  PrivateKey?: string | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `file-system-certificate`. */
export interface FileSystemCertificateConfig {
  kind: 'file-system-certificate';
  /** Name that listeners refer to. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** File of the certificate, on the gateway’s host. The path of a file. */
  certificate?: string | undefined;
  /** File of its private key, on the gateway’s host. The path of a file. */
  PrivateKey?: string | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

interface HttpRouteConfigBase {
  kind: 'http-route';
  /** Name of the route. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** Gateways that the route belongs to, each only once. */
  parents?: readonly GatewayReferenceConfig[] | undefined;
  /** Host names that it is for; without wildcards. Each a host name or an IP address. */
  hostnames?: readonly string[] | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `http-route`. */
export interface HttpRouteConfig extends HttpRouteConfigBase {
  /** Rules, of which the first that matches counts. */
  rules?: readonly HttpRouteRuleConfig[] | undefined;
}

/** A config entry of the kind `http-route`. */
interface HttpRouteConfig1_15 extends HttpRouteConfigBase {
  /** Rules, of which the first that matches counts. */
  rules?: readonly HttpRouteRuleConfig1_15[] | undefined;
}

/** A config entry of the kind `tcp-route`. */
export interface TcpRouteConfig {
  kind: 'tcp-route';
  /** Name of the route. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** Gateways that the route belongs to, each only once. */
  parents?: readonly GatewayReferenceConfig[] | undefined;
  /** The service that connections go to; just one. */
  services?: readonly TcpRouteServiceConfig[] | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

interface JwtProviderConfigBase {
  kind: 'jwt-provider';
  /** Name that intentions refer to. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** Issuer that tokens must name. */
  issuer?: string | undefined;
  /** Audiences, one of which tokens must name. */
  audiences?: readonly string[] | undefined;
  /** Where tokens are looked for. */
  locations?: readonly JwtLocationConfig[] | undefined;
  /** Hands the claims on to the application. */
  forwarding?: JwtForwardingConfig | undefined;
  /**
   * Tolerance for clocks that disagree, in seconds.
   *
   * @default 30
   */
  clock_skew_seconds?: number | undefined;
  /** Keeps the results of checks. */
  cache_config?: JwtCacheConfig | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `jwt-provider`. */
export interface JwtProviderConfig extends JwtProviderConfigBase {
  /** Keys that sign the tokens; required. */
  json_web_key_set?: JsonWebKeySetConfig | undefined;
}

/** A config entry of the kind `jwt-provider`. */
interface JwtProviderConfig1_15 extends JwtProviderConfigBase {
  /** Keys that sign the tokens; required. */
  json_web_key_set?: JsonWebKeySetConfig1_15 | undefined;
}

interface MeshConfigBase {
  kind: 'mesh';
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** For proxies in the mode `transparent`. */
  transparent_proxy?: MeshTransparentProxyConfig | undefined;
  /** Links to other clusters. */
  peering?: MeshPeeringConfig | undefined;
  /**
   * Lets services take the mutual_tls_mode `permissive`.
   *
   * @default false
   */
  allow_enabling_permissive_mutual_tls?: boolean | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `mesh`. */
export interface MeshConfig extends MeshConfigBase {
  /** TLS between proxies. */
  tls?: MeshTlsConfig | undefined;
  /** HTTP between proxies. */
  http?: MeshHttpConfig | undefined;
  /**
   * Has Envoy refuse routes to clusters that it does not know.
   *
   * @default false
   * @since Consul 1.19.2
   */
  validate_clusters?: boolean | undefined;
}

/** A config entry of the kind `mesh`. */
interface MeshConfig1_15 extends MeshConfigBase {
  /** TLS between proxies. */
  tls?: MeshTlsConfig1_15 | undefined;
  /** HTTP between proxies. */
  http?: MeshHttpConfigBase | undefined;
}

/** A config entry of the kind `mesh`. */
interface MeshConfig1_19 extends MeshConfigBase {
  /** TLS between proxies. */
  tls?: MeshTlsConfig1_15 | undefined;
  /** HTTP between proxies. */
  http?: MeshHttpConfigBase | undefined;
  /**
   * Has Envoy refuse routes to clusters that it does not know.
   *
   * @default false
   * @since Consul 1.19.2
   */
  validate_clusters?: boolean | undefined;
}

/** A config entry of the kind `mesh`. */
interface MeshConfig1_20 extends MeshConfigBase {
  /** TLS between proxies. */
  tls?: MeshTlsConfig1_15 | undefined;
  /** HTTP between proxies. */
  http?: MeshHttpConfig | undefined;
  /**
   * Has Envoy refuse routes to clusters that it does not know.
   *
   * @default false
   * @since Consul 1.19.2
   */
  validate_clusters?: boolean | undefined;
}

/** A config entry of the kind `exported-services`. */
export interface ExportedServicesConfig {
  kind: 'exported-services';
  /** Partition whose services are exported; `default` without Enterprise. */
  name?: string | undefined;
  /** The services. */
  services?: readonly ExportedServiceConfig[] | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** A config entry of the kind `sameness-group`. */
export interface SamenessGroupConfig {
  kind: 'sameness-group';
  /** Name of the group. */
  name?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /**
   * Has services fail over to the group unasked.
   *
   * @default false
   */
  default_for_failover?: boolean | undefined;
  /**
   * Counts the own partition as the first member.
   *
   * @default false
   */
  include_local?: boolean | undefined;
  /** Members, in the order in which they are tried. */
  members?: readonly GroupMemberConfig[] | undefined;
  /** Metadata of the entry: 64 pairs at most. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** Several ports with names, in place of `port`. Not for proxies and gateways. */
export interface ServicePortConfig {
  /** Name of the port, which is required and unique. */
  name?: string | undefined;
  /** The port itself. A port number from 1 to 65535. */
  port?: number | undefined;
  /**
   * Makes this the port for those who name none; exactly one of the list has it.
   *
   * @default false
   */
  default?: boolean | undefined;
}

/** Further addresses of the instance by name, such as `lan`, `wan` and `virtual`. */
export interface TaggedAddressConfig {
  /** IP address or host name. A host name or an IP address. */
  address?: string | undefined;
  /** Port at that address. A port number from 0 to 65535. */
  port?: number | undefined;
}

/** Share of the instance in the answers of DNS. */
export interface WeightsConfig {
  /**
   * Weight while the instance is passing.
   *
   * @default 1
   */
  passing?: number | undefined;
  /**
   * Weight while the instance has a warning.
   *
   * @default 1
   */
  warning?: number | undefined;
}

interface ServiceConnectConfigBase {
  /**
   * The application implements the protocol of the mesh itself, without a proxy.
   *
   * @default false
   */
  native?: boolean | undefined;
}

/** How the service takes part in the mesh. */
export interface ServiceConnectConfig extends ServiceConnectConfigBase {
  /** Registers a sidecar proxy along with the service; `{}` is enough. It must not have an `id` or a sidecar. */
  sidecar_service?: ServiceConfig | undefined;
}

/** How the service takes part in the mesh. */
interface ServiceConnectConfig1_15 extends ServiceConnectConfigBase {
  /** Registers a sidecar proxy along with the service; `{}` is enough. It must not have an `id` or a sidecar. */
  sidecar_service?: ServiceConfig1_15 | undefined;
}

/** How the service takes part in the mesh. */
interface ServiceConnectConfig1_16 extends ServiceConnectConfigBase {
  /** Registers a sidecar proxy along with the service; `{}` is enough. It must not have an `id` or a sidecar. */
  sidecar_service?: ServiceConfig1_16 | undefined;
}

/** How the service takes part in the mesh. */
interface ServiceConnectConfig1_18 extends ServiceConnectConfigBase {
  /** Registers a sidecar proxy along with the service; `{}` is enough. It must not have an `id` or a sidecar. */
  sidecar_service?: ServiceConfig1_18 | undefined;
}

/** How the service takes part in the mesh. */
interface ServiceConnectConfig1_22 extends ServiceConnectConfigBase {
  /** Registers a sidecar proxy along with the service; `{}` is enough. It must not have an `id` or a sidecar. */
  sidecar_service?: ServiceConfig1_22 | undefined;
}

interface ServiceProxyConfigBase {
  /** Service that the proxy represents; required for `connect-proxy`. */
  destination_service_name?: string | undefined;
  /** Instance that the proxy represents, where it is a sidecar. */
  destination_service_id?: string | undefined;
  /**
   * Where the proxy reaches that instance. A host name or an IP address.
   *
   * @default 127.0.0.1
   */
  local_service_address?: string | undefined;
  /** Port on which the proxy reaches that instance. A port number from 0 to 65535. */
  local_service_port?: number | undefined;
  /** Unix socket on which the proxy reaches that instance. The path of a file. */
  local_service_socket_path?: string | undefined;
  /** Whether all traffic of the application is diverted (`transparent`) or it calls the proxy’s ports itself. */
  mode?: 'transparent' | 'direct' | undefined;
  /** Settings of the mode `transparent`. */
  transparent_proxy?: TransparentProxyConfig | undefined;
  /** Use of mesh gateways for all upstreams. */
  mesh_gateway?: MeshGatewayConfig | undefined;
  /** Lets requests from outside of the mesh through to chosen paths. */
  expose?: ExposeConfig | undefined;
  /** Settings of the proxy; Consul hands them on unread. */
  config?: Readonly<Record<string, unknown>> | undefined;
}

/** Settings of a proxy or gateway; of a service with `kind`, or of a sidecar. */
export interface ServiceProxyConfig extends ServiceProxyConfigBase {
  /**
   * Ports of that instance by name.
   *
   * @since Consul 2.0
   * @enterprise Enterprise; the Community agent does not know the key
   */
  local_service_ports?: Readonly<Record<string, unknown>> | undefined;
  /** Services that the application calls through the proxy. */
  upstreams?: readonly UpstreamConfig[] | undefined;
}

/** Settings of a proxy or gateway; of a service with `kind`, or of a sidecar. */
interface ServiceProxyConfig1_15 extends ServiceProxyConfigBase {
  /** Services that the application calls through the proxy. */
  upstreams?: readonly UpstreamConfigBase[] | undefined;
}

/** The URL to call, for the handler type `http`; the data is the body. */
export interface WatchHttpHandlerConfig {
  /** URL to call; required. A URL. */
  path?: string | undefined;
  /**
   * HTTP method to call with. An HTTP method.
   *
   * @default "POST"
   */
  method?: string | undefined;
  /** HTTP headers to send: a list of values for each name. */
  header?: Readonly<Record<string, readonly string[]>> | undefined;
  /**
   * How long the call may take. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "10s"
   */
  timeout?: string | undefined;
  /**
   * Believes any certificate of the other side.
   *
   * @default false
   */
  tls_skip_verify?: boolean | undefined;
  [key: string]: unknown;
}

/** Where events go: a sink for each name. */
export interface AuditSinkConfig {
  /** What the sink writes to; only `file` exists. */
  type?: 'file' | undefined;
  /** Encoding of the events; only `json` exists. */
  format?: 'json' | undefined;
  /** File that receives the events; rotated ones get a time stamp in their names. The path of a file. */
  path?: string | undefined;
  /** How hard the agent tries to deliver an event before it goes on; only `best-effort` exists. */
  delivery_guarantee?: 'best-effort' | undefined;
  /** Permission bits of the files, in octal. Permission bits in octal, such as "0660". */
  mode?: string | undefined;
  /** Starts a new file once this many bytes are written. A whole number of bytes (bytes). */
  rotate_bytes?: number | undefined;
  /** Starts a new file once this time has passed. A Go duration such as "30s", "1h30m" or "250ms". */
  rotate_duration?: string | undefined;
  /** Number of old files that are kept. */
  rotate_max_files?: number | undefined;
}

/** What is reported for the license. */
export interface ReportingLicenseConfig {
  /**
   * Sends figures of use to HashiCorp.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  enabled?: boolean | undefined;
}

/** How the tokens that clients present are validated. */
export interface StaticAuthorizerConfig {
  /** Issuer (`iss`) that a token must name. */
  bound_issuer?: string | undefined;
  /** Audiences (`aud`), one of which a token must name. */
  bound_audiences?: readonly string[] | undefined;
  /**
   * Conditions on the mapped claims, all of which must hold; they may name the node, segment and partition of
   * the client.
   */
  claim_assertions?: readonly string[] | undefined;
  /** Claims with one value that the assertions may use: claim name to variable name. */
  claim_mappings?: Readonly<Record<string, string>> | undefined;
  /** Claims with several values that the assertions may use: claim name to variable name. */
  list_claim_mappings?: Readonly<Record<string, string>> | undefined;
  /**
   * Lets one token introduce several clients.
   *
   * @default false
   */
  allow_reuse?: boolean | undefined;
  /**
   * Signature algorithms that are accepted.
   *
   * @default ["RS256"]
   */
  jwt_supported_algs?:
    | readonly ('RS256' | 'RS384' | 'RS512' | 'ES256' | 'ES384' | 'ES512' | 'PS256' | 'PS384' | 'PS512' | 'EdDSA')[]
    | undefined;
  /** Public keys that sign the tokens, in PEM. Instead of a URL. Each PEM text. */
  jwt_validation_pub_keys?: readonly string[] | undefined;
  /** Where the signing keys are fetched from as a key set. Instead of keys or OIDC discovery. A URL. */
  jwks_url?: string | undefined;
  /** CA that vouches for jwks_url. PEM text. */
  jwks_ca_cert?: string | undefined;
  /** Where the signing keys are found by OIDC discovery. Instead of keys or a key set. A URL. */
  oidc_discovery_url?: string | undefined;
  /** CA that vouches for oidc_discovery_url. PEM text. */
  oidc_discovery_ca_cert?: string | undefined;
  /**
   * Tolerance for clocks that disagree; 0 means 60 s. A Go duration such as "30s", "1h30m" or "250ms".
   *
   * @default "0s"
   */
  clock_skew_leeway?: string | undefined;
  /**
   * Tolerance for tokens that have just expired; 0 means 150 s. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "0s"
   */
  expiration_leeway?: string | undefined;
  /**
   * Tolerance for tokens that are not valid yet; 0 means 150 s. A Go duration such as "30s", "1h30m" or
   * "250ms".
   *
   * @default "0s"
   */
  not_before_leeway?: string | undefined;
}

/** Tokens for whoever runs the cluster as a service. */
export interface ProviderTokenConfig {
  /**
   * Accessor ID of the provider token. The secret of an ACL token.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  accessor_id?: string | undefined;
  /**
   * Secret of the provider token. The secret of an ACL token.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  secret_id?: string | undefined;
}

/** Headers to add, such as one that authenticates. */
export interface MetricsProxyHeaderConfig {
  /** Name of the header. */
  name?: string | undefined;
  /** Value of the header; often a password. */
  value?: string | undefined;
}

/** Login to Vault that yields a token by itself. */
export interface VaultAuthMethodConfig {
  /** Kind of login, such as `kubernetes`, `aws` or `approle`. */
  type?: string | undefined;
  /** Where the login is mounted in Vault, if not at its usual place. */
  mount_path?: string | undefined;
  /** What the login needs; depends on its type. */
  params?: Readonly<Record<string, unknown>> | undefined;
  [key: string]: unknown;
}

/** Settings of the mode `transparent`. */
export interface EntryTransparentProxyConfig {
  /** Port to which outgoing connections are diverted. A port number from 0 to 65535. */
  outbound_listener_port?: number | undefined;
  /**
   * Lets others reach the instances by their own addresses.
   *
   * @default false
   */
  dialed_directly?: boolean | undefined;
}

/** Use of mesh gateways by the service’s proxies. */
export interface EntryMeshGatewayConfig {
  /** Whether traffic to other datacenters goes through the gateways here (`local`), there (`remote`) or none. */
  mode?: 'none' | 'local' | 'remote' | undefined;
}

/** Lets requests from outside of the mesh through to chosen paths. */
export interface EntryExposeConfig {
  /**
   * Lets the HTTP and gRPC checks of the service through.
   *
   * @default false
   */
  checks?: boolean | undefined;
  /** Paths that can be reached without the mesh. */
  paths?: readonly EntryExposedPathConfig[] | undefined;
}

/** Settings for the upstreams. Not together with `destination`. */
export interface UpstreamConfigurationConfig {
  /** What holds for all upstreams. */
  defaults?: UpstreamDefaultsConfig | undefined;
  /** What holds for one upstream each, by name. */
  overrides?: readonly UpstreamDefaultsConfig[] | undefined;
}

/** Hosts outside of the mesh that terminating gateways reach. */
export interface DestinationConfig {
  /** Host names or IP addresses, each only once and without wildcards. Each a host name or an IP address. */
  addresses?: readonly string[] | undefined;
  /** Port at those addresses. A port number from 1 to 65535. */
  port?: number | undefined;
}

/** Limits on requests to the service. */
export interface RateLimitsConfig {
  /** Limits for each instance by itself. */
  instance_level?: InstanceRateLimitsConfig | undefined;
}

/** Extensions of Envoy for the service’s proxies. */
export interface EnvoyExtensionConfig {
  /** Extension to apply. "builtin/otel-access-logging" since Consul 1.17. */
  name?:
    | 'builtin/lua'
    | 'builtin/aws/lambda'
    | 'builtin/ext-authz'
    | 'builtin/property-override'
    | 'builtin/wasm'
    | 'builtin/otel-access-logging'
    | undefined;
  /**
   * Whether proxies go without their new configuration where the extension fails.
   *
   * @default false
   */
  required?: boolean | undefined;
  /** Settings of the extension; which ones depends on its name. */
  arguments?: Readonly<Record<string, unknown>> | undefined;
  /** Versions of Consul that the extension is applied by, such as `>= 1.16.0`. */
  ConsulVersion?: string | undefined;
  /** Versions of Envoy that the extension is applied to, such as `>= 1.25.0`. */
  EnvoyVersion?: string | undefined;
}

/** Logs of the requests that go through proxies. */
export interface AccessLogsConfig {
  /**
   * Has proxies log requests.
   *
   * @default false
   */
  enabled?: boolean | undefined;
  /**
   * Leaves out connections that are turned away.
   *
   * @default false
   */
  disable_listener_logs?: boolean | undefined;
  /** Destination of the logs. */
  type?: 'file' | 'stderr' | 'stdout' | undefined;
  /** File that the logs go to, for the type `file`. The path of a file. */
  path?: string | undefined;
  /** Form of a line, as the text of a JSON object. Not together with text_format. */
  json_format?: string | undefined;
  /** Form of a line, as text. Not together with json_format. */
  text_format?: string | undefined;
}

/** Order of failover for all services. */
export interface FailoverPolicyConfig {
  /** Order in which failover targets are tried. */
  mode?: 'sequential' | 'order-by-locality' | undefined;
  /** Regions, in the order in which they are tried. */
  regions?: readonly string[] | undefined;
}

/** Whether near instances are preferred. */
export interface PrioritizeByLocalityConfig {
  /**
   * Whether near instances are preferred.
   *
   * @enterprise Enterprise; the Community agent refuses it
   */
  mode?: 'none' | 'failover' | undefined;
}

interface RouteConfigBase {
  /** Where they go. */
  destination?: RouteDestinationConfig | undefined;
}

/** Routes, of which the first that matches counts. */
export interface RouteConfig extends RouteConfigBase {
  /** Which requests the route is for; all, where it is left out. */
  match?: RouteMatchConfig | undefined;
}

/** Routes, of which the first that matches counts. */
interface RouteConfig1_15 extends RouteConfigBase {
  /** Which requests the route is for; all, where it is left out. */
  match?: RouteMatchConfig1_15 | undefined;
}

/** The shares, each with another target. */
export interface SplitConfig {
  /** Share in percent; all shares make 100. */
  weight?: number | undefined;
  /**
   * Service that the share goes to.
   *
   * @default the service itself
   */
  service?: string | undefined;
  /** Subset of that service. */
  service_subset?: string | undefined;
  /** Namespace of that service; a matter of Enterprise. */
  namespace?: string | undefined;
  /** Admin partition of that service; a matter of Enterprise. */
  partition?: string | undefined;
  /** Changes to the headers of the request. */
  request_headers?: HeaderChangesConfig | undefined;
  /** Changes to the headers of the response. */
  response_headers?: HeaderChangesConfig | undefined;
}

/** Parts of the service by name. */
export interface SubsetConfig {
  /** Filter expression that its instances fulfil. */
  filter?: string | undefined;
  /**
   * Leaves out instances with a warning.
   *
   * @default false
   */
  only_passing?: boolean | undefined;
}

/** Uses another service throughout. Not with `failover`. */
export interface RedirectConfig {
  /** Service to use instead. */
  service?: string | undefined;
  /** Subset of that service. */
  service_subset?: string | undefined;
  /** Datacenter that has it. A datacenter name of letters, digits, - and _. */
  datacenter?: string | undefined;
  /** Peered cluster that has it. Not with a subset, partition or datacenter. */
  peer?: string | undefined;
  /**
   * Namespace of that service.
   *
   * @enterprise Enterprise; the Community agent refuses it
   */
  namespace?: string | undefined;
  /**
   * Admin partition of that service.
   *
   * @enterprise Enterprise; the Community agent refuses it
   */
  partition?: string | undefined;
  /**
   * Sameness group that has it.
   *
   * @enterprise Enterprise; the Community agent refuses it
   */
  SamenessGroup?: string | undefined;
}

/** What steps in where a subset has no healthy instance; `*` is for all. */
export interface FailoverConfig {
  /**
   * Service to use instead.
   *
   * @default the service itself
   */
  service?: string | undefined;
  /** Subset of that service. */
  service_subset?: string | undefined;
  /** Datacenters to try, in order. Each a datacenter name of letters, digits, - and _. */
  datacenters?: readonly string[] | undefined;
  /** Targets to try, in order. Alone, without the three above. */
  targets?: readonly FailoverTargetConfig[] | undefined;
  /** Order in which they are tried; a mode needs Enterprise. */
  policy?: FailoverPolicyConfig | undefined;
  /**
   * Namespace of that service.
   *
   * @enterprise Enterprise; the Community agent refuses it
   */
  namespace?: string | undefined;
  /**
   * Sameness group whose members are tried.
   *
   * @enterprise Enterprise; the Community agent refuses it
   */
  SamenessGroup?: string | undefined;
}

/** How proxies choose an instance. */
export interface LoadBalancerConfig {
  /** How an instance is chosen. */
  policy?: 'random' | 'round_robin' | 'least_request' | 'ring_hash' | 'maglev' | undefined;
  /** Settings of the policy `ring_hash`. */
  ring_hash_config?: RingHashConfig | undefined;
  /** Settings of the policy `least_request`. */
  least_request_config?: LeastRequestConfig | undefined;
  /** What is hashed, for `ring_hash` and `maglev`. */
  hash_policies?: readonly HashPolicyConfig[] | undefined;
}

interface IntentionSourceConfigBase {
  /** Service that calls; `*` is all. */
  name?: string | undefined;
  /** Peered cluster that it is in. */
  peer?: string | undefined;
  /**
   * Namespace that it is in.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /**
   * Admin partition that it is in.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
  /**
   * Sameness group that it is in.
   *
   * @enterprise Enterprise; the Community agent refuses it
   */
  sameness_group?: string | undefined;
  /** Whether it may connect. Not with `permissions`. */
  action?: 'allow' | 'deny' | undefined;
  /** Remarks for people, up to 512 bytes. */
  description?: string | undefined;
  /**
   * Kind of the name; only `consul` exists.
   *
   * @default "consul"
   */
  type?: 'consul' | undefined;
}

/** Who calls, each only once; at least one. */
export interface IntentionSourceConfig extends IntentionSourceConfigBase {
  /** Decisions by request, of which the first that matches counts. */
  permissions?: readonly PermissionConfig[] | undefined;
}

/** Who calls, each only once; at least one. */
interface IntentionSourceConfig1_15 extends IntentionSourceConfigBase {
  /** Decisions by request, of which the first that matches counts. */
  permissions?: readonly PermissionConfig1_15[] | undefined;
}

/** Tokens that every request must carry. */
export interface IntentionJwtConfig {
  /** Providers, one of which must vouch for the token. */
  providers?: readonly JwtRequirementProviderConfig[] | undefined;
}

/** What the gateway listens on. */
export interface IngressListenerConfig {
  /** Port that the gateway listens on; each only once. A port number from 0 to 65535. */
  port?: number | undefined;
  /**
   * Its protocol.
   *
   * @default tcp
   */
  protocol?: 'tcp' | 'http' | 'http2' | 'grpc' | undefined;
  /** Services behind it; just one for `tcp`. */
  services?: readonly IngressServiceConfig[] | undefined;
  /** Certificates and TLS versions of this listener alone. */
  tls?: GatewayTlsConfig | undefined;
}

/** Certificates and TLS versions of every listener. */
export interface GatewayTlsConfig {
  /**
   * Serves TLS with certificates of the mesh.
   *
   * @default false
   */
  enabled?: boolean | undefined;
  /** Oldest version of TLS that is accepted. */
  tls_min_version?: 'TLS_AUTO' | 'TLSv1_0' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | undefined;
  /** Newest version of TLS that is accepted. */
  tls_max_version?: 'TLS_AUTO' | 'TLSv1_0' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | undefined;
  /** Cipher suites for TLS 1.2. */
  cipher_suites?:
    | readonly ('TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256' | 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA' | 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256' | 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA' | 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384' | 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256' | 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA' | 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' | 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA' | 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384' | 'TLS_RSA_WITH_AES_128_CBC_SHA' | 'TLS_RSA_WITH_AES_128_GCM_SHA256' | 'TLS_RSA_WITH_AES_256_CBC_SHA' | 'TLS_RSA_WITH_AES_256_GCM_SHA384')[]
    | undefined;
  /** Certificate that a server of your own gives out. */
  sds?: SdsConfig | undefined;
}

/** Limits for services that set none. */
export interface IngressDefaultsConfig {
  /** Connections that are opened to a service. */
  MaxConnections?: number | undefined;
  /** Requests that may wait for a connection. */
  MaxPendingRequests?: number | undefined;
  /** Requests that may run at the same time. */
  MaxConcurrentRequests?: number | undefined;
  /** When an instance that fails is left alone for a while. */
  passive_health_check?: PassiveHealthCheckConfig | undefined;
}

interface LinkedServiceConfigBase {
  /** Service outside of the mesh; `*` is all. */
  name?: string | undefined;
  /**
   * Namespace of the service.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /** CA certificate that vouches for it, on the gateway’s host. The path of a file. */
  ca_file?: string | undefined;
  /** Client certificate to show to it; needs ca_file and key_file. The path of a file. */
  cert_file?: string | undefined;
  /** Key of the client certificate; needs ca_file and cert_file. The path of a file. */
  key_file?: string | undefined;
  /** Name that TLS asks for. */
  sni?: string | undefined;
}

/** Services that it reaches. */
export interface LinkedServiceConfig extends LinkedServiceConfigBase {
  /**
   * Leaves the Host header as it came.
   *
   * @default false
   * @since Consul 1.18.2
   */
  DisableAutoHostRewrite?: boolean | undefined;
}

interface ApiGatewayListenerConfigBase {
  /** Name of the listener: letters, digits and dashes. */
  name?: string | undefined;
  /** Port that it listens on. A port number from 1 to 65535. */
  port?: number | undefined;
  /** Its protocol. */
  protocol?: 'http' | 'tcp' | undefined;
  /** Host name that it serves, for `http`; a wildcard only as the first label. A host name or an IP address. */
  hostname?: string | undefined;
  /** Certificates and TLS versions of the listener. */
  tls?: ApiGatewayTlsConfig | undefined;
}

/** What the gateway listens on; at least one. */
export interface ApiGatewayListenerConfig extends ApiGatewayListenerConfigBase {
  /**
   * Policy for routes that have none.
   *
   * @since Consul 1.17
   */
  default?: GatewayPolicyConfig | undefined;
  /**
   * Policy that holds whatever the routes say.
   *
   * @since Consul 1.17
   */
  override?: GatewayPolicyConfig | undefined;
  /**
   * Size that the headers of a request may have, in KiB.
   *
   * @since Consul 1.21.5
   */
  MaxRequestHeadersKB?: number | undefined;
}

/** What the gateway listens on; at least one. */
interface ApiGatewayListenerConfig1_17 extends ApiGatewayListenerConfigBase {
  /**
   * Policy for routes that have none.
   *
   * @since Consul 1.17
   */
  default?: GatewayPolicyConfig | undefined;
  /**
   * Policy that holds whatever the routes say.
   *
   * @since Consul 1.17
   */
  override?: GatewayPolicyConfig | undefined;
}

/** Gateways that the route belongs to, each only once. */
export interface GatewayReferenceConfig {
  /** Kind of the entry. */
  kind?: 'api-gateway' | undefined;
  /** Name of the entry; required. */
  name?: string | undefined;
  /** Part of it, such as a listener. */
  SectionName?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

interface HttpRouteRuleConfigBase {
  /** Conditions, one of which must hold. */
  matches?: readonly HttpRouteMatchConfig[] | undefined;
}

/** Rules, of which the first that matches counts. */
export interface HttpRouteRuleConfig extends HttpRouteRuleConfigBase {
  /** Services that requests go to. */
  services?: readonly HttpRouteServiceConfig[] | undefined;
  /** What is changed in requests on their way. */
  filters?: HttpFiltersConfig | undefined;
  /**
   * What is changed in responses on their way back.
   *
   * @since Consul 1.17
   */
  ResponseFilters?: HttpResponseFiltersConfig | undefined;
}

/** Rules, of which the first that matches counts. */
interface HttpRouteRuleConfig1_15 extends HttpRouteRuleConfigBase {
  /** Services that requests go to. */
  services?: readonly HttpRouteServiceConfig1_15[] | undefined;
  /** What is changed in requests on their way. */
  filters?: HttpFiltersConfigBase | undefined;
}

/** The service that connections go to; just one. */
export interface TcpRouteServiceConfig {
  /** Service that connections go to. */
  name?: string | undefined;
  /**
   * Namespace of the service.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /**
   * Admin partition of the service.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

interface JsonWebKeySetConfigBase {
  /** Keys that are given here. Not with `remote`. */
  local?: LocalJwksConfig | undefined;
}

/** Keys that sign the tokens; required. */
export interface JsonWebKeySetConfig extends JsonWebKeySetConfigBase {
  /** Keys that are fetched. Not with `local`. */
  remote?: RemoteJwksConfig | undefined;
}

/** Keys that sign the tokens; required. */
interface JsonWebKeySetConfig1_15 extends JsonWebKeySetConfigBase {
  /** Keys that are fetched. Not with `local`. */
  remote?: RemoteJwksConfigBase | undefined;
}

/** Where tokens are looked for. */
export interface JwtLocationConfig {
  /** A header that holds it. */
  header?: JwtHeaderConfig | undefined;
  /** A parameter of the query that holds it. */
  query_param?: JwtQueryParamConfig | undefined;
  /** A cookie that holds it. */
  cookie?: JwtCookieConfig | undefined;
}

/** Hands the claims on to the application. */
export interface JwtForwardingConfig {
  /** Header that the claims go into; required. */
  header_name?: string | undefined;
  /**
   * Pads the base64 text of it.
   *
   * @default false
   */
  pad_forward_payload_header?: boolean | undefined;
}

/** Keeps the results of checks. */
export interface JwtCacheConfig {
  /**
   * Results that are kept; 0 for none.
   *
   * @default 0
   */
  size?: number | undefined;
}

/** For proxies in the mode `transparent`. */
export interface MeshTransparentProxyConfig {
  /**
   * Lets services reach nothing outside of the mesh.
   *
   * @default false
   */
  mesh_destinations_only?: boolean | undefined;
}

interface MeshTlsConfigBase {
}

/** TLS between proxies. */
export interface MeshTlsConfig extends MeshTlsConfigBase {
  /** For connections that proxies take. */
  incoming?: MeshDirectionalTlsConfig | undefined;
  /** For connections that proxies open. */
  outgoing?: MeshDirectionalTlsConfig | undefined;
}

/** TLS between proxies. */
interface MeshTlsConfig1_15 extends MeshTlsConfigBase {
  /** For connections that proxies take. */
  incoming?: MeshDirectionalTlsConfigBase | undefined;
  /** For connections that proxies open. */
  outgoing?: MeshDirectionalTlsConfigBase | undefined;
}

interface MeshHttpConfigBase {
  /**
   * Removes the header that describes the caller’s certificate to the application.
   *
   * @default false
   */
  sanitize_x_forwarded_client_cert?: boolean | undefined;
}

/** HTTP between proxies. */
export interface MeshHttpConfig extends MeshHttpConfigBase {
  /**
   * For requests that proxies take.
   *
   * @since Consul 1.20.1
   */
  incoming?: MeshIncomingHttpConfig | undefined;
}

/** Links to other clusters. */
export interface MeshPeeringConfig {
  /**
   * Sends traffic between servers of peers through mesh gateways.
   *
   * @default false
   */
  peer_through_mesh_gateways?: boolean | undefined;
}

/** The services. */
export interface ExportedServiceConfig {
  /** Service; `*` is all. */
  name?: string | undefined;
  /** Namespace of the service; `*` only with the name `*`. */
  namespace?: string | undefined;
  /** Who may use it; at least one. */
  consumers?: readonly ConsumerConfig[] | undefined;
}

/** Members, in the order in which they are tried. */
export interface GroupMemberConfig {
  /** Admin partition that is a member. */
  partition?: string | undefined;
  /** Peered cluster that is a member. */
  peer?: string | undefined;
}

/** Settings of the mode `transparent`. */
export interface TransparentProxyConfig {
  /**
   * Port to which outgoing connections are diverted. A port number from 0 to 65535.
   *
   * @default 15001
   */
  outbound_listener_port?: number | undefined;
  /**
   * Lets others reach this instance by its own address.
   *
   * @default false
   */
  dialed_directly?: boolean | undefined;
}

interface UpstreamConfigBase {
  /** Service, or prepared query, to connect to; required. */
  destination_name?: string | undefined;
  /**
   * What destination_name names.
   *
   * @default "service"
   */
  destination_type?: 'service' | 'prepared_query' | undefined;
  /** Namespace of the destination; a matter of Enterprise. */
  destination_namespace?: string | undefined;
  /** Admin partition of the destination; a matter of Enterprise. */
  destination_partition?: string | undefined;
  /** Peered cluster that has the destination. Not with `datacenter`. */
  destination_peer?: string | undefined;
  /**
   * Datacenter that has the destination. Not with `destination_peer`. A datacenter name of letters, digits, -
   * and _.
   */
  datacenter?: string | undefined;
  /**
   * Address on which the application reaches the upstream. An IP address.
   *
   * @default 127.0.0.1
   */
  local_bind_address?: string | undefined;
  /** Port on which the application reaches the upstream. A port number from 0 to 65535. */
  local_bind_port?: number | undefined;
  /** Unix socket in place of an address and port. The path of a file. */
  local_bind_socket_path?: string | undefined;
  /** Who may open that socket, in octal. Permission bits in octal, such as "0660". */
  local_bind_socket_mode?: string | undefined;
  /** Use of mesh gateways for this upstream. */
  mesh_gateway?: MeshGatewayConfig | undefined;
  /** Settings of the proxy for this upstream; Consul hands them on unread. */
  config?: Readonly<Record<string, unknown>> | undefined;
}

/** Services that the application calls through the proxy. */
export interface UpstreamConfig extends UpstreamConfigBase {
  /**
   * Named port of the destination; a matter of Enterprise.
   *
   * @since Consul 2.0
   */
  destination_port?: string | undefined;
}

/** Use of mesh gateways for all upstreams. */
export interface MeshGatewayConfig {
  /** Whether traffic to other datacenters goes through the gateways here (`local`), there (`remote`) or none. */
  mode?: 'none' | 'local' | 'remote' | undefined;
}

/** Lets requests from outside of the mesh through to chosen paths. */
export interface ExposeConfig {
  /**
   * Lets the HTTP and gRPC checks of the service through, so that an agent elsewhere can run them.
   *
   * @default false
   */
  checks?: boolean | undefined;
  /** Paths that can be reached without the mesh, such as /metrics. */
  paths?: readonly ExposedPathConfig[] | undefined;
}

/** Paths that can be reached without the mesh. */
export interface EntryExposedPathConfig {
  /** HTTP path to let through. */
  path?: string | undefined;
  /** Port on which the proxy serves it. A port number from 0 to 65535. */
  listener_port?: number | undefined;
  /** Port on which the service serves it. A port number from 0 to 65535. */
  local_path_port?: number | undefined;
  /** Protocol of the listener: `http` or `http2`. */
  protocol?: string | undefined;
}

/** What holds for all upstreams. */
export interface UpstreamDefaultsConfig {
  /** Upstream that an override is for; not in the defaults. */
  name?: string | undefined;
  /** Peered cluster that has the upstream. */
  peer?: string | undefined;
  /** Protocol of the upstream, where its own service-defaults cannot say. */
  protocol?: string | undefined;
  /** How long connecting may take, in milliseconds. */
  connect_timeout_ms?: number | undefined;
  /** Limits on connections and requests. */
  limits?: UpstreamLimitsConfig | undefined;
  /** When an instance that fails is left alone for a while. */
  passive_health_check?: PassiveHealthCheckConfig | undefined;
  /** Use of mesh gateways for the upstream. */
  mesh_gateway?: EntryMeshGatewayConfig | undefined;
  /** How a proxy spreads connections over its threads. */
  balance_outbound_connections?: 'exact_balance' | undefined;
  /** Envoy listener to use as it is, as JSON text. */
  envoy_listener_json?: string | undefined;
  /** Envoy cluster to use as it is, as JSON text. */
  envoy_cluster_json?: string | undefined;
}

/** Limits for each instance by itself. */
export interface InstanceRateLimitsConfig {
  /** Requests that are let through per second. */
  requests_per_second?: number | undefined;
  /** Requests that may go beyond that at once. */
  requests_max_burst?: number | undefined;
  /** Limits for single paths. */
  routes?: readonly RateLimitRouteConfig[] | undefined;
}

interface RouteMatchConfigBase {
}

/** Which requests the route is for; all, where it is left out. */
export interface RouteMatchConfig extends RouteMatchConfigBase {
  /** Conditions on the HTTP request. */
  http?: RouteHttpMatchConfig | undefined;
}

/** Which requests the route is for; all, where it is left out. */
interface RouteMatchConfig1_15 extends RouteMatchConfigBase {
  /** Conditions on the HTTP request. */
  http?: RouteHttpMatchConfigBase | undefined;
}

/** Where they go. */
export interface RouteDestinationConfig {
  /**
   * Service that the request goes to.
   *
   * @default the service itself
   */
  service?: string | undefined;
  /** Subset of that service. */
  service_subset?: string | undefined;
  /** Namespace of that service; a matter of Enterprise. */
  namespace?: string | undefined;
  /** Admin partition of that service; a matter of Enterprise. */
  partition?: string | undefined;
  /** What replaces the path that was matched; needs path_exact or path_prefix. */
  prefix_rewrite?: string | undefined;
  /** How long the whole request may take. A Go duration such as "30s", "1h30m" or "250ms". */
  request_timeout?: string | undefined;
  /** How long it may go without any data. A Go duration such as "30s", "1h30m" or "250ms". */
  idle_timeout?: string | undefined;
  /** How often it is tried again. */
  num_retries?: number | undefined;
  /**
   * Tries again where no connection was made.
   *
   * @default false
   */
  retry_on_connect_failure?: boolean | undefined;
  /** Cases in which it is tried again, in Envoy’s words. */
  retry_on?:
    | readonly ('5xx' | 'gateway-error' | 'reset' | 'connect-failure' | 'envoy-ratelimited' | 'retriable-4xx' | 'refused-stream' | 'cancelled' | 'deadline-exceeded' | 'internal' | 'resource-exhausted' | 'unavailable')[]
    | undefined;
  /** Status codes after which it is tried again. */
  retry_on_status_codes?: readonly number[] | undefined;
  /** Changes to the headers of the request. */
  request_headers?: HeaderChangesConfig | undefined;
  /** Changes to the headers of the response. */
  response_headers?: HeaderChangesConfig | undefined;
}

/** Changes to the headers of the request. */
export interface HeaderChangesConfig {
  /** Headers to add to those that are there. */
  add?: Readonly<Record<string, string>> | undefined;
  /** Headers to put in place of those of the same name. */
  set?: Readonly<Record<string, string>> | undefined;
  /** Headers to take away. */
  remove?: readonly string[] | undefined;
}

/** Targets to try, in order. Alone, without the three above. */
export interface FailoverTargetConfig {
  /**
   * Service to try.
   *
   * @default the service itself
   */
  service?: string | undefined;
  /** Subset of that service. */
  service_subset?: string | undefined;
  /** Datacenter that has it. A datacenter name of letters, digits, - and _. */
  datacenter?: string | undefined;
  /** Peered cluster that has it. Not with a subset, partition or datacenter. */
  peer?: string | undefined;
  /**
   * Namespace of that service.
   *
   * @enterprise Enterprise; the Community agent refuses it
   */
  namespace?: string | undefined;
  /**
   * Admin partition of that service.
   *
   * @enterprise Enterprise; the Community agent refuses it
   */
  partition?: string | undefined;
}

/** Settings of the policy `ring_hash`. */
export interface RingHashConfig {
  /** Fewest entries of the ring. */
  minimum_ring_size?: number | undefined;
  /** Most entries of the ring. */
  maximum_ring_size?: number | undefined;
}

/** Settings of the policy `least_request`. */
export interface LeastRequestConfig {
  /** Instances that are compared at each choice. */
  choice_count?: number | undefined;
}

/** What is hashed, for `ring_hash` and `maglev`. */
export interface HashPolicyConfig {
  /** Part of the request that is hashed; needs field_value. */
  field?: 'header' | 'cookie' | 'query_parameter' | undefined;
  /** Name of that header, cookie or parameter. */
  field_value?: string | undefined;
  /** Cookie to set where a request does not have it. */
  cookie_config?: HashCookieConfig | undefined;
  /**
   * Hashes the address of the caller instead of a field.
   *
   * @default false
   */
  source_ip?: boolean | undefined;
  /**
   * Stops here where this gave a hash.
   *
   * @default false
   */
  terminal?: boolean | undefined;
}

interface PermissionConfigBase {
  /** Whether such requests are let through. */
  action?: 'allow' | 'deny' | undefined;
  /** Tokens that they must carry. */
  jwt?: IntentionJwtConfig | undefined;
}

/** Decisions by request, of which the first that matches counts. */
export interface PermissionConfig extends PermissionConfigBase {
  /** Which requests; required. */
  http?: HttpPermissionConfig | undefined;
}

/** Decisions by request, of which the first that matches counts. */
interface PermissionConfig1_15 extends PermissionConfigBase {
  /** Which requests; required. */
  http?: HttpPermissionConfig1_15 | undefined;
}

/** Providers, one of which must vouch for the token. */
export interface JwtRequirementProviderConfig {
  /** jwt-provider that vouches for the token; required. */
  name?: string | undefined;
  /** Claims that it must make. */
  verify_claims?: readonly JwtClaimConfig[] | undefined;
}

/** Services behind it; just one for `tcp`. */
export interface IngressServiceConfig {
  /** Service; `*` means all, on listeners for HTTP. */
  name?: string | undefined;
  /**
   * Namespace of the service.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /**
   * Admin partition of the service.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
  /** Host names whose requests go to it; not for `tcp`. Each a host name or an IP address. */
  hosts?: readonly string[] | undefined;
  /** Its own certificate. */
  tls?: IngressServiceTlsConfig | undefined;
  /** Changes to the headers of the request. */
  request_headers?: HeaderChangesConfig | undefined;
  /** Changes to the headers of the response. */
  response_headers?: HeaderChangesConfig | undefined;
  /** Connections that are opened to it. */
  max_connections?: number | undefined;
  /** Requests that may wait for a connection. */
  max_pending_requests?: number | undefined;
  /** Requests that may run at the same time. */
  max_concurrent_requests?: number | undefined;
  /** When an instance that fails is left alone for a while. */
  passive_health_check?: PassiveHealthCheckConfig | undefined;
  /** Metadata for people. Each a string of up to 512 bytes. */
  meta?: Readonly<Record<string, string>> | undefined;
}

/** Certificate that a server of your own gives out. */
export interface SdsConfig {
  /** Envoy cluster of the server that gives out the certificate. */
  cluster_name?: string | undefined;
  /** Name of the certificate there. */
  cert_resource?: string | undefined;
}

/** When an instance that fails is left alone for a while. */
export interface PassiveHealthCheckConfig {
  /** Pause between two looks for instances to take out. A Go duration such as "30s", "1h30m" or "250ms". */
  interval?: string | undefined;
  /** Failures in a row after which an instance is taken out. */
  max_failures?: number | undefined;
  /** Chance in percent that it is really taken out. */
  enforcing_consecutive_5xx?: number | undefined;
  /** Share of the instances that may be out at once, in percent. */
  max_ejection_percent?: number | undefined;
  /** How long it stays out at least. A Go duration such as "30s", "1h30m" or "250ms". */
  base_ejection_time?: string | undefined;
}

/** Certificates and TLS versions of the listener. */
export interface ApiGatewayTlsConfig {
  /** Certificates that are served. */
  certificates?: readonly CertificateReferenceConfig[] | undefined;
  /** Oldest version of TLS that is accepted. */
  MinVersion?: 'TLS_AUTO' | 'TLSv1_0' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | undefined;
  /** Newest version of TLS that is accepted. */
  MaxVersion?: 'TLS_AUTO' | 'TLSv1_0' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | undefined;
  /** Cipher suites for TLS 1.2. */
  CipherSuites?:
    | readonly ('TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256' | 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA' | 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256' | 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA' | 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384' | 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256' | 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA' | 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' | 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA' | 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384' | 'TLS_RSA_WITH_AES_128_CBC_SHA' | 'TLS_RSA_WITH_AES_128_GCM_SHA256' | 'TLS_RSA_WITH_AES_256_CBC_SHA' | 'TLS_RSA_WITH_AES_256_GCM_SHA384')[]
    | undefined;
}

/** Policy for routes that have none. */
export interface GatewayPolicyConfig {
  /** Tokens that requests must carry. */
  jwt?: GatewayJwtConfig | undefined;
}

/** Conditions, one of which must hold. */
export interface HttpRouteMatchConfig {
  /** Conditions on headers. */
  headers?: readonly HttpRouteHeaderConfig[] | undefined;
  /** Method that it must be. */
  method?:
    | 'GET'
    | 'get'
    | 'HEAD'
    | 'head'
    | 'POST'
    | 'post'
    | 'PUT'
    | 'put'
    | 'PATCH'
    | 'patch'
    | 'DELETE'
    | 'delete'
    | 'CONNECT'
    | 'connect'
    | 'OPTIONS'
    | 'options'
    | 'TRACE'
    | 'trace'
    | undefined;
  /** Condition on the path. */
  path?: HttpRoutePathConfig | undefined;
  /** Conditions on the query. */
  query?: readonly HttpRouteQueryConfig[] | undefined;
}

interface HttpRouteServiceConfigBase {
  /** Service that requests go to. */
  name?: string | undefined;
  /**
   * Namespace of the service.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /**
   * Admin partition of the service.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
  /** Its share of the requests, relative to the weights of the other services. */
  weight?: number | undefined;
}

/** Services that requests go to. */
export interface HttpRouteServiceConfig extends HttpRouteServiceConfigBase {
  /** What is changed in requests on their way. */
  filters?: HttpFiltersConfig | undefined;
  /**
   * What is changed in responses on their way back.
   *
   * @since Consul 1.17
   */
  ResponseFilters?: HttpResponseFiltersConfig | undefined;
}

/** Services that requests go to. */
interface HttpRouteServiceConfig1_15 extends HttpRouteServiceConfigBase {
  /** What is changed in requests on their way. */
  filters?: HttpFiltersConfigBase | undefined;
}

interface HttpFiltersConfigBase {
  /** Changes to the headers of the request. */
  headers?: readonly HeaderChangesConfig[] | undefined;
  /** Change of the path. */
  URLRewrite?: UrlRewriteConfig | undefined;
}

/** What is changed in requests on their way. */
export interface HttpFiltersConfig extends HttpFiltersConfigBase {
  /**
   * When a request is tried again.
   *
   * @since Consul 1.17
   */
  RetryFilter?: RetryFilterConfig | undefined;
  /**
   * How long a request may take.
   *
   * @since Consul 1.17
   */
  TimeoutFilter?: TimeoutFilterConfig | undefined;
  /**
   * Tokens that requests must carry.
   *
   * @since Consul 1.17
   */
  jwt?: GatewayJwtConfig | undefined;
}

/** What is changed in responses on their way back. */
export interface HttpResponseFiltersConfig {
  /** Changes to the headers of the response. */
  headers?: readonly HeaderChangesConfig[] | undefined;
}

/** Keys that are given here. Not with `remote`. */
export interface LocalJwksConfig {
  /** The key set itself, in base64. Base64 text. */
  jwks?: string | undefined;
  /** File of the key set, on the proxies’ hosts. The path of a file. */
  filename?: string | undefined;
}

interface RemoteJwksConfigBase {
  /** Where the key set is; required. A URL with a scheme. */
  uri?: string | undefined;
  /** How long fetching may take, in milliseconds. */
  request_timeout_ms?: number | undefined;
  /** How long it is kept. A Go duration such as "30s", "1h30m" or "250ms". */
  cache_duration?: string | undefined;
  /**
   * Does not wait for it at start.
   *
   * @default false
   */
  fetch_asynchronously?: boolean | undefined;
  /** What happens where fetching fails. */
  retry_policy?: JwksRetryConfig | undefined;
  /** How the server is reached. */
  jwks_cluster?: JwksClusterConfig | undefined;
}

/** Keys that are fetched. Not with `local`. */
export interface RemoteJwksConfig extends RemoteJwksConfigBase {
  /**
   * Names the host in the TLS handshake.
   *
   * @default false
   * @since Consul 1.21
   */
  use_sni?: boolean | undefined;
}

/** A header that holds it. */
export interface JwtHeaderConfig {
  /** Name of the header; required. */
  name?: string | undefined;
  /** Text before the token, such as `Bearer `. */
  value_prefix?: string | undefined;
  /**
   * Hands the header on to the application.
   *
   * @default false
   */
  forward?: boolean | undefined;
}

/** A parameter of the query that holds it. */
export interface JwtQueryParamConfig {
  /** Name of the parameter; required. */
  name?: string | undefined;
}

/** A cookie that holds it. */
export interface JwtCookieConfig {
  /** Name of the cookie; required. */
  name?: string | undefined;
}

interface MeshDirectionalTlsConfigBase {
  /** Oldest version of TLS that proxies accept. */
  tls_min_version?: 'TLS_AUTO' | 'TLSv1_0' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | undefined;
  /** Newest version of TLS that proxies accept. */
  tls_max_version?: 'TLS_AUTO' | 'TLSv1_0' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | undefined;
  /** Cipher suites for TLS 1.2. */
  cipher_suites?:
    | readonly ('TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256' | 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA' | 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256' | 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA' | 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384' | 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256' | 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA' | 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' | 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA' | 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384' | 'TLS_RSA_WITH_AES_128_CBC_SHA' | 'TLS_RSA_WITH_AES_128_GCM_SHA256' | 'TLS_RSA_WITH_AES_256_CBC_SHA' | 'TLS_RSA_WITH_AES_256_GCM_SHA384')[]
    | undefined;
}

/** For connections that proxies take. */
export interface MeshDirectionalTlsConfig extends MeshDirectionalTlsConfigBase {
  /**
   * Groups of the key exchange.
   *
   * @since Consul 2.1
   */
  ECDHCurves?: readonly ('X25519MLKEM768' | 'X25519' | 'P-256' | 'P-384' | 'P-521')[] | undefined;
}

/** For requests that proxies take. */
export interface MeshIncomingHttpConfig {
  /** Normalisation of requests before intentions apply to them. */
  request_normalization?: RequestNormalizationConfig | undefined;
}

/** Who may use it; at least one. */
export interface ConsumerConfig {
  /** Peered cluster that may use it; not `*`. */
  peer?: string | undefined;
  /**
   * Admin partition that may use it.
   *
   * @enterprise Enterprise; the Community agent ignores it
   */
  partition?: string | undefined;
  /**
   * Sameness group, all of whose members may use it.
   *
   * @enterprise Enterprise; the Community agent refuses it
   */
  sameness_group?: string | undefined;
}

/** Paths that can be reached without the mesh, such as /metrics. */
export interface ExposedPathConfig {
  /** HTTP path to let through; required. */
  path?: string | undefined;
  /** Port on which the proxy serves it; each path needs its own. A port number from 1 to 65535. */
  listener_port?: number | undefined;
  /** Port on which the service serves it. A port number from 0 to 65535. */
  local_path_port?: number | undefined;
  /**
   * Protocol of the listener.
   *
   * @default http
   */
  protocol?: 'http' | 'http2' | undefined;
}

/** Limits on connections and requests. */
export interface UpstreamLimitsConfig {
  /** Connections that a proxy may open to the upstream. */
  max_connections?: number | undefined;
  /** Requests that may wait for a connection. */
  max_pending_requests?: number | undefined;
  /** Requests that may run at the same time. */
  max_concurrent_requests?: number | undefined;
}

/** Limits for single paths. */
export interface RateLimitRouteConfig {
  /** The path, compared as a whole. A URL path that begins with /. */
  path_exact?: string | undefined;
  /** How the path begins. A URL path that begins with /. */
  path_prefix?: string | undefined;
  /** Pattern of the path. */
  path_regex?: string | undefined;
  /** Requests that are let through per second. */
  requests_per_second?: number | undefined;
  /** Requests that may go beyond that at once. */
  requests_max_burst?: number | undefined;
}

interface RouteHttpMatchConfigBase {
  /** The path, compared as a whole. A URL path that begins with /. */
  path_exact?: string | undefined;
  /** How the path begins. A URL path that begins with /. */
  path_prefix?: string | undefined;
  /** Pattern of the path. */
  path_regex?: string | undefined;
  /** Conditions on headers, all of which must hold. */
  header?: readonly RouteHeaderMatchConfig[] | undefined;
  /** Conditions on the query, all of which must hold. */
  query_param?: readonly RouteQueryMatchConfig[] | undefined;
  /** Methods, one of which it must be. */
  methods?:
    | readonly ('GET' | 'get' | 'HEAD' | 'head' | 'POST' | 'post' | 'PUT' | 'put' | 'PATCH' | 'patch' | 'DELETE' | 'delete' | 'CONNECT' | 'connect' | 'OPTIONS' | 'options' | 'TRACE' | 'trace')[]
    | undefined;
}

/** Conditions on the HTTP request. */
export interface RouteHttpMatchConfig extends RouteHttpMatchConfigBase {
  /**
   * Takes no notice of letter case in the path.
   *
   * @default false
   * @since Consul 1.17.3
   */
  case_insensitive?: boolean | undefined;
}

/** Cookie to set where a request does not have it. */
export interface HashCookieConfig {
  /**
   * Makes a cookie that ends with the session. Not with `ttl`.
   *
   * @default false
   */
  session?: boolean | undefined;
  /** Lifetime of the cookie. A Go duration such as "30s", "1h30m" or "250ms". */
  ttl?: string | undefined;
  /** Path that the cookie is for. */
  path?: string | undefined;
}

interface HttpPermissionConfigBase {
  /** The path, compared as a whole. A URL path that begins with /. */
  path_exact?: string | undefined;
  /** How the path begins. A URL path that begins with /. */
  path_prefix?: string | undefined;
  /** Pattern of the path. */
  path_regex?: string | undefined;
  /** Methods, one of which it must be. */
  methods?:
    | readonly ('GET' | 'get' | 'HEAD' | 'head' | 'POST' | 'post' | 'PUT' | 'put' | 'PATCH' | 'patch' | 'DELETE' | 'delete' | 'CONNECT' | 'connect' | 'OPTIONS' | 'options' | 'TRACE' | 'trace')[]
    | undefined;
}

/** Which requests; required. */
export interface HttpPermissionConfig extends HttpPermissionConfigBase {
  /** Conditions on headers, all of which must hold. */
  header?: readonly PermissionHeaderConfig[] | undefined;
}

/** Which requests; required. */
interface HttpPermissionConfig1_15 extends HttpPermissionConfigBase {
  /** Conditions on headers, all of which must hold. */
  header?: readonly PermissionHeaderConfigBase[] | undefined;
}

/** Claims that it must make. */
export interface JwtClaimConfig {
  /** Way to the claim, a step each. */
  path?: readonly string[] | undefined;
  /** Value that it must have. */
  value?: string | undefined;
}

/** Its own certificate. */
export interface IngressServiceTlsConfig {
  /** Certificate that a server of your own gives out. */
  sds?: SdsConfig | undefined;
}

/** Certificates that are served. */
export interface CertificateReferenceConfig {
  /** Kind of the entry. "file-system-certificate" since Consul 1.19. */
  kind?: 'inline-certificate' | 'file-system-certificate' | undefined;
  /** Name of the entry; required. */
  name?: string | undefined;
  /** Part of it, such as a listener. */
  SectionName?: string | undefined;
  /**
   * Namespace of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  namespace?: string | undefined;
  /**
   * Admin partition of the entry.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  partition?: string | undefined;
}

/** Tokens that requests must carry. */
export interface GatewayJwtConfig {
  /**
   * Providers, one of which must vouch for the token.
   *
   * @enterprise Enterprise; the Community agent does not know the key
   */
  providers?: readonly JwtRequirementProviderConfig[] | undefined;
}

/** Conditions on headers. */
export interface HttpRouteHeaderConfig {
  /** Header to look at; required. */
  name?: string | undefined;
  /** How it is compared. */
  match?: 'exact' | 'prefix' | 'present' | 'regex' | 'suffix' | undefined;
  /** What it is compared with. */
  value?: string | undefined;
}

/** Condition on the path. */
export interface HttpRoutePathConfig {
  /** In which way the path is looked at. */
  match?: 'exact' | 'prefix' | 'regex' | undefined;
  /** What it is compared with; begins with / unless it is a pattern. */
  value?: string | undefined;
}

/** Conditions on the query. */
export interface HttpRouteQueryConfig {
  /** Parameter to look at; required. */
  name?: string | undefined;
  /** How it is compared. */
  match?: 'exact' | 'present' | 'regex' | undefined;
  /** What it is compared with. */
  value?: string | undefined;
}

/** Change of the path. */
export interface UrlRewriteConfig {
  /** What replaces the beginning of the path that was matched. */
  path?: string | undefined;
}

/** When a request is tried again. */
export interface RetryFilterConfig {
  /** How often a request is tried again. */
  NumRetries?: number | undefined;
  /** Cases in which it is tried again, in Envoy’s words. */
  RetryOn?: readonly string[] | undefined;
  /** Status codes after which it is tried again. */
  RetryOnStatusCodes?: readonly number[] | undefined;
  /**
   * Tries again where no connection was made.
   *
   * @default false
   */
  RetryOnConnectFailure?: boolean | undefined;
}

/** How long a request may take. */
export interface TimeoutFilterConfig {
  /** How long the whole request may take. A Go duration such as "30s", "1h30m" or "250ms". */
  RequestTimeout?: string | undefined;
  /** How long it may go without any data. A Go duration such as "30s", "1h30m" or "250ms". */
  IdleTimeout?: string | undefined;
}

/** What happens where fetching fails. */
export interface JwksRetryConfig {
  /** How often it is tried again. */
  num_retries?: number | undefined;
  /** Pauses between attempts. */
  retry_policy_back_off?: JwksBackOffConfig | undefined;
}

/** How the server is reached. */
export interface JwksClusterConfig {
  /** How Envoy finds the address. */
  discovery_type?: 'STRICT_DNS' | 'STATIC' | 'LOGICAL_DNS' | 'EDS' | 'ORIGINAL_DST' | undefined;
  /** How long connecting may take. A Go duration such as "30s", "1h30m" or "250ms". */
  connect_timeout?: string | undefined;
  /** Who vouches for the server. */
  tls_certificates?: JwksCertificatesConfig | undefined;
}

/** Normalisation of requests before intentions apply to them. */
export interface RequestNormalizationConfig {
  /**
   * Leaves paths as they came. Intentions by path can then be tricked.
   *
   * @default false
   */
  insecure_disable_path_normalization?: boolean | undefined;
  /**
   * Makes one slash of several.
   *
   * @default false
   */
  merge_slashes?: boolean | undefined;
  /** What happens to a path with slashes in escaped form. */
  path_with_escaped_slashes_action?:
    | 'IMPLEMENTATION_SPECIFIC_DEFAULT'
    | 'KEEP_UNCHANGED'
    | 'REJECT_REQUEST'
    | 'UNESCAPE_AND_REDIRECT'
    | 'UNESCAPE_AND_FORWARD'
    | undefined;
  /** What happens to headers with underscores in their names. */
  headers_with_underscores_action?: 'ALLOW' | 'REJECT_REQUEST' | 'DROP_HEADER' | undefined;
}

/** Conditions on headers, all of which must hold. */
export interface RouteHeaderMatchConfig {
  /** Header to look at; required. */
  name?: string | undefined;
  /** It is there, whatever its value. */
  present?: boolean | undefined;
  /** Its value, compared as a whole. */
  exact?: string | undefined;
  /** How its value begins. */
  prefix?: string | undefined;
  /** How its value ends. */
  suffix?: string | undefined;
  /** Pattern of its value. */
  regex?: string | undefined;
  /**
   * Turns the condition round.
   *
   * @default false
   */
  invert?: boolean | undefined;
}

/** Conditions on the query, all of which must hold. */
export interface RouteQueryMatchConfig {
  /** Parameter to look at; required. */
  name?: string | undefined;
  /** It is there, whatever its value. */
  present?: boolean | undefined;
  /** Its value, compared as a whole. */
  exact?: string | undefined;
  /** Pattern of its value. */
  regex?: string | undefined;
}

interface PermissionHeaderConfigBase {
  /** Header to look at; required. */
  name?: string | undefined;
  /** It is there, whatever its value. */
  present?: boolean | undefined;
  /** Its value, compared as a whole. */
  exact?: string | undefined;
  /** How its value begins. */
  prefix?: string | undefined;
  /** How its value ends. */
  suffix?: string | undefined;
  /** Pattern of its value. */
  regex?: string | undefined;
  /**
   * Turns the condition round.
   *
   * @default false
   */
  invert?: boolean | undefined;
}

/** Conditions on headers, all of which must hold. */
export interface PermissionHeaderConfig extends PermissionHeaderConfigBase {
  /**
   * What its value has in it.
   *
   * @since Consul 1.20.1
   */
  contains?: string | undefined;
  /**
   * Takes no notice of letter case. Not with `present` or `regex`.
   *
   * @default false
   * @since Consul 1.20.1
   */
  ignore_case?: boolean | undefined;
}

/** Pauses between attempts. */
export interface JwksBackOffConfig {
  /** The first pause. A Go duration such as "30s", "1h30m" or "250ms". */
  base_interval?: string | undefined;
  /** The longest pause; not below base_interval. A Go duration such as "30s", "1h30m" or "250ms". */
  max_interval?: string | undefined;
}

/** Who vouches for the server. */
export interface JwksCertificatesConfig {
  /** CA certificate out of a provider of Envoy’s. Not with trusted_ca. */
  ca_certificate_provider_instance?: CaProviderInstanceConfig | undefined;
  /** CA certificate given here. */
  trusted_ca?: TrustedCaConfig | undefined;
}

/** CA certificate out of a provider of Envoy’s. Not with trusted_ca. */
export interface CaProviderInstanceConfig {
  /** Certificate provider in Envoy’s bootstrap. */
  instance_name?: string | undefined;
  /** Name of the certificate there. */
  certificate_name?: string | undefined;
}

/** CA certificate given here. */
export interface TrustedCaConfig {
  /** File of the CA certificate, on the proxies’ hosts. The path of a file. */
  filename?: string | undefined;
  /** Variable in the proxies’ environment that holds it. */
  environment_variable?: string | undefined;
  /** The CA certificate itself. PEM text. */
  inline_string?: string | undefined;
  /** The CA certificate itself, as bytes. */
  inline_bytes?: unknown | undefined;
}

/** The options of an agent by the minor release that knows them. */
export interface AgentConfigs {
  '1.15': AgentConfig1_15;
  '1.16': AgentConfig1_16;
  '1.17': AgentConfig1_17;
  '1.18': AgentConfig1_18;
  '1.19': AgentConfig1_19;
  '1.20': AgentConfig1_20;
  '1.21': AgentConfig1_21;
  '1.22': AgentConfig1_22;
  '1.23': AgentConfig1_23;
  '2.0': AgentConfig2_0;
  '2.1': AnyAgentConfig;
}

/** Options that only servers have: on a client, none of them may be given. */
export interface NotOnClients {
  /** A client is not a server. */
  server?: false | undefined;
  /** For servers only. */
  bootstrap_expect?: undefined;
  /** For servers only. */
  bootstrap?: undefined;
  /** For servers only. */
  retry_join_wan?: undefined;
  /** For servers only. */
  retry_interval_wan?: undefined;
  /** For servers only. */
  retry_max_wan?: undefined;
  /** For servers only. */
  primary_gateways?: undefined;
  /** For servers only. */
  primary_gateways_interval?: undefined;
  /** For servers only. */
  server_rejoin_age_max?: undefined;
  auto_encrypt?: {
    /** For servers only. */
    allow_tls?: undefined;
  } | undefined;
  auto_config?: {
    authorization?: {
      /** For servers only. */
      enabled?: undefined;
    } | undefined;
  } | undefined;
  acl?: {
    /** For servers only. */
    enable_token_replication?: undefined;
  } | undefined;
  limits?: {
    /** For servers only. */
    rpc_handshake_timeout?: undefined;
    /** For servers only. */
    rpc_max_conns_per_client?: undefined;
    /** For servers only. */
    request_limits?: undefined;
  } | undefined;
  /** For servers only. */
  autopilot?: undefined;
  performance?: {
    /** For servers only. */
    raft_multiplier?: undefined;
    /** For servers only. */
    leave_drain_time?: undefined;
    /** For servers only. */
    enable_xds_load_balancing?: undefined;
  } | undefined;
  /** For servers only. */
  raft_protocol?: undefined;
  /** For servers only. */
  raft_snapshot_threshold?: undefined;
  /** For servers only. */
  raft_snapshot_interval?: undefined;
  /** For servers only. */
  raft_trailing_logs?: undefined;
  /** For servers only. */
  raft_logstore?: undefined;
  /** For servers only. */
  raft_prevote_disabled?: undefined;
  /** For servers only. */
  federation_state_anti_entropy_sync_interval?: undefined;
  /** For servers only. */
  raft_boltdb?: undefined;
  rpc?: {
    /** For servers only. */
    enable_streaming?: undefined;
  } | undefined;
  connect?: {
    /** For servers only. */
    enable_mesh_gateway_wan_federation?: undefined;
  } | undefined;
  /** For servers only. */
  config_entries?: undefined;
  /** For servers only. */
  session_ttl_min?: undefined;
  feature_gates?: {
    /** For servers only. */
    bootstrap?: undefined;
  } | undefined;
  /** For servers only. */
  read_replica?: undefined;
  /** For servers only. */
  segments?: undefined;
}
