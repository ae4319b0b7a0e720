/** PEM texts, read with the platform's own cryptography, which is loaded only where a configuration holds one. */
import type { KeyObject, X509Certificate } from 'node:crypto';

const crypto = (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto');

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** Type and body of the first PEM block. */
export function firstBlock(text: string): { readonly type: string; readonly bytes: Uint8Array } | undefined {
  const match = /-----BEGIN ([^-\n]*)-----\r?\n((?:[A-Za-z0-9+/=\s]|[\w-]+:[^\n]*\n)*?)-----END \1-----/.exec(
    text,
  );
  if (!match) return undefined;
  const body = (match[2] ?? '').replace(/^[\w-]+:[^\n]*\n/gm, '').replace(/\s/g, '');
  return { type: match[1] ?? '', bytes: Buffer.from(body, 'base64') };
}

/** An RSA, ECDSA or Ed25519 public key, by itself or in a certificate. */
export function isPublicKey(text: string): boolean {
  const block = firstBlock(text);
  if (!block) return false;
  const bytes = Buffer.from(block.bytes);
  const key =
    attempt(() => crypto().createPublicKey({ key: bytes, format: 'der', type: 'spki' })) ??
    attempt(() => new (crypto().X509Certificate)(bytes).publicKey);
  return key !== undefined && ['rsa', 'ec', 'ed25519'].includes(key.asymmetricKeyType ?? '');
}

export function readCertificate(text: string): X509Certificate | undefined {
  const block = firstBlock(text);
  return block && attempt(() => new (crypto().X509Certificate)(Buffer.from(block.bytes)));
}

export const readPrivateKey = (text: string): KeyObject | undefined =>
  attempt(() => crypto().createPrivateKey(text));
