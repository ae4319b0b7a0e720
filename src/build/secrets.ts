/**
 * Parts a configuration in two, so that one half can be committed: what is secret, and the rest. The agent merges both
 * again, which decides how small a part may be: a list and a block that a later file replaces move whole.
 */
import type { NodeSpec } from '../manifest/node.ts';
import type { ReferenceValue } from '../manifest/references.ts';
import { isReference } from '../manifest/references.ts';
import type { Kind } from '../options/kinds.ts';
import { member } from '../options/lookup.ts';
import type { Section } from '../options/option.ts';
import type { Member, ObjectValue, Value } from '../text/value.ts';

export interface Parted {
  readonly open: ObjectValue;
  /** Undefined where nothing is secret. */
  readonly secret: ObjectValue | undefined;
}

export function partSecrets(config: ObjectValue, section: Section): Parted {
  if (!holdsSecret(config, { shape: 'block', name: '', section: () => section })) {
    return { open: config, secret: undefined };
  }
  const open = new Map<string, Member>();
  const secret = new Map<string, Member>();
  for (const [name, entry] of config.members) {
    const option = member(section, name)?.option;
    const kind = option?.kind;
    if (!holdsSecret(entry.value, kind, option?.secret)) open.set(name, entry);
    else if (kind?.shape === 'block' && !kind.replaced && !kind.free && entry.value.kind === 'object') {
      const parted = partSecrets(entry.value, kind.section());
      if (parted.open.members.size > 0) open.set(name, { ...entry, value: parted.open });
      if (parted.secret) secret.set(name, { ...entry, value: parted.secret });
    } else secret.set(name, entry);
  }
  return { open: { ...config, members: open }, secret: { ...config, members: secret } };
}

/** Whether a reference, or something that the table calls secret, is in it. */
function holdsSecret(value: Value, kind: Kind | undefined, marked = false): boolean {
  if (isReference(value)) return true;
  switch (value.kind) {
    case 'object':
      return [...value.members.values()].some((entry) => {
        const option = kind?.shape === 'block' ? member(kind.section(), entry.name)?.option : undefined;
        const inner = kind?.shape === 'map' ? kind.of : option?.kind;
        return holdsSecret(entry.value, inner, marked || option?.secret);
      });
    case 'list':
      return value.items.some((item) => holdsSecret(item, kind?.shape === 'list' ? kind.of : kind, marked));
    case 'null':
    case 'bool':
      return false;
    default:
      return marked && value.value !== '';
  }
}

/** Every reference of a node: of its configuration, and of the Patroni beside it. */
export function referencesOf({ config, patroni }: NodeSpec): ReferenceValue[] {
  return [...referencesIn(config), ...(patroni?.token ? referencesIn(patroni.token) : [])];
}

/** The node with the text of every reference filled in. */
export function fillNode(spec: NodeSpec, text: (reference: ReferenceValue) => string): NodeSpec {
  const { config, patroni } = spec;
  return {
    ...spec,
    config: fillReferences(config, text),
    patroni: patroni?.token ? { ...patroni, token: fillReferences(patroni.token, text) } : patroni,
  };
}

/** Every reference of a configuration, in the order of its text. */
function referencesIn(value: Value): ReferenceValue[] {
  if (isReference(value)) return [value];
  if (value.kind === 'list') return value.items.flatMap(referencesIn);
  if (value.kind !== 'object') return [];
  return [...value.members.values()].flatMap((entry) => referencesIn(entry.value));
}

/** The configuration with the text of every reference filled in; they still know what they were. What has none is not copied. */
export function fillReferences<V extends Value>(value: V, text: (reference: ReferenceValue) => string): V {
  return fill(value, text) as V;
}

function fill(value: Value, text: (reference: ReferenceValue) => string): Value {
  if (isReference(value)) return { ...value, value: text(value) } as ReferenceValue;
  if (value.kind === 'list') {
    const items = value.items.map((item) => fill(item, text));
    return items.every((item, i) => item === value.items[i]) ? value : { ...value, items };
  }
  if (value.kind !== 'object') return value;
  const filled: Member[] = [];
  for (const entry of value.members.values()) {
    const inner = fill(entry.value, text);
    if (inner !== entry.value) filled.push({ ...entry, value: inner });
  }
  if (filled.length === 0) return value;
  const members = new Map(value.members);
  for (const entry of filled) members.set(entry.name, entry);
  return { ...value, members };
}
