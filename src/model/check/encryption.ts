/** Gossip encryption. */
import { base64Length } from '../grammar/encoding.ts';
import type { Check } from './check.ts';
import { texts } from './values.ts';

export const encryption: readonly Check[] = [
  texts({
    id: 'agent/encrypt',
    options: ['encrypt'],
    docs: 'The gossip key is standard base64 with its padding. Its length is looked at only when the agent starts.',
    wants: 'standard base64 with = padding',
    why: 'make a key with `consul keygen`',
    secret: true,
    accepts: (text) => base64Length(text) !== undefined,
  }),
];
