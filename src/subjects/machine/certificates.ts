/** Certificates of this machine, as far as rules ask about them. */

import type { Node } from '../subjects.ts';
import { absolutePath, type Machine } from './machine.ts';

export interface Certificate {
  /** The first and the last moment at which it is valid, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** DNS names that it is valid for, lower-cased. */
  readonly names: readonly string[];
}

/** Undefined where it is not a path, cannot be read here, or is not a certificate. */
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

/** The name that a server's certificate must have and, as can be read here, has not; with those that it has. */
export function lackedServerName({
  config,
  machine,
}: Node): { name: string; has: readonly string[] } | undefined {
  const certificate = machine && certificateAt(config.string('tls.internal_rpc.cert_file'), machine);
  const domain = (config.string('domain') || 'consul').replace(/\.$/, '');
  const name = `server.${config.string('datacenter') || 'dc1'}.${domain}`.toLowerCase();
  if (!certificate || certificate.names.some((other) => covers(other, name))) return undefined;
  return { name, has: certificate.names };
}

/** A star matches one label. */
export const covers = (written: string, name: string): boolean =>
  written === name || (written.startsWith('*.') && written.slice(1) === name.slice(name.indexOf('.')));
