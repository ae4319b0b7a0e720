import { parseExpression } from '../../model/grammar/bexpr.ts';
import { objectAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';
import { kinds, subsetsOf } from './support/resolver.ts';

export const entriesServiceResolverSubsets = ofEntries({
  id: 'entries/service-resolver-subsets',
  kinds,
  keys: ['subsets', 'default_subset'],
  docs: {
    summary: 'A subset’s name is a DNS label in lower case, its filter an expression over the instances.',
  },
  run: (entry, say) => {
    for (const { name, value: subset } of objectAt(entry.value, 'subsets')?.members.values() ?? []) {
      const valid = name.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(name);
      if (!valid)
        say(
          'subsets',
          `has the name ${quote(name)}; names are lower-case letters, digits and inner dashes, 63 at most`,
        );
      const filter = textAt(subset, 'filter');
      if (filter !== '' && !parseExpression(filter))
        say(
          `subsets.${name}.filter`,
          'is no filter expression; write one such as Service.Meta.version == v1',
        );
    }
    const preferred = textAt(entry.value, 'default_subset');
    if (preferred !== '' && !subsetsOf(entry).has(preferred))
      say('default_subset', `is ${quote(preferred)}, which is not among the subsets`);
  },
});
