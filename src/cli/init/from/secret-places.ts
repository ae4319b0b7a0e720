/** Where secrets stand in a configuration: in options that the table calls secret, and in texts that look like keys. */
import { agent } from '../../../options/agent.ts';
import type { Kind } from '../../../options/kinds.ts';
import { member } from '../../../options/lookup.ts';
import type { Section } from '../../../options/option.ts';
import { maskSecrets } from '../../../report/mask.ts';
import type { ListValue, ObjectValue, StringValue, Value } from '../../../text/value.ts';

export interface SecretPlace {
  readonly path: string;
  /** The option, or one around it, is secret. */
  readonly secret: boolean;
  /** A manifest takes what stands here as it is. */
  readonly opaque?: boolean;
  readonly kind?: Kind;
}

/** What becomes of a secret; undefined takes it away. */
type Change = (value: StringValue, place: SecretPlace) => Value | undefined;

/** The configuration with each secret replaced by what `change` makes of it. */
export const changeSecrets = (config: ObjectValue, change: Change): ObjectValue =>
  visitBlock(config, agent, { path: '', secret: false }, change);

function visitBlock(value: ObjectValue, section: Section, place: SecretPlace, change: Change): ObjectValue {
  const members = new Map(value.members);
  for (const [name, entry] of value.members) {
    const option = member(section, name)?.option;
    const path = place.path === '' ? name : `${place.path}.${name}`;
    const inner = { ...place, path, secret: place.secret || option?.secret === true };
    const changed = visit(entry.value, option?.kind, inner, change);
    if (changed) members.set(name, { ...entry, value: changed });
    else members.delete(name);
  }
  return { ...value, members };
}

function visit(value: Value, kind: Kind | undefined, place: SecretPlace, change: Change): Value | undefined {
  switch (value.kind) {
    case 'list':
      return visitList(value, kind?.shape === 'list' ? kind.of : kind, place, change);
    case 'object':
      return kind?.shape === 'block'
        ? visitBlock(value, kind.section(), place, change)
        : visitMap(value, kind?.shape === 'map' ? kind.of : undefined, place, change);
    case 'string':
      return visitString(value, kind, place, change);
    default:
      return value;
  }
}

function visitList(value: ListValue, of: Kind | undefined, place: SecretPlace, change: Change): Value {
  const items = value.items.map((item, i) =>
    visit(item, of, { ...place, path: `${place.path}[${i}]` }, change),
  );
  return { ...value, items: items.filter((item) => item !== undefined) };
}

function visitMap(value: ObjectValue, of: Kind | undefined, place: SecretPlace, change: Change): Value {
  const members = new Map(value.members);
  for (const [name, entry] of value.members) {
    const inner = {
      ...place,
      path: `${place.path}.${name}`,
      opaque: place.opaque === true || of === undefined,
    };
    const changed = visit(entry.value, of, inner, change);
    if (changed) members.set(name, { ...entry, value: changed });
    else members.delete(name);
  }
  return { ...value, members };
}

function visitString(
  value: StringValue,
  kind: Kind | undefined,
  place: SecretPlace,
  change: Change,
): Value | undefined {
  if (value.value === '' || !(place.secret || looksSecret(value.value, place.path))) return value;
  const opaque =
    place.opaque === true || kind === undefined || kind.shape === 'any' || kind.shape === 'variant';
  return change(value, { ...place, ...(kind && { kind }), opaque });
}

/** Such as the credentials of a cloud in a join list. Words in one case, such as NAMES_OF_CONSTANTS, are no keys. */
function looksSecret(text: string, path: string): boolean {
  if (/^(?:[A-Z_]+|[a-z_]+)$/.test(text)) return false;
  const line = `${path.replace(/^.*[.\]]/, '')} = ${JSON.stringify(text)}`;
  return maskSecrets(line) !== line;
}
