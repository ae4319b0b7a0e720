import { find, itemsAt, numberAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';

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
  docs: {
    summary: 'The weights of a service-splitter do not add up to 100, or a destination is listed twice.',
    rationale:
      'Weights are rounded to hundredths and must add up to 100, each destination is listed once, and a ' +
      'splitter without splits is refused. A service left out is the one of the entry.',
    bad: withEntry(`
      kind = "service-splitter"
      name = "web"
      splits = [
        { weight = 90, service_subset = "v1" },
        { weight = 5, service_subset = "v2" },
      ]
    `),
    good: withEntry(`
      kind = "service-splitter"
      name = "web"
      splits = [
        { weight = 90, service_subset = "v1" },
        { weight = 10, service_subset = "v2" },
      ]
    `),
  },
  run: ({ value, name }, report) => {
    const splits = itemsAt(value, 'splits');
    if (splits.length === 0) {
      report(
        'splits',
        'is empty, and the agent refuses a splitter without splits; a list with one empty block counts as empty',
      );
      return;
    }
    const seen = new Set<string>();
    for (const [i, split] of splits.entries()) {
      const hasHeaders = find(split, 'request_headers') || find(split, 'response_headers');
      if (hasHeaders) continue;
      const key = splitKey(split, name);
      if (seen.has(key))
        report(`splits[${i}]`, 'has the destination of another split; name each destination once');
      seen.add(key);
    }
    const sum = splits.map(hundredths).reduce((total, weight) => total + weight, 0);
    if (sum !== 10_000) report('splits', `has weights that add up to ${sum / 100}, not to 100`);
  },
});
