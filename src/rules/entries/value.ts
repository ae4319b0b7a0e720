import type { Kind, ListKind, MapKind, ScalarKind } from '../../options/kinds.ts';
import type { Section } from '../../options/option.ts';
import { follows, grammarIn } from '../../options/releases/release-keys.ts';
import { elementsOf, visitKind } from '../../options/visit.ts';
import type { Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
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
    if (option) check(member, option.kind, memberPath(path, name), context);
  }
}

function check(found: Value, kind: Kind, path: string, context: Context): void {
  const checkElements = ({ of }: ListKind | MapKind): void => {
    for (const { value, path: at } of elementsOf(found, path)) check(value, of, at, context);
  };
  visitKind(kind, {
    block: ({ section }) => checkMembers(found, section(), path, context),
    list: checkElements,
    map: checkElements,
    any: () => {},
    variant: () => {},
    scalar: (scalar) => checkScalar(found, scalar, path, context),
  });
}

function checkScalar(found: Value, kind: ScalarKind, path: string, context: Context): void {
  if (kind.refusedBy !== 'validate' || (found.kind !== 'string' && found.kind !== 'number')) return;
  if (!fits(found, kind, context.version))
    context.refuse(found, path, `must be ${kind.wants}, not ${shown(found)}`);
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
