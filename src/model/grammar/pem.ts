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

const begin = /^-----BEGIN ([^-\n]*)-----[ \t]*\r?$/;
const headerLine = /^[\w-]+:/;
const bodyLine = /^[A-Za-z0-9+/=\s]*$/;

/**
 * Type and body of the first PEM block. As Go does, line by line: one pattern for all would try every way to find
 * headers from body, which doubles with each line.
 */
export function firstBlock(text: string): { readonly type: string; readonly bytes: Uint8Array } | undefined {
  let type: string | undefined;
  let body: string[] = [];
  for (const line of text.split('\n')) {
    const begun = begin.exec(line);
    if (begun) {
      type = begun[1]!;
      body = [];
    } else if (type !== undefined && line.trimEnd() === `-----END ${type}-----`) {
      return { type, bytes: Buffer.from(body.join('').replace(/\s/g, ''), 'base64') };
    } else if (bodyLine.test(line)) body.push(line);
    else if (!headerLine.test(line)) type = undefined;
  }
  return undefined;
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
