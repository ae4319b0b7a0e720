import { byteLength } from '../../model/grammar/text.ts';
import { objectAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';

const maxPairs = 64;

const maxKey = 128;

const maxValue = 512;

export const entriesMeta = ofEntries({
  id: 'entries/meta',
  keys: ['meta'],
  docs: {
    summary: 'Metadata of a config entry has too many pairs, or a key or value that is too long.',
    rationale:
      'The agent accepts at most 64 pairs, keys of at most 128 bytes and values of at most 512 bytes. ' +
      'Unlike node_meta, keys may contain any characters.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      meta {
        kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "x"
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      meta {
        "owner.team" = "web"
      }
    `),
  },
  run: ({ value, kind }, report) => {
    const pairs = objectAt(value, 'meta')?.members;
    if (!pairs || kind === 'bound-api-gateway') return;
    if (pairs.size > maxPairs)
      report('meta', `has ${pairs.size} pairs, but the agent accepts at most ${maxPairs}; remove some`);
    for (const { name: key, value: text } of pairs.values()) {
      if (byteLength(key) > maxKey) report('meta', `has a key longer than ${maxKey} bytes; shorten it`);
      if (text.kind === 'string' && byteLength(text.value) > maxValue)
        report(
          `meta.${key}`,
          `is longer than ${maxValue} bytes, the most that the agent accepts; shorten it`,
        );
    }
  },
});
