import type { WeakFault } from '../../model/decode/weak-fault.ts';
import { suggest } from '../../options/suggest/suggest.ts';
import { entriesOf } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { rule } from '../rule.ts';
import { asValue, root } from './support/decoding.ts';

function keyFault({ code, section, key, option }: WeakFault, version: string): string | undefined {
  switch (code) {
    case 'unknown': {
      const use = section && key ? suggest(section, key, { version })?.use : undefined;
      return `is not known to the agent, which refuses unknown keys${use === undefined ? '' : `. Did you mean ${use}?`}`;
    }
    case 'version':
      return `is not known to Consul ${version}${option?.since ? `, only from ${[option.since].flat().at(-1)} on` : ''}; remove it`;
    case 'enterprise':
      return 'is known to Consul Enterprise only; an agent of the community edition refuses the key. Remove it';
    case 'twice':
      return 'is set twice, in two spellings, of which the agent refuses one; keep one';
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
    summary: 'A config entry has a key that its kind does not have.',
    rationale:
      'Keys of config entries are Go field names in any letter case, or their snake_case spelling where ' +
      'there is one. The agent refuses any other key, and a key set in two spellings. Some keys of ' +
      'newer releases have no snake_case spelling.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      protocl = "http"
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
      protocol = "http"
    `),
  },
  run: ({ agent }, report) => {
    for (const { path, at, fault } of entriesOf(agent).faults) {
      const message = 'path' in fault ? keyFault(fault, agent.version) : undefined;
      if (message) report({ path, value: asValue(at), message: `${path} ${message}` });
    }
  },
});
