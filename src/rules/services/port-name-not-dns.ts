import { listAt, stringAt } from '../../model/value-path.ts';
import { ofServices } from '../forms/services.ts';
import { quote } from '../message.ts';

export const servicesPortNameNotDns = ofServices({
  id: 'services/port-name-not-dns',
  keys: ['ports[].name'],
  since: '1.22',
  severity: 'warning',
  docs: { summary: 'DNS carries letters, digits and dashes.' },
  run: ({ value, path }, report) => {
    for (const [i, entry] of (listAt(value, 'ports')?.items ?? []).entries()) {
      const name = stringAt(entry, 'name')?.value ?? '';
      if (/[^A-Za-z0-9\\-]/.test(name))
        report(
          `ports[${i}].name`,
          `${path}.ports[${i}].name ${quote(name)} holds characters that DNS cannot carry, so the port cannot be found by DNS; use letters, digits and dashes`,
        );
    }
  },
});
