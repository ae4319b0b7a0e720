/** One agent: the files it loads, in order, merged into the configuration that it runs with. */
import type { Finding } from '../finding.ts';
import type { Role } from '../options/option.ts';
import type { Config } from './config.ts';
import type { ConfigFile } from './load/file.ts';

export interface Agent {
  /** How people know it: node_name where it is written, else the directory or file name. */
  readonly name: string;
  readonly role: Role;
  readonly files: readonly ConfigFile[];
  readonly config: Config;
  /** The Consul release that it is checked for, such as `1.16` or `1.16.4`. */
  readonly version: string;
  /** Findings of all files, and of merging them. */
  readonly findings: readonly Finding[];
}
