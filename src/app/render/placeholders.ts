/**
 * Placeholders for secrets, to lint a manifest where they are not available: of the right form, the same for the same
 * reference and different for different ones, so that rules that compare keys still work.
 */
import type { ReferenceValue } from '../../manifest/secrets/references.ts';
import { sha256, sha256Base64 } from '../../util/sha256.ts';
import type { Secrets } from './prepare.ts';

export const placeholders = (): Secrets => ({ text: placeholder, findings: [] });

function placeholder({ reference, makes }: ReferenceValue): string {
  const text = JSON.stringify(reference);
  if (makes === 'gossip key') return sha256Base64(text);
  return sha256(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
