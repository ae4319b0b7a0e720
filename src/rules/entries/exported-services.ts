import { itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';

function consumerFault(consumer: Value): string | undefined {
  const [peer, partition, group] = ['peer', 'partition', 'sameness_group'].map((key) =>
    textAt(consumer, key),
  );
  if (group) return 'names a sameness group, which the community edition refuses';
  if (peer && partition) return 'names a peer and a partition; keep one';
  return peer === '*' || partition === '*' ? 'is "*"; name each peer' : undefined;
}

export const entriesExportedServices = ofEntries({
  id: 'entries/exported-services',
  kinds: ['exported-services'],
  keys: ['name', 'services'],
  docs: {
    summary:
      'The entry is called default; each service has consumers, each a peer (or a partition), named without wildcard.',
  },
  run: ({ value, name }, say) => {
    if (name !== 'default') say('name', `must be "default", not ${quote(name)}`);
    for (const [i, service] of itemsAt(value, 'services').entries()) {
      const at = `services[${i}]`;
      if (textAt(service, 'name') === '') say(at, 'needs a name');
      const consumers = itemsAt(service, 'consumers');
      if (consumers.length === 0) say(at, 'has no consumers; name the peers that may use it');
      for (const [j, consumer] of consumers.entries()) {
        const fault = consumerFault(consumer);
        if (fault) say(`${at}.consumers[${j}]`, fault);
      }
    }
  },
});
