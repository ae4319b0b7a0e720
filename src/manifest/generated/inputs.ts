/**
 * The keys of a manifest as a script gives them. Generated from the schemas of src/manifest/keys by `npm run generate`.
 */
import type { AgentConfig } from '../../options/agent-config.ts';
import type { ConsulRelease } from '../../options/releases/consul-release.ts';

/** What an estate may have besides nodes and options. */
export interface KeyInputs<Release extends ConsulRelease = ConsulRelease> {
  /**
   * Access control, in the names of the `acl` option. It is on and denies by default unless written
   * otherwise. Tokens go to the nodes that need them, by reference, in which {node}, {datacenter} and {role}
   * are replaced.
   */
  readonly acl?: NonNullable<AgentConfig<Release>['acl']> | undefined;
  /** How several datacenters are federated. */
  readonly federation?: FederationInput | undefined;
  /** Firewall files for each host: only the cluster reaches the ports that its agent listens on. */
  readonly firewall?: FirewallInput | undefined;
  /** Format of the configuration files. Default: json. */
  readonly format?: 'json' | 'hcl' | undefined;
  /** How Patroni uses this store and what its token may do; with `profile: patroni`. */
  readonly patroni?: PatroniInput | undefined;
  /**
   * What the cluster is used for: options that belong together. `patroni` also turns on the lint rules for
   * it.
   */
  readonly profile?: 'patroni' | 'production' | 'dev' | readonly ('patroni' | 'production' | 'dev')[] | undefined;
  /** The systemd unit. */
  readonly systemd?: SystemdInput | undefined;
  /**
   * Files of your own, by their path on the host without the first slash: a Handlebars template for each, or
   * null to leave a file out. docs/manifest.md lists what a template can refer to.
   */
  readonly templates?: Readonly<Record<string, string | TemplatesInput | null>> | undefined;
  /**
   * TLS between agents. Paths are patterns: {node}, {datacenter}, {role} and {domain} are replaced.
   * consul-cfg never creates or copies certificates; the runbook has the commands for that.
   */
  readonly tls?: TlsInput | undefined;
}

/** How several datacenters are federated. */
export interface FederationInput {
  /** The datacenter that owns ACLs, intentions and the mesh CA. Default: the first. */
  readonly primary?: string | undefined;
  /** How servers reach those of other datacenters: directly (the default), or through mesh gateways. */
  readonly via?: 'wan' | 'mesh_gateways' | undefined;
  /** Mesh gateways of the primary datacenter, such as 192.0.2.10:8443; for the servers of the others. */
  readonly primary_gateways?: readonly string[] | undefined;
}

/** Firewall files for each host: only the cluster reaches the ports that its agent listens on. */
export interface FirewallInput {
  /** Write etc/nftables.d/consul.nft. */
  readonly nftables?: boolean | undefined;
  /** Write a policy and address sets below etc/firewalld. */
  readonly firewalld?: boolean | undefined;
  /** Addresses and networks (CIDR) of the agents. Default: the addresses of the manifest's nodes, one by one. */
  readonly cluster?: readonly string[] | undefined;
  /** Addresses and networks that may use HTTP, gRPC and DNS too. Default: none. */
  readonly clients?: readonly string[] | undefined;
}

/** How Patroni uses this store and what its token may do; with `profile: patroni`. */
export interface PatroniInput {
  /** The Patroni clusters, by their `scope`: their token grants access to nothing else. Default: any. */
  readonly scope?: string | readonly string[] | undefined;
  /**
   * Patroni's `namespace`, the prefix of its keys. Default: service; with `packaging: debian`,
   * postgresql-common.
   */
  readonly namespace?: string | undefined;
  /**
   * How Patroni is installed, which decides where it reads its configuration: `pip`, and `pgdg` (PostgreSQL's
   * own RPMs), in /etc/patroni; `debian` (Debian, Ubuntu, PostgreSQL's own apt repository) in a file of each
   * cluster. Default: pip.
   */
  readonly packaging?: 'pip' | 'pgdg' | 'debian' | undefined;
  /**
   * Where the patroni program is, next to patronictl. Default: /usr/bin/patroni of packages,
   * /usr/local/bin/patroni with pip.
   */
  readonly binary?: string | undefined;
  /**
   * Whether Patroni registers its members as services, so that primary.SCOPE.service.consul is a name.
   * Default: false.
   */
  readonly register_service?: boolean | undefined;
  /** Tags of the service besides the role of the member; with `register_service`. */
  readonly service_tags?: readonly string[] | undefined;
  /** How often the agent asks Patroni's REST API; with `register_service`. Default: 5s. */
  readonly service_check_interval?: string | undefined;
  /**
   * The name that the certificates of all members' REST APIs have, where these have TLS and no address in the
   * certificate; with `register_service`.
   */
  readonly service_check_tls_server_name?: string | undefined;
  /** Consul's consistency mode for what Patroni reads. Default: Consul's own. */
  readonly consistency?: 'default' | 'consistent' | 'stale' | undefined;
  /** The ACL token of Patroni, by reference; {node} in it is replaced. */
  readonly token?: string | undefined;
  /** The group that may read the token and the passwords on the host. Default: postgres. */
  readonly group?: string | undefined;
  /**
   * Seconds after which a leader key expires that is not renewed; loop_wait + 2 * retry_timeout must fit into
   * it. Default: 30.
   */
  readonly ttl?: number | undefined;
  /** Seconds between two rounds of Patroni. Default: 10. */
  readonly loop_wait?: number | undefined;
  /** Seconds for which Patroni repeats a request that fails before it gives up. Default: 10. */
  readonly retry_timeout?: number | undefined;
  /**
   * Whether the primary goes on without the store while all members confirm over their REST API. Default:
   * true.
   */
  readonly failsafe_mode?: boolean | undefined;
  /** Renders a complete Patroni configuration with the PostgreSQL that it describes. */
  readonly postgresql?: PatroniPostgresqlInput | undefined;
}

