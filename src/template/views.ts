/** The values of each template. Every key is always present: Handlebars does not report a misspelt one in `{{#if}}`. */

import type { RunbookPartsView, RunbookPatroniView, RunbookShellView } from './runbook-views.ts';

export interface UnitView {
  readonly role: 'server' | 'client';
  /** The release, such as `1.16`. */
  readonly consul: string;
  readonly datacenter: string;
  /** The agent will say that it is ready. */
  readonly notify: boolean;
  readonly user: string;
  readonly group: string;
  readonly command: readonly string[];
  /** On SIGTERM it leaves the cluster, and ends with status 0. */
  readonly leaves: boolean;
  /** Such as `dns 53`; empty if there are none. */
  readonly lowPorts: string;
  /** Where it writes. */
  readonly stateDirectories: readonly string[];
  readonly stateInHome: boolean;
  readonly stateInTmp: boolean;
  readonly scriptChecks: boolean;
  /** Patroni runs on the host too. */
  readonly patroni: boolean;
  readonly service: readonly { readonly name: string; readonly value: string }[];
}

export interface SysusersView {
  readonly user: string;
  readonly group: string;
  /** The group has another name than the user. */
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
  /** `host:port` of the local agent's HTTP API. */
  readonly host: string;
  /** The CA, where that is reached over HTTPS; else empty. */
  readonly ca: string;
  /** What Patroni shows where the API asks for a certificate; else empty. */
  readonly cert: string;
  readonly key: string;
  readonly acl: boolean;
  /** The token itself, where it is not in a separate file. */
  readonly token: string;
  /** Where the token is on the host; empty where it is not in a separate file. */
  readonly tokenFile: string;
  /** Empty for Consul's own. */
  readonly consistency: string;
  readonly registerService: boolean;
  /** What the members are registered with; empty for Patroni's own. */
  readonly tags: readonly string[];
  readonly checkInterval: string;
  readonly tlsServerName: string;
  /** The names that follow from that. */
  readonly names: readonly { readonly name: string; readonly what: string }[];
}

export interface PatroniCompleteView {
  readonly node: string;
  readonly scope: string;
  /** Empty for Patroni's own. */
  readonly namespace: string;
  /** `host:port` of the REST API, for others, and where it listens. */
  readonly rest: string;
  readonly restListen: string;
  /** The section `consul`; empty where it is in a separate file, and passwords as well. */
  readonly consul: string;
  readonly debian: boolean;
  readonly ttl: number;
  readonly loopWait: number;
  readonly retryTimeout: number;
  readonly failsafe: boolean;
  readonly configDir: string;
  readonly pgpass: string;
  readonly listen: string;
  readonly address: string;
  readonly dataDir: string;
  readonly binDir: string;
  readonly superuser: string;
  readonly replication: string;
  readonly rewind: string;
  readonly withRewind: boolean;
  readonly rewindUser: string;
  /** Hosts of the members, as pg_hba.conf names them. */
  readonly members: readonly string[];
  readonly clients: readonly string[];
}

export interface PatroniPasswordsView {
  readonly node: string;
  readonly superuser: string;
  readonly replication: string;
  readonly rewind: string;
}

export interface PatroniUnitView {
  readonly user: string;
  readonly group: string;
  readonly command: readonly string[];
}

export interface PatroniDropInView {
  /** Empty where the unit keeps its own. */
  readonly command: readonly string[];
}

export interface PatroniTokenView {
  readonly node: string;
  readonly token: string;
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

export interface Views {
  readonly 'consul.service': UnitView;
  readonly 'consul-drop-in.conf': UnitView;
  readonly 'sysusers.conf': SysusersView;
  readonly 'tmpfiles.conf': TmpfilesView;
  readonly 'patroni.yml': PatroniView;
  readonly 'patroni-token.yml': PatroniTokenView;
  readonly 'patroni-complete.yml': PatroniCompleteView;
  readonly 'patroni-passwords.yml': PatroniPasswordsView;
  readonly 'patroni.service': PatroniUnitView;
  readonly 'patroni-drop-in.conf': PatroniDropInView;
  readonly 'runbook-tls.md': RunbookTlsView;
  readonly 'runbook-acl.md': RunbookAclView;
  readonly 'RUNBOOK.md': RunbookView;
  readonly 'runbook-shell.md': RunbookShellView;
  readonly 'runbook-patroni.md': RunbookPatroniView;
  readonly 'runbook-adopt.md': RunbookPartsView;
  readonly 'runbook-changes.md': RunbookPartsView;
  readonly 'runbook-machines.md': RunbookPartsView;
  readonly 'runbook-data.md': RunbookPartsView;
}

export type TemplateName = keyof Views;
