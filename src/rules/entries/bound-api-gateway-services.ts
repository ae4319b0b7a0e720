import { objectAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';

export const entriesBoundApiGatewayServices = ofEntries({
  id: 'entries/bound-api-gateway-services',
  kinds: ['bound-api-gateway'],
  keys: ['services'],
  docs: {
    summary: 'Servers write these entries themselves; what they note of services cannot be read from a file.',
  },
  run: ({ value }, say) => {
    if ((objectAt(value, 'services')?.members.size ?? 0) > 0)
      say('services', 'cannot be written in a file; servers fill it in, so remove it');
  },
});
