import { find, itemsAt, numberAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries } from '../forms/entries.ts';

/** Weights count in hundredths; Consul rounds them there, as 32-bit floats. */
const hundredths = (split: Value): number =>
  Math.round(Math.fround(Math.fround(numberAt(split, 'weight') ?? 0) * 100));

const splitKey = (split: Value, name: string): string =>
  JSON.stringify([
    textAt(split, 'service') || name,
    textAt(split, 'service_subset'),
    textAt(split, 'namespace'),
    textAt(split, 'partition'),
  ]);

export const entriesServiceSplitter = ofEntries({
  id: 'entries/service-splitter',
  kinds: ['service-splitter'],
  keys: ['splits'],
  docs: { summary: 'Splits name each destination once, and their weights add up to 100.' },
  run: ({ value, name }, say) => {
    const splits = itemsAt(value, 'splits');
    if (splits.length === 0) {
      say(
        'splits',
        'is empty; an entry that splits nothing is refused. (A list of one empty block counts as empty, too.)',
      );
      return;
    }
    const seen = new Set<string>();
    for (const [i, split] of splits.entries()) {
      const hasHeaders = find(split, 'request_headers') || find(split, 'response_headers');
      if (hasHeaders) continue;
      const key = splitKey(split, name);
      if (seen.has(key)) say(`splits[${i}]`, 'has the destination of another split; name each once');
      seen.add(key);
    }
    const sum = splits.map(hundredths).reduce((total, weight) => total + weight, 0);
    if (sum !== 10_000) say('splits', `has weights that add up to ${sum / 100}, not to 100`);
  },
});
