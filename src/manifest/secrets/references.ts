/**
 * A manifest holds secrets by reference only. A reference is read as a string whose text is not known yet, so that code
 * which handles configurations needs no special case.
 */

import type { Finding } from '../../finding.ts';
import { gossipKey } from '../../options/grammars/secrets.ts';
import type { Kind } from '../../options/kinds.ts';
import type { Section } from '../../options/option.ts';
import { isScalar } from '../../options/visit.ts';
import { secretParts } from '../../secrets/detect.ts';
import { below, type Place, rootOf } from '../../secrets/place.ts';
import { textOf } from '../../secrets/values.ts';
import type { Span } from '../../text/source/source.ts';
import { stringValue } from '../../text/tree/make.ts';
import type { Member, NumberValue, ObjectValue, StringValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';

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
  /** Whether secrets may be written literally: in a program they may, in a file they may not. */
  readonly literals: boolean;
}

/** `config` with its references read, wherever the option table has a string, and wherever a secret is. */
export function readReferences(config: ObjectValue, { section, ...options }: ReadOptions): ObjectValue {
  return readMembers(config, { ...options, path: '', at: rootOf(section), previous: undefined });
}

interface Reading extends Omit<ReadOptions, 'section'> {
  readonly path: string;
  readonly at: Place;
  /** The text before, in a list. */
  readonly previous: string | undefined;
}

/** Whether a reference is allowed. In data that the agent does not read, an object is data, unless it is a secret. */
export const takesReference = ({ secret, free, kinds }: Place): boolean =>
  secret || (!free && kinds.every((kind) => isScalar(kind) || (kind.shape === 'list' && isScalar(kind.of))));

/** One text, which is a secret by the table. */
const isSecretText = ({ secret, guessed, kinds }: Place): boolean =>
  secret && !guessed && kinds.every(isScalar);

function readMembers(value: ObjectValue, reading: Reading): ObjectValue {
  return mapMembers(value, (name, inner) => {
    const path = memberPath(reading.path, name);
    return read(inner, { ...reading, path, at: below(reading.at, name), previous: undefined });
  });
}

function read(value: Value, reading: Reading): Value {
  switch (value.kind) {
    case 'object':
      return readObject(value, reading);
    case 'list':
      if (isSecretText(reading.at)) {
        if (!reading.literals) reading.findings.push(literal(value, reading));
        return value;
      }
      return mapItems(value, (item, i) =>
        read(item, { ...reading, path: `${reading.path}[${i}]`, previous: textOf(value.items[i - 1]) }),
      );
    case 'string':
    case 'number':
      if (!reading.literals) for (const finding of literals(value, reading)) reading.findings.push(finding);
      return value;
    default:
      return value;
  }
}

function readObject(value: ObjectValue, reading: Reading): Value {
  const { at, path, findings } = reading;
  if (!takesReference(at)) return readMembers(value, reading);
  const reference = readReference(value, at.kinds[0]);
  if (reference) return reference;
  // A block that is secret as a whole, such as one with unknown keys, holds its secrets further down.
  if (at.secret && !at.kinds.every(isScalar)) return readMembers(value, reading);
  findings.push(malformed(value, path));
  return value;
}

function literals(value: StringValue | NumberValue, reading: Reading): Finding[] {
  const { at, previous } = reading;
  const isSecret =
    value.kind === 'string' ? secretParts(value.value, { place: at, previous }).length > 0 : at.secret;
  if (!isSecret) return [];
  // The names of people's own data are not a fault.
  if (at.guessed && at.kinds.every(isScalar) && !at.free) return [];
  return [takesReference(at) ? literal(value, reading) : unmovable(value, reading.path)];
}

/** `{ env: NAME }` and the other forms; undefined if it is not a reference. */
function readReference(value: ObjectValue, kind: Kind | undefined): ReferenceValue | undefined {
  const [first, ...more] = value.members.values();
  const reference = first && more.length === 0 ? referenceOf(first) : undefined;
  if (!reference) return undefined;
  const makes = kind === gossipKey ? 'gossip key' : 'token';
  return { ...stringValue('', value), reference, makes };
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
    `\`${path}\` must be a string or one reference to a secret: ` +
    '{ env: NAME }, { file: PATH }, { generate: PATH } or { command: [PROGRAM, ARGUMENT] }',
  at,
  path,
});

const literal = (value: Span, { at, path }: Reading): Finding => ({
  rule: 'manifest/literal-secret',
  severity: at.guessed ? 'warning' : 'error',
  message:
    `\`${path}\` is a secret or holds one, and everyone with access to the repository can read it in a manifest; write ` +
    `${advice(at.kinds[0])}{ env: NAME } or { file: PATH }`,
  at: value,
  path,
});

/** What can be made at random. */
const advice = (kind: Kind | undefined): string =>
  kind === gossipKey
    ? '{ generate: secrets/gossip.key }, '
    : kind?.name === 'token'
      ? '{ generate: secrets/token }, '
      : '';

const unmovable = (at: Span, path: string): Finding => ({
  rule: 'manifest/literal-secret',
  severity: 'warning',
  message:
    `\`${path}\` holds a secret, and a reference is not possible here: everyone with access to the repository can read ` +
    'it. Keep this part in a separate file on the hosts',
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
