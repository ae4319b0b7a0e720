/** Where an agent's HTTP API can be reached. */
import type { ObjectValue } from '../../text/tree/value.ts';
import { ipFamily, isAnyAddress } from '../../util/addresses.ts';
import type { NodeSpecBase } from '../structure.ts';
import { boolAt, numberAt, stringAt } from '../values.ts';

export interface Endpoint {
  /** An IP address, or `unix:///path`. */
  readonly address: string;
  readonly port: number;
}

/**
 * From the host itself; undefined where plain HTTP is off, or its address is known only to the host. What it gives is
 * safe in a shell: the runbook has it in commands.
 */
export function httpEndpoint({ config }: NodeSpecBase): Endpoint | undefined {
  const port = numberAt(config, 'ports', 'http') ?? 8500;
  const address = listener(stringAt(config, 'addresses', 'http') || stringAt(config, 'client_addr'));
  return port > 0 && address ? { address, port } : undefined;
}

export interface HttpsEndpoint extends Endpoint {
  /** The CA that signed its certificate. */
  readonly ca: string;
  /** It rejects clients without a certificate. */
  readonly asks: boolean;
}

/**
 * The HTTPS API from the host itself, and the CA that signed its certificate; undefined if there is none, or if only the host
 * knows. Safe in a shell, too.
 */
export function httpsEndpoint({ config }: NodeSpecBase): HttpsEndpoint | undefined {
  const port = numberAt(config, 'ports', 'https') ?? -1;
  const ca = stanza(config, 'ca_file', stringAt);
  const address = listener(stringAt(config, 'addresses', 'https') || stringAt(config, 'client_addr'));
  if (port <= 0 || !address || !ipFamily(address) || !ca || !isPlainPath(ca)) return undefined;
  const asks = stanza(config, 'verify_incoming', boolAt) === true;
  return { address, port, ca, asks };
}

/** An option of the HTTPS listener, or the one for all listeners. */
function stanza<T>(
  config: ObjectValue,
  name: string,
  read: (value: ObjectValue, ...path: readonly string[]) => T | undefined,
): T | undefined {
  return read(config, 'tls', 'https', name) ?? read(config, 'tls', 'defaults', name);
}

/** The first address of an option, as it is reached from the host itself. */
function listener(option: string | undefined): string | undefined {
  const [first] = (option || '127.0.0.1').trim().split(/\s+/);
  if (!first || !(ipFamily(first) || /^unix:\/\/[\w./-]+$/.test(first))) return undefined;
  return isAnyAddress(first) ? '127.0.0.1' : first;
}

/** The environment in which the CLI finds the agent of its host; empty if it needs no variables. */
export function cliEnvironment(spec: NodeSpecBase): string {
  const http = httpEndpoint(spec);
  if (http) {
    if (http.address === '127.0.0.1' && http.port === 8500) return '';
    return `CONSUL_HTTP_ADDR=${http.address.startsWith('unix:') ? http.address : hostPort(http)} `;
  }
  const https = httpsEndpoint(spec);
  if (!https) return '';
  const [cert, key] = ['cert_file', 'key_file'].map((name) => stanza(spec.config, name, stringAt) ?? '');
  const shown = https.asks && isPlainPath(cert!) && isPlainPath(key!);
  const own = shown ? `CONSUL_CLIENT_CERT=${cert} CONSUL_CLIENT_KEY=${key} ` : '';
  return `CONSUL_HTTP_ADDR=https://${hostPort(https)} CONSUL_CACERT=${https.ca} ${own}`;
}

/** Whether a path can be written into a shell command without quotes. */
export const isPlainPath = (path: string): boolean => /^(?:\/(?!\.{1,2}(?:\/|$))[\w.+-]+)+$/.test(path);

export const hostPort = ({ address, port }: Endpoint): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
