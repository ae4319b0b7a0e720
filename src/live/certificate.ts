/** The certificate with which a port of an agent answers: a handshake, after which the connection ends. Nothing is sent in it. */
import { connect, isIP } from 'node:net';
import { type PeerCertificate, connect as secure, type TLSSocket } from 'node:tls';
import type { Access } from './client.ts';
import type { Served, ServedBy } from './served.ts';

/** What the port of the servers wants to read before TLS begins there. */
const rpcWithTls = 0x03;

const day = 86_400_000;

export const servedBy =
  ({ ca, cert, key, serverName, timeout }: Access): ServedBy =>
  ({ host, port, protocol, ca: other }) =>
    new Promise((resolve) => {
      const raw = connect({ host, port });
      let socket: TLSSocket | undefined;
      const end = (served: Served): void => {
        clearTimeout(timer);
        socket?.destroy();
        raw.destroy();
        resolve(served);
      };
      const timer = setTimeout(() => end({ kind: 'none' }), timeout);
      raw.on('error', () => end({ kind: 'none' }));
      raw.on('connect', () => {
        if (protocol === 'rpc') raw.write(Buffer.of(rpcWithTls));
        const servername = serverName ?? (isIP(host) === 0 ? host : '');
        socket = secure({
          ...{ socket: raw, cert, key, servername, ca: other ?? ca },
          // What is wrong with it is reported, and no reason to end the handshake.
          rejectUnauthorized: false,
          checkServerIdentity: () => undefined,
        });
        socket.on('error', () => end({ kind: 'none' }));
        socket.on('secureConnect', () => end(servedOf(socket!)));
      });
    });

function servedOf(socket: TLSSocket): Served {
  const found: Partial<PeerCertificate> = socket.getPeerCertificate();
  const { valid_from: from = '', valid_to: to = '', subjectaltname = '', subject } = found;
  const until = Date.parse(to);
  if (Number.isNaN(until)) return { kind: 'none' };
  const now = Date.now();
  return {
    kind: 'certificate',
    subject: [subject?.CN].flat().join(', '),
    names: subjectaltname
      .split(', ')
      .flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1]?.toLowerCase() ?? []),
    date: new Date(until).toISOString().slice(0, 10),
    daysLeft: Math.floor((until - now) / day),
    days: Math.round((until - Date.parse(from)) / day),
    isEarly: Date.parse(from) > now,
    isStrange: strange.has(String(socket.authorizationError)),
  };
}

const strange: ReadonlySet<string> = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_SIGNATURE_FAILURE',
]);
