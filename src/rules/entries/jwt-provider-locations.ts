import { find, itemsAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { kinds } from './support/jwt-provider.ts';

const places = ['header', 'query_param', 'cookie'];

export const entriesJwtProviderLocations = ofEntries({
  id: 'entries/jwt-provider-locations',
  kinds,
  keys: ['locations', 'forwarding'],
  docs: {
    summary: 'A location or the forwarding of a JWT provider is incomplete.',
    rationale:
      'Each location must have exactly one of header, query_param and cookie, with a name, and ' +
      'forwarding needs a header_name. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "jwt-provider"
      name = "okta"
      json_web_key_set {
        local {
          filename = "/etc/consul.d/keys.json"
        }
      }
      locations {
        header {
          value_prefix = "Bearer "
        }
      }
    `),
    good: withEntry(`
      kind = "jwt-provider"
      name = "okta"
      json_web_key_set {
        local {
          filename = "/etc/consul.d/keys.json"
        }
      }
      locations {
        header {
          name = "Authorization"
          value_prefix = "Bearer "
        }
      }
    `),
  },
  run: ({ value }, report) => {
    for (const [i, location] of itemsAt(value, 'locations').entries()) {
      const given = places.filter((place) => find(location, place));
      if (given.length !== 1) report(`locations[${i}]`, `must have exactly one of ${places.join(', ')}`);
      else if (textAt(location, `${given[0]}.name`) === '')
        report(
          `locations[${i}].${given[0]}`,
          'has no name, and the agent refuses the entry without one; write name',
        );
    }
    if (find(value, 'forwarding') && textAt(value, 'forwarding.header_name') === '')
      report('forwarding', 'needs a header_name');
  },
});
