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
  const address = listener(stringAt(config, 'addresses', 'http') || stringAt(config, 'client_addr'));
  return port > 0 && address ? { address, port } : undefined;
}

/**
 * The HTTPS API from the host itself, and the CA that vouches for it; undefined where there is none, or where only the
 * host knows. Safe in a shell, too.
 */
export function httpsEndpoint({ config }: NodeSpec): (Endpoint & { readonly ca: string }) | undefined {
  const port = numberAt(config, 'ports', 'https') ?? -1;
  const ca = stringAt(config, 'tls', 'https', 'ca_file') ?? stringAt(config, 'tls', 'defaults', 'ca_file');
  const address = listener(stringAt(config, 'addresses', 'https') || stringAt(config, 'client_addr'));
  if (port <= 0 || !address || !isIP(address) || !ca || !/^[\w./+-]+$/.test(ca)) return undefined;
  return { address, port, ca };
}

/** The first address of an option, as one calls it from the host. */
function listener(option: string | undefined): string | undefined {
  const [first] = (option || '127.0.0.1').trim().split(/\s+/);
  if (!first || !(isIP(first) || /^unix:\/\/[\w./-]+$/.test(first))) return undefined;
  return first === '0.0.0.0' || first === '::' ? '127.0.0.1' : first;
}

/** What the CLI wants in its environment to find the agent of its own host; empty where it needs nothing. */
export function cliEnvironment(spec: NodeSpec): string {
  const http = httpEndpoint(spec);
  if (http) {
    if (http.address === '127.0.0.1' && http.port === 8500) return '';
    return `CONSUL_HTTP_ADDR=${http.address.startsWith('unix:') ? http.address : hostPort(http)} `;
  }
  const https = httpsEndpoint(spec);
  return https ? `CONSUL_HTTP_ADDR=https://${hostPort(https)} CONSUL_CACERT=${https.ca} ` : '';
}

export const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';

export const hostPort = ({ address, port }: Endpoint): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
