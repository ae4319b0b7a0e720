import { listAt, stringAt } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';
import { quote } from '../message.ts';

export const servicesPortNameNotDns = ofServices({
  id: 'services/port-name-not-dns',
  keys: ['ports[].name'],
  since: '1.22',
  severity: 'warning',
  docs: {
    summary: 'A named port cannot be found by DNS.',
    rationale:
      'DNS names are made of letters, digits and dashes. From 1.22 on the agent warns of other names of ' +
      'ports and registers them.',
    bad: withService(`
      name = "web"
      ports {
        name = "http_api"
        port = 8080
        default = true
      }
    `),
    good: withService(`
      name = "web"
      ports {
        name = "http-api"
        port = 8080
        default = true
      }
    `),
  },
  run: ({ value, path }, report) => {
    for (const [i, entry] of (listAt(value, 'ports')?.items ?? []).entries()) {
      const name = stringAt(entry, 'name')?.value ?? '';
      if (/[^A-Za-z0-9\\-]/.test(name))
        report(
          `ports[${i}].name`,
          `${path}.ports[${i}].name ${quote(name)} contains characters that are not valid in DNS, so the port cannot be found by DNS; use letters, digits and dashes`,
        );
    }
  },
});
