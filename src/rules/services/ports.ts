import { trimSpace } from '../../model/grammar/text.ts';
import { boolAt, listAt, numberAt, stringAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';
import { quote } from '../message.ts';

function portFaults(list: readonly Value[]): readonly (readonly [key: string, fault: string])[] {
  const names = new Set<string>();
  const faults: [string, string][] = [];
  for (const [i, entry] of list.entries()) {
    const name = stringAt(entry, 'name')?.value ?? '';
    if (trimSpace(name) === '')
      faults.push(
        name === ''
          ? [`ports[${i}]`, 'has no name; write one']
          : [`ports[${i}].name`, 'is blank; write a name'],
      );
    else if (names.has(name))
      faults.push([`ports[${i}]`, `repeats the name ${quote(name)}; names must be unique`]);
    else if ((numberAt(entry, 'port') ?? 0) <= 0) faults.push([`ports[${i}]`, 'needs a port above 0']);
    names.add(name);
  }
  return faults;
}

export const servicesPorts = ofServices({
  id: 'services/ports',
  keys: ['ports', 'port', 'kind'],
  since: '1.22',
  supersedes: ['services/port-name-not-dns'],
  docs: {
    summary: 'Named ports of a service are incomplete, or conflict with other settings.',
    rationale:
      'Each port needs a unique name and a number above 0, and exactly one is the default. ports ' +
      'excludes port, and proxies and gateways cannot have it. Agents from 1.22 on refuse others, and ' +
      'older ones do not know the option.',
    bad: withService(`
      name = "web"
      ports {
        name = "http"
        port = 8080
      }
    `),
    good: withService(`
      name = "web"
      ports {
        name = "http"
        port = 8080
        default = true
      }
    `),
  },
  run: ({ value, path, kind }, report) => {
    const list = listAt(value, 'ports')?.items ?? [];
    if (list.length === 0) return;
    if (kind !== '')
      report('ports', `${path} is of kind ${kind}, which cannot have named ports; write port instead`);
    if ((numberAt(value, 'port') ?? 0) !== 0)
      report('port', `${path} has both port and ports; keep ports, and set default = true on the main one`);
    for (const [key, fault] of portFaults(list)) report(key, `${path}.${key} ${fault}`);
    const defaults = list.filter((entry) => boolAt(entry, 'default')).length;
    if (defaults !== 1)
      report(
        'ports',
        `${path}.ports has ${defaults === 0 ? 'no default' : `${defaults} defaults`}; set default = true on exactly one port`,
      );
  },
});
