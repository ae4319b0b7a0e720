import { join } from '../../model/value-path.ts';
import type { Kind, ScalarKind } from '../../options/kinds.ts';
import type { Section } from '../../options/option.ts';
import { follows, grammarIn } from '../../options/releases/release-keys.ts';
import type { Value } from '../../text/tree/value.ts';
import { entriesOf, variantOf } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';

interface Context {
  readonly version: string;
  readonly refuse: (value: Value, path: string, message: string) => void;
}

function checkMembers(object: Value, section: Section, path: string, context: Context): void {
  if (object.kind !== 'object') return;
  for (const { name, value: member } of object.members.values()) {
    const option = section[name];
    if (option) check(member, option.kind, join(path, name), context);
  }
}

function check(found: Value, kind: Kind, path: string, context: Context): void {
  switch (kind.shape) {
    case 'block':
      checkMembers(found, kind.section(), path, context);
      break;
    case 'list':
      if (found.kind === 'list')
        for (const [i, item] of found.items.entries()) check(item, kind.of, `${path}[${i}]`, context);
      break;
    case 'map':
      if (found.kind === 'object')
        for (const member of found.members.values())
          check(member.value, kind.of, join(path, member.name), context);
      break;
    case 'any':
    case 'variant':
      break;
    default:
      if (kind.refusedBy !== 'validate' || (found.kind !== 'string' && found.kind !== 'number')) break;
      if (!fits(found, kind, context.version))
        context.refuse(found, path, `must be ${kind.wants}, not ${shown(found)}`);
  }
}

type TextOrNumber = Extract<Value, { readonly kind: 'string' | 'number' }>;

function fits(found: TextOrNumber, kind: ScalarKind, version: string): boolean {
  if (found.kind === 'number')
    return found.value >= (kind.min ?? -Infinity) && found.value <= (kind.max ?? Infinity);
  const grammar = grammarIn(kind, version);
  return !grammar || follows(found.value, grammar);
}

const shown = (found: TextOrNumber): string =>
  found.kind === 'string' ? quote(found.value) : String(found.value);

export const entriesValue = rule({
  scope: 'agent',
  source: 'consul',
  id: 'entries/value',
  severity: 'error',
  options: ['config_entries.bootstrap[]'],
  docs: {
    summary: 'A word or number of a config entry is not one that the agent accepts.',
    rationale:
      'The agent compares some values with a list of words or with bounds when it loads an entry, and ' +
      'refuses it otherwise. Other words, such as the mode of a mesh gateway, it does not check here.',
    bad: withEntry(`
      kind = "service-resolver"
      name = "web"
      load_balancer {
        policy = "fastest"
      }
    `),
    good: withEntry(`
      kind = "service-resolver"
      name = "web"
      load_balancer {
        policy = "least_request"
      }
    `),
  },
  run: ({ agent }, report) => {
    const { version } = agent;
    const refuse: Context['refuse'] = (at, path, message) =>
      report({ path, value: at, message: `${path} ${message}` });
    for (const entry of entriesOf(agent).entries) {
      const section = variantOf(entry.kind, version)?.block.section();
      if (section) checkMembers(entry.value, section, entry.path, { version, refuse });
    }
  },
});
