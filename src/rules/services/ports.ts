import { trimSpace } from '../../model/grammar/text.ts';
import { boolAt, listAt, numberAt, stringAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofServices } from '../forms/services.ts';
import { quote } from '../message.ts';

function portFaults(list: readonly Value[]): readonly (readonly [index: number, fault: string])[] {
  const names = new Set<string>();
  const faults: [number, string][] = [];
  for (const [i, entry] of list.entries()) {
    const name = stringAt(entry, 'name')?.value ?? '';
    if (trimSpace(name) === '') faults.push([i, 'has no name']);
    else if (names.has(name)) faults.push([i, `repeats the name ${quote(name)}`]);
    else if ((numberAt(entry, 'port') ?? 0) <= 0) faults.push([i, 'needs a port above 0']);
    names.add(name);
  }
  return faults;
}

export const servicesPorts = ofServices({
  id: 'services/ports',
  keys: ['ports', 'port', 'kind'],
  since: '1.22',
  docs: {
    summary:
      'Named ports: unique names, ports above 0, exactly one default; not with `port`, and not for proxies and gateways.',
  },
  run: ({ value, path, kind }, report) => {
    const list = listAt(value, 'ports')?.items ?? [];
    if (list.length === 0) return;
    if (kind !== '') report('ports', `${path} is a ${kind}, which has no named ports; write port`);
    if ((numberAt(value, 'port') ?? 0) !== 0)
      report('port', `${path} has both port and ports; keep ports, and mark the main one as default`);
    for (const [i, fault] of portFaults(list)) report(`ports[${i}]`, `${path}.ports[${i}] ${fault}`);
    const defaults = list.filter((entry) => boolAt(entry, 'default')).length;
    if (defaults !== 1)
      report(
        'ports',
        `${path}.ports has ${defaults === 0 ? 'no default' : `${defaults} defaults`}; mark exactly one port with default = true`,
      );
  },
});
