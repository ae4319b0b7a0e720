/** What each template is given. Every key is always there: Handlebars says nothing of a misspelt one in `{{#if}}`. */

export interface UnitView {
  readonly node: string;
  readonly role: 'server' | 'client';
  readonly datacenter: string;
  /** The agent will say that it is ready. */
  readonly notify: boolean;
  readonly user: string;
  readonly group: string;
  readonly command: readonly string[];
  /** On SIGTERM it leaves the cluster, and ends with status 0. */
  readonly leaves: boolean;
  /** Such as `dns 53`; empty where there are none. */
  readonly lowPorts: string;
  /** Where it writes. */
  readonly stateDirectories: readonly string[];
  readonly stateInHome: boolean;
  readonly stateInTmp: boolean;
  readonly scriptChecks: boolean;
  readonly service: readonly { readonly name: string; readonly value: string }[];
}

export interface SysusersView {
  readonly user: string;
  readonly group: string;
  /** The group has a name of its own. */
  readonly ownGroup: boolean;
  readonly home: string;
}

export interface TmpfilesView {
  readonly user: string;
  readonly group: string;
  readonly directories: readonly string[];
  /** Configuration files, and the mode that each must have. */
  readonly files: readonly { readonly path: string; readonly mode: string }[];
}

export interface PatroniView {
  readonly node: string;
  /** `host:port` of the local agent's HTTP API. */
  readonly host: string;
  readonly acl: boolean;
}

export interface RunbookView {
  readonly version: string;
  /** Such as `3 nodes`. */
  readonly nodeCount: string;
  readonly nodes: readonly RunbookNode[];
  readonly ports: readonly {
    readonly number: number;
    readonly protocols: string;
    readonly purpose: string;
  }[];
  /** Nodes that others find by name. */
  readonly byName: readonly string[];
  readonly secrets: boolean;
  /** Nodes that share a binary and an account. */
  readonly groups: readonly RunbookGroup[];
  readonly firstGroup: RunbookGroup;
  /** The number of servers that wait for each other; 0 where there is no such number. */
  readonly expecting: number;
  /** The unit is ready only once the agent has joined. */
  readonly waits: boolean;
  readonly datacenters: readonly RunbookDatacenter[];
  readonly acl: boolean;
  readonly encrypt: boolean;
  readonly ui: RunbookUi | undefined;
  /** So many servers lost are a quorum lost; 0 where that says nothing. */
  readonly lost: number;
  readonly patroni: boolean;
}

export interface RunbookNode {
  readonly name: string;
  readonly datacenter: string;
  readonly role: 'server' | 'client';
  readonly host: string;
}

export interface RunbookGroup {
  /** For a shell: `$nodes`, or `name=host` words. */
  readonly nodes: string;
  readonly binary: string;
  readonly user: string;
  readonly group: string;
}

export interface RunbookDatacenter {
  readonly name: string;
  /** Where to ask. */
  readonly host: string;
  readonly binary: string;
  /** `CONSUL_HTTP_ADDR=… ` where the CLI would not find the agent by itself. */
  readonly httpEnv: string;
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

export interface Views {
  readonly 'consul.service': UnitView;
  readonly 'sysusers.conf': SysusersView;
  readonly 'tmpfiles.conf': TmpfilesView;
  readonly 'patroni.yml': PatroniView;
  readonly 'RUNBOOK.md': RunbookView;
}

export type TemplateName = keyof Views;
