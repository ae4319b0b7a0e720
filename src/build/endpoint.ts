/** Where an agent's HTTP API can be reached. */
import { isIP } from 'node:net';
import type { NodeSpec } from '../manifest/node.ts';
import { numberAt, stringAt } from '../manifest/values.ts';

export interface Endpoint {
  /** An IP address, or `unix:///path`. */
  readonly address: string;
  readonly port: number;
}

/**
 * From the host itself; undefined where plain HTTP is off, or its address is known only to the host. What it gives is
 * safe in a shell: it stands in the commands of the runbook.
 */
export function httpEndpoint({ config }: NodeSpec): Endpoint | undefined {
  const port = numberAt(config, 'ports', 'http') ?? 8500;
  const listens = stringAt(config, 'addresses', 'http') || stringAt(config, 'client_addr') || '127.0.0.1';
  const [first] = listens.trim().split(/\s+/);
  if (port <= 0 || !first || !(isIP(first) || /^unix:\/\/[\w./-]+$/.test(first))) return undefined;
  return { address: first === '0.0.0.0' || first === '::' ? '127.0.0.1' : first, port };
}

export const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';

export const hostPort = ({ address, port }: Endpoint): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
