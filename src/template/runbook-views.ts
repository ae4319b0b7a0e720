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

export interface RunbookTlsView {
  /** File of a Consul binary, next to the runbook. */
  readonly binary: string;
  /** Nodes with their own certificate, and the flags of `consul tls cert create`. */
  readonly made: readonly { readonly name: string; readonly flags: string }[];
  readonly files: readonly {
    readonly host: string;
    readonly path: string;
    readonly group: string;
    readonly mode: string;
    readonly file: string;
  }[];
  /** Hosts whose Patroni reaches the agent over TLS. */
  readonly patroniHosts: readonly string[];
  /** Nodes with a path that no command could hold. */
  readonly left: readonly string[];
  readonly autoEncrypt: boolean;
  readonly autoConfig: boolean;
}

export interface RunbookAclView {
  /** The primary datacenter is in another manifest. */
  readonly elsewhere: boolean;
  /** Where tokens are made, as `name=host`. */
  readonly node: string;
  /** A node whose files have the management token; empty where it is made by hand. */
  readonly initial: string;
  readonly policies: readonly string[];
  readonly tokens: readonly { readonly node: string; readonly option: string; readonly grants: string }[];
  /** The datacenter in which tokens are made. */
  readonly primary: string;
  /** Servers of the others that copy from it, as `name=host`. */
  readonly secondaries: readonly string[];
  /** Agents whose token is set through their API. */
  readonly agents: readonly { readonly name: string; readonly host: string; readonly datacenter: string }[];
  /** As flags; empty if there is no Patroni. */
  readonly patroniPolicies: string;
  /** Files below the nodes, one for each token of Patroni; empty where the manifest has none. */
  readonly patroniTokens: readonly string[];
}

export interface RunbookView {
  readonly version: string;
  /** One for each release. */
  readonly binaries: readonly {
    readonly file: string;
    readonly version: string;
    /** Empty for all. */
    readonly nodes: readonly string[];
  }[];
  /** Such as `3 nodes`. */
  readonly nodeCount: string;
  readonly nodes: readonly Readonly<Record<'name' | 'datacenter' | 'role' | 'host', string>>[];
  readonly ports: readonly {
    readonly number: number;
    readonly protocols: string;
    readonly purpose: string;
  }[];
  /** Files for it are rendered. */
  readonly firewall: { readonly nftables: boolean; readonly firewalld: boolean };
  /** Nodes that others find by name. */
  readonly byName: readonly string[];
  readonly secrets: boolean;
  readonly firstGroup: { readonly group: string };
  /** On some hosts a package brings the binary and the unit. */
  readonly packaged: boolean;
  /** The number of servers that wait for each other; 0 if they differ. */
  readonly expecting: number;
  /** The unit is ready only once the agent has joined. */
  readonly waits: boolean;
  readonly clusters: readonly RunbookCluster[];
  /** Sections; empty if there is nothing to write. */
  readonly tls: string;
  readonly acl: string;
  readonly ui: RunbookUi | undefined;
  readonly patroni: boolean;
  /** The parts, as texts; empty if there is nothing to say. */
  readonly shell: string;
  readonly patroniPart: string;
  readonly adopt: string;
  readonly changes: string;
  readonly machines: string;
  readonly data: string;
}

export interface RunbookCluster {
  readonly name: string;
  /** Where to ask, as `name=host`. */
  readonly node: string;
  /** It has servers, so that autopilot can be asked. */
  readonly gated: boolean;
  /** 0 where it is not set. */
  readonly minQuorum: number;
  /** Such as `3 members`. */
  readonly members: string;
  /** Such as `3 servers`. */
  readonly servers: string;
  /** Such as `1 server`; empty where it survives the loss of none. */
  readonly tolerates: string;
}

export interface RunbookUi {
  /** It listens on loopback. */
  readonly tunnel: boolean;
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly url: string;
}
