/** One question to one agent, over HTTP, HTTPS or a unix socket: GET only, without redirects, limited in time and size. */
import { type IncomingMessage, request as plain, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import type { Endpoint } from './address.ts';
import { type Answer, type Ask, mostBytes } from './answer.ts';

export interface Access {
  /** Sent with every question; never shown. */
  readonly token?: string | undefined;
  /** Milliseconds for one answer. */
  readonly timeout: number;
  readonly ca?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly serverName?: string | undefined;
}

export const askOf =
  (endpoint: Endpoint, access: Access): Ask =>
  (path) =>
    new Promise((resolve) => {
      const asked = (endpoint.protocol === 'https' ? secure : plain)(requestOf(endpoint, access, path));
      const end = (answer: Answer): void => {
        clearTimeout(timer);
        asked.destroy();
        resolve(answer);
      };
      const timer = setTimeout(() => end(late(access)), access.timeout);
      asked.on('response', (response) => read(response, end));
      asked.on('error', (error: NodeJS.ErrnoException) => end(failed(error)));
      asked.end();
    });

const late = ({ timeout }: Access): Answer => ({
  kind: 'silent',
  reason: `does not answer within ${timeout / 1000} s`,
});

function requestOf(endpoint: Endpoint, access: Access, path: string): RequestOptions {
  const { host, port, socketPath } = endpoint;
  const { token, ca, cert, key, serverName } = access;
  return {
    method: 'GET',
    path,
    agent: false,
    headers: { Accept: 'application/json', ...(token !== undefined && { 'X-Consul-Token': token }) },
    ...(socketPath === undefined ? { host, port } : { socketPath }),
    ...(endpoint.protocol === 'https' && {
      ca,
      cert,
      key,
      servername: serverName ?? (/[^\d.:]/.test(host) && !host.includes(':') ? host : ''),
    }),
  };
}

function read(response: IncomingMessage, end: (answer: Answer) => void): void {
  const parts: Buffer[] = [];
  let size = 0;
  response.on('data', (part: Buffer) => {
    size += part.length;
    if (size > mostBytes) end({ kind: 'odd', reason: `is larger than ${mostBytes / 1024 / 1024} MB` });
    else parts.push(part);
  });
  response.on('error', (error: NodeJS.ErrnoException) => end(failed(error)));
  response.on('aborted', () =>
    end({ kind: 'silent', reason: 'ends the connection in the middle of an answer' }),
  );
  response.on('end', () => {
    const answer = answerOf(response.statusCode ?? 0, Buffer.concat(parts).toString('utf8'));
    const isFiltered = response.headers['x-consul-results-filtered-by-acls'] === 'true';
    end(answer.kind === 'json' && isFiltered ? { ...answer, filtered: true } : answer);
  });
}

function answerOf(status: number, text: string): Answer {
  if (status >= 300 && status < 400)
    return { kind: 'odd', reason: `is a redirect (${status}), which is not followed: name the agent itself` };
  if (status === 400 && text.includes('HTTP request to an HTTPS server'))
    return { kind: 'odd', reason: 'is that it takes HTTPS only; write https://' };
  // Autopilot answers 429 where a server is not healthy, with the same JSON.
  if (status !== 200 && status !== 429) return { kind: 'status', status, text: text.slice(0, 2000) };
  try {
    return { kind: 'json', json: JSON.parse(text) };
  } catch {
    return { kind: 'odd', reason: 'is not JSON, so what answers is not an agent of Consul' };
  }
}

function failed({ code = '', message }: NodeJS.ErrnoException): Answer {
  if (code.startsWith('HPE_')) return { kind: 'odd', reason: 'is not HTTP' };
  const exact = code === 'EPROTO' ? handshakeCode(message) : code;
  return { kind: 'silent', reason: reasons[exact] ?? `cannot be asked (${exact === '' ? message : exact})` };
}

/** What OpenSSL names in a handshake that has failed: `…:SSL routines:FUNCTION:tlsv1 alert unknown ca:…`. */
function handshakeCode(message: string): string {
  const [, reason = ''] = /:SSL routines:[^:]*:([^:]+):/.exec(message) ?? [];
  return `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}`;
}

const untrusted = 'has a certificate of a CA that is not known here; name the CA with --ca-file';

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses the connection: no agent listens there',
  ECONNRESET: 'ends the connection',
  EHOSTUNREACH: 'cannot be reached: there is no route to the host',
  ENETUNREACH: 'cannot be reached: there is no route to the network',
  ENOTFOUND: 'cannot be reached: the name of the host is not known',
  EAI_AGAIN: 'cannot be reached: no name server answers',
  ENOENT: 'cannot be reached: there is no such socket',
  EACCES: 'cannot be reached: this account may not open the socket',
  ETIMEDOUT: 'does not answer',
  ERR_SSL_WRONG_VERSION_NUMBER: 'does not use TLS there; write http://',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'does not use TLS there; write http://',
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: 'has a certificate that has expired',
  CERT_NOT_YET_VALID: 'has a certificate that is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'has a certificate for other names; write --tls-server-name with the name that it has, such as server.dc1.consul',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED:
    'wants a certificate of the client; name it with --client-cert and --client-key',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA:
    'does not take the certificate of the client, whose CA it does not know; name another with --client-cert and --client-key',
  ERR_SSL_TLSV1_ALERT_BAD_CERTIFICATE: 'does not take the certificate of the client',
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE:
    'wants a certificate of the client; name it with --client-cert and --client-key',
};
