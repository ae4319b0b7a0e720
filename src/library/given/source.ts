/** A text with a name, as it is read. */
import { Source } from '../../text/source/source.ts';

/** Bytes need not be UTF-8: what is not is a finding. */
export const sourceOf = (name: string, text: string | Uint8Array): Source =>
  typeof text === 'string' ? new Source(name, text) : Source.fromBytes(name, text);
