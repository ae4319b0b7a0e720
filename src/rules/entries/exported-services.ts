import { itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';

function consumerFault(consumer: Value): string | undefined {
  const [peer, partition, group] = ['peer', 'partition', 'sameness_group'].map((key) =>
    textAt(consumer, key),
  );
  if (group) return 'names a sameness group, which the community edition refuses';
  if (peer && partition) return 'names both a peer and a partition; keep one';
  return peer === '*' || partition === '*'
    ? 'has a wildcard, which is refused here; name each peer'
    : undefined;
}

export const entriesExportedServices = ofEntries({
  id: 'entries/exported-services',
  kinds: ['exported-services'],
  keys: ['name', 'services'],
  docs: {
    summary:
      'An exported-services entry has another name than default, or a service without valid consumers.',
    rationale:
      'The agent refuses the entry unless it is called default, each service has a name and at least ' +
      'one consumer, and each consumer is one peer or one partition, without a wildcard. Sameness ' +
      'groups belong to Consul Enterprise.',
    bad: withEntry(`
      kind = "exported-services"
      name = "default"
      services {
        name = "web"
        consumers {
          peer = "*"
        }
      }
    `),
    good: withEntry(`
      kind = "exported-services"
      name = "default"
      services {
        name = "web"
        consumers {
          peer = "west"
        }
      }
    `),
  },
  run: ({ value, name }, report) => {
    if (name !== 'default') report('name', `must be "default" in the community edition, not ${quote(name)}`);
    for (const [i, service] of itemsAt(value, 'services').entries()) {
      const at = `services[${i}]`;
      if (textAt(service, 'name') === '')
        report(at, 'has no name, and the agent refuses the entry without one; write name');
      const consumers = itemsAt(service, 'consumers');
      if (consumers.length === 0) report(at, 'has no consumers; name the peers that may call the service');
      for (const [j, consumer] of consumers.entries()) {
        const fault = consumerFault(consumer);
        if (fault) report(`${at}.consumers[${j}]`, fault);
      }
    }
  },
});
