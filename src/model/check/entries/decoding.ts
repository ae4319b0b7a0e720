/** What of a config entry cannot be read: its kind, its keys, the types of its values. */

import { configEntry } from '../../../options/config-entries.ts';
import { suggest } from '../../../options/suggest.ts';
import type { WeakFault } from '../../weak.ts';
import { type Check, quote, type Report } from '../check.ts';
import { type EntryFault, entriesOf } from './entry.ts';

const root = 'config_entries.bootstrap[]';

const kinds: Check = {
  id: 'agent/entry-kind',
  severity: 'error',
  options: [`${root}.kind`],
  docs: 'An entry says what it is by kind or Kind, spelled exactly so, and only the kinds of the release are known.',
  run: ({ agent }, report) => {
    for (const { path, at, fault } of entriesOf(agent).faults) {
      if (fault.code === 'no-kind')
        report({ path, value: asValue(at), message: `${path} has no kind; write kind, or Kind, exactly so` });
      else if (fault.code === 'kind-type')
        report({ path, value: asValue(at), message: `${path} must name its kind by a string` });
      else if (fault.code === 'kind')
        report({
          path,
          value: asValue(at),
          message: `${path} has the kind ${quote(fault.kind ?? '')}, which an agent of ${agent.version} does not know; it knows ${Object.keys(configEntry.variants).join(', ')}`,
        });
    }
  },
};

/** A key's or a value's place, in the form in which findings take one. */
const asValue = ({ source, start, end }: EntryFault['at']) => ({ kind: 'null' as const, source, start, end });

const keys: Check = {
  id: 'agent/entry-key',
  severity: 'error',
  options: [root],
  docs: 'Keys are Go field names in any letter case, or their snake_case spelling where there is one; any other is refused.',
  run: ({ agent }, report) => {
    for (const { path, at, fault } of entriesOf(agent).faults) {
      const message = 'path' in fault ? keyFault(fault, agent.version) : undefined;
      if (message) report({ path, value: asValue(at), message: `${path} ${message}` });
    }
  },
};

function keyFault({ code, section, key, option }: WeakFault, version: string): string | undefined {
  switch (code) {
    case 'unknown': {
      const use = section && key ? suggest(section, key)?.use : undefined;
      return `is not known to the agent, which refuses unknown keys${use === undefined ? '' : `. Did you mean ${use}?`}`;
    }
    case 'version':
      return `is not known to Consul ${version}${option?.since ? `, only from ${[option.since].flat().at(-1)} on` : ''}`;
    case 'enterprise':
      return 'is known to Consul Enterprise only; the community agent refuses the key';
    case 'twice':
      return 'is written twice, in two spellings; keep one';
    default:
      return undefined;
  }
}

const types: Check = {
  id: 'agent/entry-type',
  severity: 'error',
  options: [root],
  docs: 'Entries are read leniently: "7" is a number, 1 is true. But not everything can be made of everything.',
  run: ({ agent }, report) => {
    for (const { path, at, fault } of entriesOf(agent).faults) reportType(path, at, fault.code, report);
  },
};

function reportType(
  path: string,
  at: EntryFault['at'],
  code: EntryFault['fault']['code'],
  report: Report,
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

export const decoding: readonly Check[] = [kinds, keys, types];
