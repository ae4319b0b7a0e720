/** Certificates of this machine, as far as rules ask about them. */
import { absolutePath, type Machine } from './machine.ts';

export interface Certificate {
  /** The first and the last moment at which it is valid, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** DNS names that it is valid for, lower-cased. */
  readonly names: readonly string[];
}

/** Undefined where it is no path, nothing that can be read here, or no certificate. */
export function certificateAt(path: string | undefined, machine: Machine): Certificate | undefined {
  const file = absolutePath(path);
  const bytes = file && machine.files.read(file);
  if (!bytes) return undefined;
  try {
    // Cryptography is loaded only where there is a certificate.
    const { X509Certificate } = process.getBuiltinModule('node:crypto');
    const { validFrom, validTo, subjectAltName = '' } = new X509Certificate(bytes);
    const names = [...subjectAltName.matchAll(/DNS:([^,\s]+)/g)].map(([, name]) => name!.toLowerCase());
    return { from: Date.parse(validFrom), to: Date.parse(validTo), names };
  } catch {
    return undefined;
  }
}
