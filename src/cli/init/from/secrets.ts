/**
 * Secrets of hosts become references to files: what they are is kept aside, for the one who asks for it, and goes into no
 * manifest. Places where a manifest understands no reference cannot be taken over.
 */
import type { Finding } from '../../../finding.ts';
import type { Makes, ReferenceValue } from '../../../manifest/references.ts';
import { agent } from '../../../options/agent.ts';
import { gossipKey } from '../../../options/grammars/secrets.ts';
import type { Kind } from '../../../options/kinds.ts';
import { member } from '../../../options/lookup.ts';
import type { Section } from '../../../options/option.ts';
import { maskSecrets } from '../../../report/mask.ts';
import type { ListValue, ObjectValue, StringValue, Value } from '../../../text/value.ts';

/** A secret that was found, at every place where it stands. */
export interface Kept {
  /** Relative to the manifest, such as `secrets/gossip.key`. */
  readonly path: string;
  readonly text: string;
  readonly makes: Makes;
  /** The option, such as `acl.tokens.agent`. */
  readonly option: string;
  readonly places: readonly StringValue[];
}

export interface Holder {
  readonly name: string;
  readonly config: ObjectValue;
}

export interface Referring {
  /** The configurations in the same order, with references in the place of secrets. */
  readonly configs: readonly ObjectValue[];
  readonly kept: readonly Kept[];
  readonly findings: readonly Finding[];
}

/** The same secret of the same option is one file, however many hosts have it. */
export function referring(holders: readonly Holder[]): Referring {
  const found: Found[] = [];
  const findings: Finding[] = [];
  for (const { name, config } of holders) {
    visitBlock(config, agent, { path: '', secret: false }, (value, place) => {
      if (place.opaque) findings.push(unsayable(value, place.path));
      else found.push({ holder: name, option: place.path.replace(/\[\d+\]/g, ''), place, value });
      return value;
    });
  }
  const kept = filesFor(found);
  const byKey = new Map(kept.map((file) => [keyOf(file.option, file.text), file]));
  const configs = holders.map(({ config }) =>
    visitBlock(config, agent, { path: '', secret: false }, (value, place) => {
      if (place.opaque) return undefined;
      const { path, makes } = byKey.get(keyOf(place.path.replace(/\[\d+\]/g, ''), value.value))!;
      const { source, start, end } = value;
      return {
        kind: 'string',
        value: '',
        reference: { kind: 'file', path },
        makes,
        source,
        start,
        end,
      } satisfies ReferenceValue;
    }),
  );
  return { configs, kept, findings };
}

interface Found {
  readonly holder: string;
  readonly option: string;
  readonly place: Place;
  readonly value: StringValue;
}

const keyOf = (option: string, text: string): string => JSON.stringify([option, text]);

function filesFor(found: readonly Found[]): Kept[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = keyOf(one.option, one.value.value);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const perOption = new Map<string, number>();
  for (const [first] of groups.values())
    perOption.set(first!.option, (perOption.get(first!.option) ?? 0) + 1);
  const taken = new Set<string>();
  return [...groups.values()].map((group) => {
    const { option, holder, place, value } = group[0]!;
    const isOwn = perOption.get(option)! > 1 && group.every((other) => other.holder === holder);
    const name = option === 'encrypt' ? 'gossip.key' : option.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '');
    const path = unused(`secrets/${isOwn ? `${holder}/` : ''}${name}`, taken);
    taken.add(path);
    return {
      path,
      text: value.value,
      makes: makesOf(place.kind),
      option,
      places: group.map((other) => other.value),
    };
  });
}

const makesOf = (kind: Kind | undefined): Makes => (kind === gossipKey ? 'gossip key' : 'token');

function unused(path: string, taken: ReadonlySet<string>): string {
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? path : `${path}-${i}`;
    if (!taken.has(candidate)) return candidate;
  }
}

interface Place {
  readonly path: string;
  /** The option, or one around it, is secret. */
  readonly secret: boolean;
  /** A manifest takes what stands here as it is. */
  readonly opaque?: boolean;
  readonly kind?: Kind;
}

/** What becomes of a secret; undefined takes it away. */
type Change = (value: StringValue, place: Place) => Value | undefined;

function visitBlock(value: ObjectValue, section: Section, place: Place, change: Change): ObjectValue {
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

function visit(value: Value, kind: Kind | undefined, place: Place, change: Change): Value | undefined {
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

function visitList(value: ListValue, of: Kind | undefined, place: Place, change: Change): Value {
  const items = value.items.map((item, i) =>
    visit(item, of, { ...place, path: `${place.path}[${i}]` }, change),
  );
  return { ...value, items: items.filter((item) => item !== undefined) };
}

function visitMap(value: ObjectValue, of: Kind | undefined, place: Place, change: Change): Value {
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
  place: Place,
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

const unsayable = (value: StringValue, path: string): Finding => ({
  rule: 'init/not-kept',
  severity: 'warning',
  message: `${path} looks like a secret, and a manifest understands no reference at this place; it is left out`,
  at: value,
  path,
});
