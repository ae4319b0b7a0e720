/** The values of the runbook's templates. Every key is always present: Handlebars does not report a misspelt one in `{{#if}}`. */

export interface RunbookShellView {
  readonly firstDatacenter: string;
  /** Where the management token comes from. */
  readonly tokenLine: string;
  readonly nodes: readonly Readonly<Record<'name' | 'host', string>>[];
  readonly datacenters: readonly RunbookDatacenter[];
  /** What the hosts differ in; the last entry is for all others. */
  readonly facts: readonly RunbookFacts[];
  readonly patroni: RunbookPatroniShell | undefined;
}

/** Each list is for a shell: ` name=host` words, each with a blank before it; empty for none. */
export interface RunbookDatacenter {
  readonly name: string;
  readonly servers: string;
  readonly clients: string;
  readonly patroni: string;
  /** So many servers may fail. */
  readonly tolerates: number;
}

export interface RunbookFacts {
  /** A pattern of `case`. */
  readonly hosts: string;
  /** File of its Consul binary, next to the runbook. */
  readonly file: string;
  readonly binary: string;
  /** `CONSUL_HTTP_ADDR=… ` where the CLI would not find the agent by itself. */
  readonly api: string;
  readonly user: string;
  readonly group: string;
  readonly data: string;
  /** `yes` where a package brings the binary and the unit. */
  readonly packaged: string;
}

export interface RunbookPatroniShell {
  /** What patronictl takes. */
  readonly config: string;
  readonly unit: string;
  /** Where its configuration may be, as patterns of a shell. */
  readonly files: string;
  readonly ctl: string;
  /** Paths of the files that only its group may read. */
  readonly secrets: string;
  readonly group: string;
}

export interface RunbookPatroniView {
  readonly nodes: readonly string[];
  /** How it is installed. */
  readonly install: string;
  /** Nodes whose Patroni cannot reach its agent. */
  readonly without: readonly string[];
  readonly complete: boolean;
  readonly debian: boolean;
  readonly config: string;
  readonly ttl: number;
  readonly loopWait: number;
  readonly retryTimeout: number;
  readonly failsafe: boolean;
  readonly acl: boolean;
  readonly names: readonly { readonly name: string; readonly what: string }[];
  /** ACLs deny and no agent has a token for DNS. */
  readonly denied: boolean;
  readonly dnsToken: string;
  /** It runs next to servers. */
  readonly shared: boolean;
}

/** What the parts for a running cluster have in common. */
export interface RunbookPartsView {
  readonly patroni: boolean;
  /** Patroni runs next to servers. */
  readonly shared: boolean;
  readonly failsafe: boolean;
  readonly ttl: number;
  readonly unit: string;
  /** Prefix of Patroni's keys. */
  readonly namespace: string;
  /** Patroni reads rendered files. */
  readonly patroniFiles: boolean;
  /** All of its configuration is rendered. */
  readonly complete: boolean;
  readonly loopWait: number;
  readonly encrypt: boolean;
  /** Where the manifest has the gossip key. */
  readonly keySource: string;
  readonly tls: boolean;
  readonly acl: boolean;
  /** 0 where the datacenters differ, or where none is set. */
  readonly minQuorum: number;
  readonly voters: number;
  /** Such as `1 server`; empty where it survives the loss of none. */
  readonly tolerates: string;
  /** So many servers lost are a quorum lost. */
  readonly lost: number;
  /** A server, as `name=host`, its name and its release. */
  readonly example: string;
  readonly name: string;
  readonly release: string;
  /** Port of Raft. */
  readonly port: number;
  /** Number of nodes. */
  readonly count: number;
  readonly datacenter: string;
}
