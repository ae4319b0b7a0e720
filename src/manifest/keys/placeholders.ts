/** `{node}` and other placeholders in paths and references: one line of a manifest then fits every node. */
import type { Span } from '../../text/source/source.ts';
import type { Member, ObjectValue, StringValue, Value } from '../../text/tree/value.ts';
import { isReference, type Reference } from '../secrets/references.ts';
import type { NodeSpecBase } from '../structure.ts';
import { stringAt } from '../values.ts';

/** A path with placeholders, and where it is written. */
export interface Pattern {
  readonly text: string;
  readonly at: Span;
}

export interface Facts {
  readonly node: string;
  readonly datacenter: string;
  readonly role: string;
  readonly domain: string;
}

/** What a placeholder is replaced with for a node. */
export function factsOf({ name, role, datacenter, config }: NodeSpecBase): Facts {
  const domain = stringAt(config, 'domain')?.replace(/^\.|\.$/g, '') || 'consul';
  return { node: name, role, datacenter, domain };
}

/** Unknown names in braces stay as they are. */
export function fillPlaceholders(text: string, facts: Facts): string {
  return text.replace(/\{(node|datacenter|role|domain)\}/g, (_, name: keyof Facts) => facts[name]);
}

/** A reference with its placeholders replaced; a literal secret is returned unchanged. */
export function fillToken(value: StringValue, facts: Facts): StringValue {
  if (!isReference(value)) return value;
  return { ...value, reference: fillReference(value.reference, facts) } as StringValue;
}

/** Options with the placeholders of their references replaced; what has none is not copied. */
export function fillReferences(config: ObjectValue, facts: Facts): ObjectValue {
  const members = new Map<string, Member>();
  let changed = false;
  for (const [name, member] of config.members) {
    const value = filled(member.value, facts);
    changed ||= value !== member.value;
    members.set(name, value === member.value ? member : { ...member, value });
  }
  return changed ? { ...config, members } : config;
}

function filled(value: Value, facts: Facts): Value {
  if (value.kind === 'string') return fillToken(value, facts);
  if (value.kind === 'object') return fillReferences(value, facts);
  if (value.kind !== 'list') return value;
  const items = value.items.map((item) => filled(item, facts));
  return items.some((item, i) => item !== value.items[i]) ? { ...value, items } : value;
}

function fillReference(reference: Reference, facts: Facts): Reference {
  switch (reference.kind) {
    case 'env':
      return { ...reference, name: fillPlaceholders(reference.name, facts) };
    case 'command':
      return { ...reference, argv: reference.argv.map((word) => fillPlaceholders(word, facts)) };
    default:
      return { ...reference, path: fillPlaceholders(reference.path, facts) };
  }
}
