/** Where an agent listens, as `-http-addr` of Consul's command line takes it. */
import { isIP } from 'node:net';

export interface Endpoint {
  readonly protocol: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  /** A unix socket, with which host and port are not used. */
  readonly socketPath?: string;
  /** As messages show it. */
  readonly text: string;
}

/**
 * @param isSecure HTTPS where the text does not say which
 * @returns the reason where it is not an address; it completes "X …"
 */
export function readEndpoint(text: string, isSecure = false): Endpoint | string {
  const usual = isSecure ? 'https' : 'http';
  const scheme = /^([a-z]+):\/\//.exec(text)?.[1] ?? usual;
  if (scheme === 'unix') {
    const socketPath = text.slice('unix://'.length);
    if (!socketPath.startsWith('/')) return 'names no absolute path; write unix:///run/consul.sock';
    return { protocol: usual, host: 'localhost', port: 0, socketPath, text };
  }
  if (scheme !== 'http' && scheme !== 'https')
    return `begins with ${scheme}://; an agent answers at http://, https:// or unix://`;
  return readUrl(scheme, text.replace(/^[a-z]+:\/\//, ''));
}

function readUrl(protocol: 'http' | 'https', rest: string): Endpoint | string {
  // A scheme without a usual port, so that every port that is written is kept.
  const url = URL.canParse(`consul://${rest}`) ? new URL(`consul://${rest}`) : undefined;
  if (!url || url.hostname === '')
    return 'is not an address; write HOST:PORT, http://HOST:PORT or unix:///PATH';
  if (url.username !== '' || url.password !== '')
    return 'holds a user or password, which an agent does not take';
  if (!/^\/?$/.test(url.pathname) || url.search !== '')
    return 'has a path; write the address of the agent alone';
  const port = url.port === '' ? (protocol === 'https' ? 8501 : 8500) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { protocol, host, port, text: `${protocol}://${url.hostname}:${port}` };
}

/** Whether what is sent there stays on this machine. */
export const isHere = ({ host, socketPath }: Endpoint): boolean =>
  socketPath !== undefined ||
  host === 'localhost' ||
  host === '::1' ||
  (isIP(host) === 4 && host.startsWith('127.'));
