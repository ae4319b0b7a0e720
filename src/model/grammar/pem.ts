/**
 * PEM texts, read with Node's own cryptography, which is loaded only where a configuration holds one. A browser has
 * nothing that reads certificates without waiting: there a key of the right type is taken for what it says.
 */
import type { KeyObject, X509Certificate } from 'node:crypto';
import { builtin } from '../../util/builtin.ts';

const crypto = () => builtin<typeof import('node:crypto')>('node:crypto');

/** False where no certificate and no private key can be read, whatever it holds. */
export const canReadKeys = (): boolean => crypto() !== undefined;

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
      return { type, bytes: bytesOf(body.join('').replace(/\s/g, '')) };
    } else if (bodyLine.test(line)) body.push(line);
    else if (!headerLine.test(line)) type = undefined;
  }
  return undefined;
}

/** As Node reads base64: up to the first padding, and without a last character that is not a whole byte. */
function bytesOf(base64: string): Uint8Array {
  const digits = base64.replace(/=.*$/s, '');
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
}

/** An RSA, ECDSA or Ed25519 public key, by itself or in a certificate. */
export function isPublicKey(text: string): boolean {
  const block = firstBlock(text);
  if (!block) return false;
  const reader = crypto();
  if (!reader) return /^(?:PUBLIC KEY|CERTIFICATE)$/.test(block.type);
  const bytes = Buffer.from(block.bytes);
  const key =
    attempt(() => reader.createPublicKey({ key: bytes, format: 'der', type: 'spki' })) ??
    attempt(() => new reader.X509Certificate(bytes).publicKey);
  return key !== undefined && ['rsa', 'ec', 'ed25519'].includes(key.asymmetricKeyType ?? '');
}

export function readCertificate(text: string): X509Certificate | undefined {
  const block = firstBlock(text);
  const reader = crypto();
  return block && reader && attempt(() => new reader.X509Certificate(block.bytes));
}

export const readPrivateKey = (text: string): KeyObject | undefined =>
  attempt(() => crypto()?.createPrivateKey(text));
