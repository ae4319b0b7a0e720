import { objectAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';

export const entriesBoundApiGatewayServices = ofEntries({
  id: 'entries/bound-api-gateway-services',
  kinds: ['bound-api-gateway'],
  keys: ['services'],
  docs: {
    summary: 'A bound-api-gateway entry lists services.',
    rationale:
      'Servers write these entries themselves, with services under keys that are structures and not ' +
      'strings. No key of a file can be decoded to one, so the agent refuses any.',
    bad: withEntry(`
      kind = "bound-api-gateway"
      name = "edge"
      services {
        web {
        }
      }
    `),
    good: withEntry(`
      kind = "bound-api-gateway"
      name = "edge"
    `),
  },
  run: ({ value }, report) => {
    if ((objectAt(value, 'services')?.members.size ?? 0) > 0)
      report('services', 'cannot be read from a file, since servers fill it in themselves; remove it');
  },
});
