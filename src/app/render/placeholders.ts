/**
 * Placeholders for secrets, to lint a manifest where they are not available: of the right form, the same for the same
 * reference and different for different ones, so that rules that compare keys still work.
 */
import { createHash } from 'node:crypto';
import type { ReferenceValue } from '../../manifest/secrets/references.ts';
import type { Secrets } from './prepare.ts';

export const placeholders = (): Secrets => ({ text: placeholder, findings: [] });

function placeholder({ reference, makes }: ReferenceValue): string {
  const hash = createHash('sha256').update(JSON.stringify(reference)).digest();
  if (makes === 'gossip key') return hash.toString('base64');
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
