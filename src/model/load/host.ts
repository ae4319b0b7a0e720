/**
 * What a verdict asks of the machine: its addresses, name, environment and disk. By default it is not consulted: a plain
 * host with one private address is assumed, so that every machine gives the same verdict.
 */
import type { HostInterface } from '../sockaddr/interfaces.ts';
import type { FileSystem } from './files.ts';

export interface Host {
  /** IP addresses of interfaces that are up and not loopback. */
  readonly addresses: readonly string[];
  /** Interfaces with their addresses, loopback included; absent: templates that ask for them are not evaluated. */
  readonly interfaces?: readonly HostInterface[];
  /** What an empty node_name becomes; undefined where the host cannot say. */
  readonly name: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Present where files may be looked at. */
  readonly files?: FileSystem;
  /** How many files a process may open. */
  readonly openFiles?: number;
  /** False for the real machine: findings then state facts, not an assumption. */
  readonly assumed: boolean;
}

export const assumedHost: Host = {
  addresses: ['10.0.0.10'],
  name: 'localhost',
  env: {},
  // What few services get, so that only what can hardly be meant is refused.
  openFiles: 1_048_576,
  assumed: true,
};
