/**
 * Splits a configuration in two, so that one half can be committed: what is secret, and the rest. The agent merges both
 * again, which decides how small a part may be: a list and a block that a later file replaces move whole.
 */
import { keyRecords } from '../manifest/manifest.ts';
import type { NodeSpec } from '../manifest/node.ts';
import type { ReferenceValue } from '../manifest/secrets/references.ts';
import { isReference } from '../manifest/secrets/references.ts';
import { below, type Place, rootPlace } from '../secrets/place.ts';
import { hasSecret } from '../secrets/values.ts';
import type { Member, ObjectValue, StringValue, Value } from '../text/tree/value.ts';

export interface Parted {
  readonly open: ObjectValue;
  /** Undefined where nothing is secret. */
  readonly secret: ObjectValue | undefined;
}

/** @param place of the configuration: the root, or a block in it */
export function partSecrets(config: ObjectValue, place: Place = rootPlace): Parted {
  if (!isSecret(config, place)) return { open: config, secret: undefined };
  const open = new Map<string, Member>();
  const secret = new Map<string, Member>();
  for (const [name, entry] of config.members) {
    const inner = below(place, name);
    if (!isSecret(entry.value, inner)) open.set(name, entry);
    else if (entry.value.kind === 'object' && isMerged(inner)) {
      const parted = partSecrets(entry.value, inner);
      if (parted.open.members.size > 0) open.set(name, { ...entry, value: parted.open });
      if (parted.secret) secret.set(name, { ...entry, value: parted.secret });
    } else secret.set(name, entry);
  }
  return { open: { ...config, members: open }, secret: { ...config, members: secret } };
}

/** A block of which each file may say a part. */
const isMerged = ({ kinds }: Place): boolean =>
  kinds.every((kind) => kind.shape === 'block' && !kind.replaced && !kind.free);

const isSecret = (value: Value, place: Place): boolean =>
  referencesIn(value).length > 0 || hasSecret(value, { place });

/** Every reference of a node: of its configuration, and of what the keys of the manifest add to it. */
export function referencesOf(spec: NodeSpec): ReferenceValue[] {
  const ofKeys: ReferenceValue[] = [];
  mapSecretsOfKeys(spec, (secret) => {
    ofKeys.push(...referencesIn(secret));
    return secret;
  });
  return [...referencesIn(spec.config), ...ofKeys];
}

/** The node with the text of every reference filled in. */
export function fillNode(spec: NodeSpec, text: (reference: ReferenceValue) => string): NodeSpec {
  return {
    ...spec,
    config: fillReferences(spec.config, text),
    ...mapSecretsOfKeys(spec, (secret) => fillReferences(secret, text)),
  };
}

function mapSecretsOfKeys(spec: NodeSpec, change: (secret: StringValue) => StringValue): Partial<NodeSpec> {
  const values: Readonly<Record<string, unknown>> = { ...spec };
  return Object.fromEntries(
    keyRecords.flatMap(([name, key]) =>
      key.mapSecrets ? [[name, key.mapSecrets(values[name], change)]] : [],
    ),
  );
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
