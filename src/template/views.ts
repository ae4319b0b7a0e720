/** The values of each template. Every key is always present: Handlebars does not report a misspelt one in `{{#if}}`. */

import type {
  RunbookAclView,
  RunbookPartsView,
  RunbookPatroniView,
  RunbookShellView,
  RunbookTlsView,
  RunbookView,
} from './runbook-views.ts';

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
