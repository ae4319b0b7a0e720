import { type EntryFault, entriesOf } from '../forms/entries.ts';
import { type AgentReport, rule } from '../rule.ts';
import { asValue, root } from './support/decoding.ts';

function reportType(
  path: string,
  at: EntryFault['at'],
  code: EntryFault['fault']['code'],
  report: AgentReport,
): void {
  if (code === 'type')
    report({ path, value: asValue(at), message: `${path} cannot be read as what it should be` });
  if (code === 'crash')
    report({
      path,
      value: asValue(at),
      message: `${path} is null in a place where Consul crashes on it; remove it`,
    });
}

export const entriesType = rule({
  scope: 'agent',
  source: 'consul',
  id: 'entries/type',
  severity: 'error',
  options: [root],
  docs: {
    summary:
      'Entries are read leniently: "7" is a number, 1 is true. But not everything can be made of everything.',
  },
  run: ({ agent }, report) => {
    for (const { path, at, fault } of entriesOf(agent).faults) reportType(path, at, fault.code, report);
  },
});
