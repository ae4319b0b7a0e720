/** A merged configuration with the defaults and the derived values that the agent adds to it. */
import { findOption } from '../../options/lookup.ts';
import type { Plain, Role, Section } from '../../options/option.ts';
import { defaultIn } from '../../options/releases/versions.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import type { Config } from '../config.ts';
import { find, nearest } from '../value-path.ts';
import type { Override } from './merge.ts';

export interface Merged {
  readonly written: ObjectValue;
  readonly resolved: ObjectValue;
  readonly overrides: readonly Override[];
}

export function resolve(merged: Merged, root: Section, version: string): Config {
  const { written, resolved, overrides } = merged;
  const server = find(resolved, 'server');
  const role: Role = server?.kind === 'bool' && server.value ? 'server' : 'client';
  const unset = unsetIn(root, version, role);
  const read = (path: string): Plain | undefined => {
    const value = find(resolved, path);
    if (value && !(emptyIsUnset.has(path) && isEmpty(value))) return plainOf(value);
    const { from, fallback } = unset(path);
    return (from === undefined ? undefined : read(from)) ?? fallback;
  };
  return {
    written,
    resolved,
    overrides,
    get: (path) => find(written, path),
    value: (path) => find(resolved, path),
    string: (path) => {
      const text = only(read(path), 'string');
      return text === undefined ? undefined : (normalized[path]?.(text) ?? text);
    },
    number: (path) => only(read(path), 'number'),
    bool: (path) => only(read(path), 'boolean'),
    strings: (path) => stringsOf(read(path)),
    at: (path) => placeOf(written, resolved, path),
  };
}

/** What an option means that no file writes: another's value, else a default. */
interface Unset {
  readonly from: string | undefined;
  readonly fallback: Plain | undefined;
}

const known = new WeakMap<Section, Map<string, Map<string, Unset>>>();

/** The same for every agent of one release and role, so each path is looked up once. */
function unsetIn(root: Section, version: string, role: Role): (path: string) => Unset {
  const tables = known.get(root) ?? new Map<string, Map<string, Unset>>();
  known.set(root, tables);
  const table = tables.get(`${version} ${role}`) ?? new Map<string, Unset>();
  tables.set(`${version} ${role}`, table);
  return (path) => {
    const found = table.get(path);
    if (found) return found;
    const option = findOption(path, root)?.option;
    const unset = { from: inheritedFrom(path), fallback: option && defaultIn(option, version, role) };
    table.set(path, unset);
    return unset;
  };
}

type Named = { readonly string: string; readonly number: number; readonly boolean: boolean };

function only<T extends keyof Named>(value: Plain | undefined, type: T): Named[T] | undefined {
  return typeof value === type ? (value as Named[T]) : undefined;
}

const stringsOf = (value: Plain | undefined): readonly string[] =>
  typeof value === 'object' && value !== null ? value : [];

function plainOf(value: Value): Plain | undefined {
  switch (value.kind) {
    case 'string':
    case 'number':
    case 'bool':
      return value.value;
    case 'list':
      return value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
    default:
      return undefined;
  }
}

/** Options that an empty text leaves unset. */
const emptyIsUnset = new Set(['primary_datacenter']);

const isEmpty = (value: Value): boolean => value.kind === 'string' && value.value === '';

/** The option whose value an unset one takes over. Tables of defaults cannot say these. */
function inheritedFrom(path: string): string | undefined {
  if (path === 'primary_datacenter') return 'datacenter';
  if (path === 'enable_local_script_checks') return 'enable_script_checks';
  const [, stanza, name = ''] = /^tls\.(internal_rpc|https|grpc)\.(\w+)$/.exec(path) ?? [];
  const inherits = stanza !== undefined && stanzas[name]?.includes(stanza);
  return inherits ? `tls.defaults.${name}` : undefined;
}

const everyStanza = ['internal_rpc', 'https', 'grpc'];

/** Which stanzas of `tls` take which option from `tls.defaults`. */
const stanzas: Readonly<Record<string, readonly string[]>> = {
  ca_file: everyStanza,
  ca_path: everyStanza,
  cert_file: everyStanza,
  key_file: everyStanza,
  tls_cipher_suites: everyStanza,
  tls_min_version: everyStanza,
  verify_incoming: everyStanza,
  verify_outgoing: ['internal_rpc', 'https'],
  verify_server_hostname: ['internal_rpc'],
};

/** What the agent does to a value before it uses it. */
const normalized: Readonly<Record<string, (text: string) => string>> = {
  datacenter: (text) => text.toLowerCase(),
  primary_datacenter: (text) => text.toLowerCase(),
  node_name: (text) => text.trim(),
};

function placeOf(written: ObjectValue, resolved: ObjectValue, path: string): Span {
  const value = find(written, path) ?? find(resolved, path) ?? nearest(written, path);
  return spanOf(value);
}
