import { byteLength } from '../../model/grammar/text.ts';
import { objectAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';

const maxPairs = 64;

const maxKey = 128;

const maxValue = 512;

export const entriesMeta = ofEntries({
  id: 'entries/meta',
  keys: ['meta'],
  docs: { summary: 'At most 64 pairs, keys up to 128 and values up to 512 bytes; any characters.' },
  run: ({ value, kind }, say) => {
    const pairs = objectAt(value, 'meta')?.members;
    if (!pairs || kind === 'bound-api-gateway') return;
    if (pairs.size > maxPairs)
      say('meta', `has ${pairs.size} pairs, and the agent takes ${maxPairs} at most`);
    for (const { name: key, value: text } of pairs.values()) {
      if (byteLength(key) > maxKey) say('meta', `has a key longer than ${maxKey} bytes`);
      if (text.kind === 'string' && byteLength(text.value) > maxValue)
        say(`meta.${key}`, `is longer than ${maxValue} bytes`);
    }
  },
});
