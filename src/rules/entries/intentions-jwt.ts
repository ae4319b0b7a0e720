import { itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { kinds } from './support/intentions.ts';

function providerFaults(value: Value, at: string, report: ReportKey): void {
  for (const [i, provider] of itemsAt(value, `${at}.providers`).entries()) {
    if (textAt(provider, 'name') === '')
      report(`${at}.providers[${i}]`, 'has no name, and the agent refuses the entry without one; write name');
  }
}

export const entriesIntentionsJwt = ofEntries({
  id: 'entries/intentions-jwt',
  kinds,
  keys: ['jwt.providers', 'sources[].permissions[].jwt.providers'],
  docs: {
    summary: 'A JWT provider of intentions has no name.',
    rationale:
      'Each provider under jwt, of the entry or of a permission, refers to a jwt-provider entry by ' +
      'name. The agent refuses one without.',
    bad: withEntry(`
      kind = "service-intentions"
      name = "web"
      sources {
        name = "api"
        action = "allow"
      }
      jwt {
        providers {
          verify_claims {
            path = ["role"]
            value = "admin"
          }
        }
      }
    `),
    good: withEntry(`
      kind = "service-intentions"
      name = "web"
      sources {
        name = "api"
        action = "allow"
      }
      jwt {
        providers {
          name = "okta"
          verify_claims {
            path = ["role"]
            value = "admin"
          }
        }
      }
    `),
  },
  run: ({ value }, report) => {
    providerFaults(value, 'jwt', report);
    for (const [i, source] of itemsAt(value, 'sources').entries()) {
      for (const [j] of itemsAt(source, 'permissions').entries())
        providerFaults(value, `sources[${i}].permissions[${j}].jwt`, report);
    }
  },
});
