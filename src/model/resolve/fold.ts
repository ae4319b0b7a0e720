/**
 * What a file's old keys mean in new ones. The agent does this file by file, before merging: inside one file the new
 * key wins and the old value is lost; across files the later file wins, whichever spelling it uses.
 */

import { spanOf } from '../../text/source/source.ts';
import { boolValue } from '../../text/tree/make.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { find } from '../value-path.ts';

type Moves = readonly (readonly [from: string, to: string])[];

/** Old key → new key, in the agent's order: where two old keys mean one option, the first wins. */
const moves: Moves = [
  ['acl.tokens.agent_master', 'acl.tokens.agent_recovery'],
  ['acl_agent_master_token', 'acl.tokens.agent_recovery'],
  ['acl_agent_token', 'acl.tokens.agent'],
  ['acl_token', 'acl.tokens.default'],
  ['acl.tokens.master', 'acl.tokens.initial_management'],
  ['acl_master_token', 'acl.tokens.initial_management'],
  ['acl_replication_token', 'acl.tokens.replication'],
  ['enable_acl_replication', 'acl.enable_token_replication'],
  ['acl_datacenter', 'primary_datacenter'],
  ['acl_default_policy', 'acl.default_policy'],
  ['acl_down_policy', 'acl.down_policy'],
  ['acl_ttl', 'acl.token_ttl'],
  ['acl_enable_key_list_policy', 'acl.enable_key_list_policy'],
  ['start_join', 'retry_join'],
  ['start_join_wan', 'retry_join_wan'],
  ['raft_boltdb.NoFreelistSync', 'raft_logstore.boltdb.no_freelist_sync'],
  ['ca_file', 'tls.defaults.ca_file'],
  ['ca_path', 'tls.defaults.ca_path'],
  ['cert_file', 'tls.defaults.cert_file'],
  ['key_file', 'tls.defaults.key_file'],
  ['tls_cipher_suites', 'tls.defaults.tls_cipher_suites'],
  ['tls_min_version', 'tls.defaults.tls_min_version'],
  ['verify_incoming', 'tls.defaults.verify_incoming'],
  ['verify_incoming_https', 'tls.https.verify_incoming'],
  ['verify_incoming_rpc', 'tls.internal_rpc.verify_incoming'],
  ['verify_outgoing', 'tls.defaults.verify_outgoing'],
  ['verify_server_hostname', 'tls.internal_rpc.verify_server_hostname'],
];

/** All options whose values depend on what is written at a path, in new names and the old one. */
export function dependentOn(path: string): readonly string[] {
  const plural = path.replace(/^(service|check)(?=\.|$)/, '$1s');
  const moved = [...moves, ...lateMoves].flatMap(([from, to]) => {
    if (from !== path && !from.startsWith(`${path}.`)) return [];
    const effect = effects[from];
    return effect ? [to, effect.set] : [to];
  });
  const named = [path, plural, ...moved];
  const ofListeners = named.flatMap((name) => {
    const inner = /^tls\.defaults\.(\w+)$/.exec(name)?.[1];
    return inner === undefined ? [] : ['internal_rpc', 'https', 'grpc'].map((one) => `tls.${one}.${inner}`);
  });
  return [...new Set([...named, ...ofListeners])];
}

/** What an old key switches besides; `always` even against the new key of the same file. */
const effects: Readonly<
  Record<string, { readonly set: string; readonly to: boolean; readonly always: boolean }>
> = {
  acl_replication_token: { set: 'acl.enable_token_replication', to: true, always: true },
  acl_datacenter: { set: 'acl.enabled', to: true, always: true },
  verify_incoming: { set: 'tls.grpc.verify_incoming', to: false, always: false },
};

/** The old words for TLS versions, understood only in the old key. */
const oldTlsVersions: ReadonlyMap<string, string> = new Map([
  ['', 'TLS_AUTO'],
  ['tls10', 'TLSv1_0'],
  ['tls11', 'TLSv1_1'],
  ['tls12', 'TLSv1_2'],
  ['tls13', 'TLSv1_3'],
]);

/** The file with `check` and `service` as further elements of its `checks` and `services`. */
export function foldSingulars(file: ObjectValue): ObjectValue {
  return append(append(file, 'check', 'checks'), 'service', 'services');
}

