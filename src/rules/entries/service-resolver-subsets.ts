import { parseExpression } from '../../model/grammar/bexpr.ts';
import { objectAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { kinds, subsetsOf } from './support/resolver.ts';

export const entriesServiceResolverSubsets = ofEntries({
  id: 'entries/service-resolver-subsets',
  kinds,
  keys: ['subsets', 'default_subset'],
  docs: {
    summary:
      'A subset of a service-resolver has an invalid name or filter, or the default subset is not defined.',
    rationale:
      'Names of subsets are lower-case letters, digits and inner dashes, at most 63, since they become ' +
      'part of DNS names; filters are go-bexpr expressions, whose selectors are not checked; ' +
      'default_subset must be defined. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "service-resolver"
      name = "web"
      default_subset = "v1"
      subsets {
        v1 {
          filter = "version is v1"
        }
      }
    `),
    good: withEntry(`
      kind = "service-resolver"
      name = "web"
      default_subset = "v1"
      subsets {
        v1 {
          filter = "Service.Meta.version == v1"
        }
      }
    `),
  },
  run: (entry, report) => {
    for (const { name, value: subset } of objectAt(entry.value, 'subsets')?.members.values() ?? []) {
      const valid = name.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(name);
      if (!valid)
        report(
          'subsets',
          `has the name ${quote(name)}, but names must be lower-case letters, digits and inner dashes, at most 63`,
        );
      const filter = textAt(subset, 'filter');
      if (filter !== '' && !parseExpression(filter))
        report(
          `subsets.${name}.filter`,
          'is not a filter expression; write one such as Service.Meta.version == v1',
        );
    }
    const preferred = textAt(entry.value, 'default_subset');
    if (preferred !== '' && !subsetsOf(entry).has(preferred))
      report(
        'default_subset',
        `is ${quote(preferred)}, which the entry does not define; name one of its subsets`,
      );
  },
});
