/** A certificate that is its own CA, and a signed statement of an issuer, for agents that need them to start. */
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function makeCertificates(): Record<string, string> {
  const at = mkdtempSync(join(tmpdir(), 'consul-live-certs-'));
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: at, stdio: 'pipe' });
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'key.pem',
    '-out',
    'cert.pem',
    '-days',
    '2',
    '-subj',
    '/CN=server.dc1.consul',
    '-addext',
    'subjectAltName=DNS:server.dc1.consul,DNS:localhost,IP:127.0.0.1',
  );
  const read = (name: string) => readFileSync(join(at, name), 'utf8');
  const made = {
    'ca.pem': read('cert.pem'),
    'ca/ca.pem': read('cert.pem'),
    'cert.pem': read('cert.pem'),
    'key.pem': read('key.pem'),
    'nine.js': '// nine\n',
    ...statement(),
  };
  rmSync(at, { recursive: true });
  return made;
}

/** A JSON Web Token that says that its bearer is node1, and the key that verifies it. */
function statement(): Record<string, string> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'issuer9',
    aud: 'nine',
    sub: 'node1',
    node: 'node1',
    iat: now - 60,
    nbf: now - 60,
    exp: now + 86_400,
  };
  const text = `${encode({ alg: 'ES256', typ: 'JWT' })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return {
    'jwt.pem': publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    jwt: `${text}.${signature.toString('base64url')}`,
  };
}
