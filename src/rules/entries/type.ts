import type { WeakFault } from '../../model/decode/weak-fault.ts';
import { entriesOf } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { rule } from '../rule.ts';
import { asValue, root } from './support/decoding.ts';

function typeFault({ code, wants }: WeakFault): string | undefined {
  if (wants !== undefined) return `must be ${wants}; the agent cannot convert this value`;
  return code === 'crash' ? 'is null where Consul crashes on null; remove it' : undefined;
}

export const entriesType = rule({
  scope: 'agent',
  source: 'consul',
  id: 'entries/type',
  severity: 'error',
  options: [root],
  docs: {
    summary: 'A value of a config entry has a type that the agent cannot convert.',
    rationale:
      'Config entries are decoded leniently: "7" is read as a number, 1 as true, a value as a list of ' +
      'one, and durations as text or nanoseconds. A value that cannot be converted is refused, and a ' +
      'null in some lists crashes the agent.',
    bad: withEntry(`
      kind = "service-resolver"
      name = "web"
      connect_timeout = "soon"
    `),
    good: withEntry(`
      kind = "service-resolver"
      name = "web"
      connect_timeout = "5s"
    `),
  },
  run: ({ agent }, report) => {
    for (const { path, at, fault } of entriesOf(agent).faults) {
      const message = 'path' in fault ? typeFault(fault) : undefined;
      if (message) report({ path, value: asValue(at), message: `${path} ${message}` });
    }
  },
});
