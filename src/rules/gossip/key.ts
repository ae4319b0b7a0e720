import { base64Length } from '../../model/grammar/encoding.ts';
import { texts } from '../forms/values.ts';

export const gossipKey = texts({
  id: 'gossip/key',
  options: ['encrypt'],
  docs: {
    summary:
      'The gossip key is standard base64 with its padding. Its length is looked at only when the agent starts.',
  },
  wants: 'standard base64 with = padding',
  why: 'make a key with `consul keygen`',
  secret: true,
  accepts: (text) => base64Length(text) !== undefined,
});
