/** A text with a name, as it is read. */
import { Source } from '../../text/source/source.ts';
import { kindOf } from './kind-of.ts';

/**
 * Bytes need not be UTF-8: what is not is a finding.
 *
 * @throws TypeError for what is neither a text nor bytes
 */
export function sourceOf(name: string, text: string | Uint8Array): Source {
  if (typeof text === 'string') return new Source(name, text);
  if (text instanceof Uint8Array) return Source.fromBytes(name, text);
  throw new TypeError(`${name} must be a text or bytes, not ${kindOf(text)}`);
}