function append(file: ObjectValue, singular: string, plural: string): ObjectValue {
  const one = file.members.get(singular);
  if (!one) return file;
  const list: Value = { kind: 'list', items: [one.value], blocks: true, ...spanOf(one.value) };
  const members = new Map(file.members);
  members.delete(singular);
  members.set(plural, joined(members.get(plural), { ...one, name: plural, value: list }));
  return { ...file, members };
}

/** The file in new keys only, itself where it has no others. Keys folded after merging (`ui` and its like) stay. */
export function foldDeprecated(file: ObjectValue): ObjectValue {
  return fold(file, moves, oldRoots);
}

/** The keys of the root that are deprecated keys or contain some: most files have none of them and need no further look. */
const oldRoots = rootsOf(moves);

function rootsOf(list: Moves): ReadonlySet<string> {
  return new Set(list.map(([from]) => from.split('.', 1)[0]!));
}

function fold(file: ObjectValue, list: Moves, roots: ReadonlySet<string>): ObjectValue {
  if (!hasAny(file, roots)) return file;
  let folded = file;
  for (let i = 0; i < list.length; i++) {
    const [from, to] = list[i]!;
    const value = find(folded, from);
    if (value) folded = move(folded, from, to, value);
  }
  return folded;
}

function hasAny({ members }: ObjectValue, names: ReadonlySet<string>): boolean {
  for (const name of members.keys()) if (names.has(name)) return true;
  return false;
}

function move(file: ObjectValue, from: string, to: string, value: Value): ObjectValue {
  const moved = remove(file, from);
  const member = { name: to, key: value, value: translate(from, value) };
  const set =
    value.kind === 'list' ? addTo(moved, to, member) : find(moved, to) ? moved : put(moved, to, member.value);
  const effect = effects[from];
  if (!effect || (!effect.always && find(set, effect.set))) return set;
  return put(set, effect.set, boolValue(effect.to, value));
}

function translate(from: string, value: Value): Value {
  if (from !== 'tls_min_version' || value.kind !== 'string') return value;
  return { ...value, value: oldTlsVersions.get(value.value) ?? value.value };
}

/** The options that the agent folds only after all files are merged, so that the new key wins in any file. */
const lateMoves: Moves = [
  ['ui', 'ui_config.enabled'],
  ['ui_dir', 'ui_config.dir'],
  ['ui_content_path', 'ui_config.content_path'],
];

/** Keys that are folded once, after merging, so that the agent warns of them once. */
export const isLate = (path: string): boolean => lateMoves.some(([from]) => from === path);

const lateRoots = rootsOf(lateMoves);

export function foldLate(merged: ObjectValue): ObjectValue {
  return fold(merged, lateMoves, lateRoots);
}

/** Appends the items of a list member to the list of that name. */
function addTo(file: ObjectValue, name: string, added: Member): ObjectValue {
  return withMember(file, joined(file.members.get(name), { ...added, name }));
}

function joined(there: Member | undefined, added: Member): Member {
  if (there?.value.kind !== 'list' || added.value.kind !== 'list') return added;
  const items = [...there.value.items, ...added.value.items];
  return { ...there, value: { ...there.value, items } };
}

/** Sets the value at a path, creating the blocks on the way; their location is that of the value. */
function put(object: ObjectValue, path: string, value: Value): ObjectValue {
  const dot = path.indexOf('.');
  const name = dot < 0 ? path : path.slice(0, dot);
  const there = object.members.get(name);
  const key = there?.key ?? value;
  if (dot < 0) return withMember(object, { name, key, value });
  const inner: ObjectValue =
    there?.value.kind === 'object' ? there.value : { kind: 'object', members: new Map(), ...spanOf(value) };
  return withMember(object, { name, key, value: put(inner, path.slice(dot + 1), value) });
}

function withMember(object: ObjectValue, member: Member): ObjectValue {
  return { ...object, members: new Map(object.members).set(member.name, member) };
}

function remove(object: ObjectValue, path: string): ObjectValue {
  const [name = '', ...rest] = path.split('.');
  const members = new Map(object.members);
  const inner = members.get(name);
  if (rest.length === 0 || inner?.value.kind !== 'object') members.delete(name);
  else members.set(name, { ...inner, value: remove(inner.value, rest.join('.')) });
  return { ...object, members };
}