/** Renders a complete Patroni configuration with the PostgreSQL that it describes. */
export interface PatroniPostgresqlInput {
  /** The major release of PostgreSQL, such as 17. */
  readonly version: number;
  /** With `packaging: debian`, Debian's name of the cluster. Default: main. */
  readonly cluster?: string | undefined;
  /** Default: 5432. */
  readonly port?: number | undefined;
  /** Its data directory; needed with `packaging: pip`. Default: that of the packages. */
  readonly data_dir?: string | undefined;
  /** Where its programs are; needed with `packaging: pip`. Default: that of the packages. */
  readonly bin_dir?: string | undefined;
  /** The password of postgres, by reference; the same on all members. */
  readonly superuser: string;
  /** The password of replicator, with which members copy and follow the primary. */
  readonly replication: string;
  /** The password of rewind, a role that may rewind an old primary. Default: the superuser does that. */
  readonly rewind?: string | undefined;
  /** Networks from which applications connect with a password. Default: none. */
  readonly clients?: readonly string[] | undefined;
}

/** The systemd unit. */
export interface SystemdInput {
  /** Where the consul binary is on the hosts. Default: /usr/local/bin/consul; of a package, /usr/bin/consul. */
  readonly binary?: string | undefined;
  /** A package ships the unit: write a drop-in with what must differ, instead of a whole unit. */
  readonly drop_in?: boolean | undefined;
  /** The account that the agent runs as. Default: consul. */
  readonly user?: string | undefined;
  /** Its group. Default: the same name as the user. */
  readonly group?: string | undefined;
  /**
   * Directives of [Service], read after the others as those of a drop-in are, such as LimitNOFILE: 131072. A
   * list gives one several times; an empty text clears what it held before.
   */
  readonly service?: Readonly<Record<string, string | number | boolean | readonly (string | number | boolean)[]>> | undefined;
}

/** A template, and the owner and mode of the file that it makes. */
export interface TemplatesInput {
  /** The template, relative to this manifest. */
  readonly file: string;
  /** Mode on the host, in quotes. Default: that of the file it replaces, else 0644. */
  readonly mode?: string | undefined;
  /** Owner on the host. Default: that of the file it replaces, else root:root. */
  readonly owner?: string | undefined;
}

/**
 * TLS between agents. Paths are patterns: {node}, {datacenter}, {role} and {domain} are replaced.
 * consul-cfg never creates or copies certificates; the runbook has the commands for that.
 */
export interface TlsInput {
  /** Where the CA certificate is on each host. Default: /etc/consul.d/tls/ca.pem. */
  readonly ca?: string | undefined;
  /** Where the certificate of a node is on its host. Default: /etc/consul.d/tls/{node}.pem. */
  readonly cert?: string | undefined;
  /** Where the key of that certificate is. Default: /etc/consul.d/tls/{node}-key.pem. */
  readonly key?: string | undefined;
  /**
   * How clients get a certificate: from files as servers do (the default), or from the servers by
   * auto_encrypt or auto_config.
   */
  readonly clients?: 'certificates' | 'auto_encrypt' | 'auto_config' | undefined;
  /** Port of the HTTPS API where a node has a certificate; false turns it off. Default: 8501. */
  readonly https?: false | number | undefined;
  /** Whether HTTPS and gRPC reject clients without a certificate that the CA signed. Default: false. */
  readonly verify_incoming_https?: boolean | undefined;
  /** With auto_config: where the introduction token (a JWT) is on each client. */
  readonly intro_token_file?: string | undefined;
}

/** What a class and a node may have too. */
export interface LayeredKeyInputs {
  /** The systemd unit. */
  readonly systemd?: SystemdInput | undefined;
  /**
   * Files of your own, by their path on the host without the first slash: a Handlebars template for each, or
   * null to leave a file out. docs/manifest.md lists what a template can refer to.
   */
  readonly templates?: Readonly<Record<string, string | TemplatesInput | null>> | undefined;
}
