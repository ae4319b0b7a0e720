import { itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type Say } from '../forms/entries.ts';
import { kinds } from './support/intentions.ts';

function providerFaults(value: Value, at: string, say: Say): void {
  for (const [i, provider] of itemsAt(value, `${at}.providers`).entries()) {
    if (textAt(provider, 'name') === '') say(`${at}.providers[${i}]`, 'needs a name');
  }
}

export const entriesIntentionsJwt = ofEntries({
  id: 'entries/intentions-jwt',
  kinds,
  keys: ['jwt.providers', 'sources[].permissions[].jwt.providers'],
  docs: { summary: 'JWT providers are named.' },
  run: ({ value }, say) => {
    providerFaults(value, 'jwt', say);
    for (const [i, source] of itemsAt(value, 'sources').entries()) {
      for (const [j] of itemsAt(source, 'permissions').entries())
        providerFaults(value, `sources[${i}].permissions[${j}].jwt`, say);
    }
  },
});
