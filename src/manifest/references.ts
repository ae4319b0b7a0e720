/**
 * Secrets stand in a manifest by reference only. A reference is read as a string whose text is still to come, so that
 * whatever handles configurations need not know of it.
 */
import type { Finding } from '../finding.ts';
import { gossipKey } from '../options/grammars/secrets.ts';
import type { Kind } from '../options/kinds.ts';
import { member } from '../options/lookup.ts';
import type { Section } from '../options/option.ts';
import type { Span } from '../text/source.ts';
import type { Member, ObjectValue, StringValue, Value } from '../text/value.ts';

export type Reference =
  /** A variable of the environment in which `render` runs. */
  | { readonly kind: 'env'; readonly name: string }
  /** What a file holds; the path is relative to the manifest. */
  | { readonly kind: 'file'; readonly path: string }
  /** A file that is made once, with a value of the right form. */
  | { readonly kind: 'generate'; readonly path: string }
  /** What a program prints; no shell is between. */
  | { readonly kind: 'command'; readonly argv: readonly string[] };

export type Makes = 'gossip key' | 'token';

/** A string that is not known yet; `value` is empty. */
export interface ReferenceValue extends StringValue {
  readonly reference: Reference;
  /** What its option wants. */
  readonly makes: Makes;
}

export function isReference(value: Value): value is ReferenceValue {
  return value.kind === 'string' && 'reference' in value;
}

export interface ReadOptions {
  readonly section: Section;
  readonly findings: Finding[];
  /** Whether a secret may stand there as it is: in a program it may, in a file it may not. */
  readonly literals: boolean;
}

/** `config` with its references read, wherever the option table wants a string. */
export function readReferences(config: ObjectValue, options: ReadOptions): ObjectValue {
  return readBlock(config, options.section, { ...options, path: '', secret: false });
}

interface Place extends ReadOptions {
  readonly path: string;
  /** The option, or one around it, is secret. */
  readonly secret: boolean;
}

function readBlock(value: ObjectValue, section: Section, place: Place): ObjectValue {
  return mapMembers(value, (name, inner) => {
    const option = member(section, name)?.option;
    if (!option) return inner;
    const path = place.path === '' ? name : `${place.path}.${name}`;
    return read(inner, option.kind, { ...place, path, secret: place.secret || option.secret === true });
  });
}

function read(value: Value, kind: Kind, place: Place): Value {
  switch (kind.shape) {
    case 'block':
      if (value.kind === 'object') return readBlock(value, kind.section(), place);
      return mapItems(value, (item, i) => read(item, kind, inside(place, i)));
    case 'list':
      return mapItems(value, (item, i) => read(item, kind.of, inside(place, i)));
    case 'map':
      if (value.kind !== 'object') return value;
      return mapMembers(value, (name, inner) =>
        read(inner, kind.of, { ...place, path: `${place.path}.${name}` }),
      );
    case 'variant':
    case 'any':
      return value;
    default:
      return readScalar(value, kind, place);
  }
}

const inside = (place: Place, index: number): Place => ({ ...place, path: `${place.path}[${index}]` });

function readScalar(value: Value, kind: Kind, place: Place): Value {
  if (value.kind === 'object') return readReference(value, kind, place) ?? value;
  if (place.secret && !place.literals && isWritten(value))
    place.findings.push(literal(value, kind, place.path));
  return value;
}

const isWritten = (value: Value): boolean =>
  value.kind === 'string' ? value.value !== '' : value.kind !== 'null' && value.kind !== 'bool';

/** `{ env: NAME }` and its like; undefined, with a finding, where it is none. */
function readReference(value: ObjectValue, kind: Kind, place: Place): ReferenceValue | undefined {
  const [first, ...more] = value.members.values();
  const reference = first && more.length === 0 ? referenceOf(first) : undefined;
  if (!reference) {
    place.findings.push(malformed(value, place.path));
    return undefined;
  }
  const { source, start, end } = value;
  const makes = kind === gossipKey ? 'gossip key' : 'token';
  return { kind: 'string', value: '', reference, makes, source, start, end };
}

function referenceOf({ name, value }: Member): Reference | undefined {
  if (name === 'command') {
    const argv = value.kind === 'list' ? value.items : [];
    const words = argv.flatMap((word) => (word.kind === 'string' ? [word.value] : []));
    return words.length > 0 && words.length === argv.length ? { kind: 'command', argv: words } : undefined;
  }
  if (value.kind !== 'string' || value.value === '' || value.value.includes('\0')) return undefined;
  switch (name) {
    case 'env':
      return { kind: 'env', name: value.value };
    case 'file':
      return { kind: 'file', path: value.value };
    case 'generate':
      return { kind: 'generate', path: value.value };
    default:
      return undefined;
  }
}

const malformed = (at: Span, path: string): Finding => ({
  rule: 'manifest/reference',
  severity: 'error',
  message:
    `\`${path}\` wants a string or one reference to a secret: ` +
    '{ env: NAME }, { file: PATH }, { generate: PATH } or { command: [PROGRAM, ARGUMENT] }',
  at,
  path,
});

const literal = (at: Span, kind: Kind, path: string): Finding => ({
  rule: 'manifest/literal-secret',
  severity: 'error',
  message:
    `\`${path}\` is a secret, and in a manifest everybody who may read the repository may read it; write ` +
    `{ generate: secrets/${kind === gossipKey ? 'gossip.key' : 'token'} }, { env: NAME } or { file: PATH }`,
  at,
  path,
});

function mapMembers(value: ObjectValue, change: (name: string, value: Value) => Value): ObjectValue {
  const members = new Map<string, Member>();
  for (const [name, entry] of value.members)
    members.set(name, { ...entry, value: change(name, entry.value) });
  return { ...value, members };
}

function mapItems(value: Value, change: (item: Value, index: number) => Value): Value {
  return value.kind === 'list' ? { ...value, items: value.items.map(change) } : value;
}
