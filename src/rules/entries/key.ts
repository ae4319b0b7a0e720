import type { WeakFault } from '../../model/decode/weak-fault.ts';
import { suggest } from '../../options/suggest.ts';
import { entriesOf } from '../forms/entries.ts';
import { rule } from '../rule.ts';
import { asValue, root } from './support/decoding.ts';

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

export const entriesKey = rule({
  scope: 'agent',
  source: 'consul',
  id: 'entries/key',
  severity: 'error',
  options: [root],
  docs: {
    summary:
      'Keys are Go field names in any letter case, or their snake_case spelling where there is one; any other is refused.',
  },
  run: ({ agent }, report) => {
    for (const { path, at, fault } of entriesOf(agent).faults) {
      const message = 'path' in fault ? keyFault(fault, agent.version) : undefined;
      if (message) report({ path, value: asValue(at), message: `${path} ${message}` });
    }
  },
});
