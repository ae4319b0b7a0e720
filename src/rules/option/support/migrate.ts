/** One fix that writes every deprecated key of a file in its new form, as the agent itself translates it. */
import type { Fix } from '../../../finding.ts';
import type { ConfigFile } from '../../../model/load/file.ts';
import { foldDeprecated, foldLate } from '../../../model/resolve/fold.ts';
import { compareVersions } from '../../../options/releases/versions.ts';
import { collectSetOptions } from '../../../subjects/agent/set-options.ts';
import {
  creating,
  type Entries,
  endOf,
  indentAt,
  insert,
  isRefused,
  print,
  removeMembers,
  type Style,
  styleOf,
} from '../../../subjects/edits.ts';
import type { TextEdit } from '../../../text/source/edit.ts';
import type { Member, ObjectValue, Value } from '../../../text/tree/value.ts';

/** Undefined where nothing in the file can be moved. */
export function migrate(file: ConfigFile): Fix | undefined {
  if (!file.value) return undefined;
  const old = deprecatedMembers(file.value);
  if (old.size === 0) return undefined;
  const targets = [...added(file.value, foldLate(foldDeprecated(file.value)), [])];
  if (targets.some(({ path }) => isRefused(file.findings, path.join('.')))) return undefined;
  const edits = [...editsOf(file, file.value, old, targets)];
  return {
    title: 'Write the deprecated options of this file in their new form',
    safe: true,
    since: releaseOf(file.value),
    edits,
  };
}

/** The release that deprecated the last of the options, and has what replaces all of them. */
function releaseOf(root: ObjectValue): string {
  const releases = collectSetOptions(root).options.flatMap(({ option }) => option.deprecated?.since ?? []);
  return releases.sort(compareVersions).at(-1) ?? '1.0';
}

/** The object that contains a deprecated member. */
interface Place {
  readonly holder: ObjectValue;
  /** Names from the root down to the holder. */
  readonly names: readonly string[];
}

type Old = ReadonlyMap<Member, Place>;

/** Outermost deprecated members, except those that only the documentation calls deprecated. */
function deprecatedMembers(root: ObjectValue): Old {
  const found = new Map<Member, Place>();
  for (const { path, option, member } of collectSetOptions(root).options) {
    if (!option.deprecated || option.deprecated.silent) continue;
    if ([...found.keys()].some((outer) => holds(outer, member.value))) continue;
    const names = path.split('.').slice(0, -1);
    found.set(member, { holder: names.reduce(enter, root), names });
  }
  return found;
}

function enter(object: ObjectValue, name: string): ObjectValue {
  const inner = object.members.get(name)?.value;
  return inner?.kind === 'object' ? inner : object;
}

/** Entries that take the place of a deprecated member. */
interface Anchored extends Place {
  readonly entries: Map<string, string | Entries>;
}

function* editsOf(
  file: ConfigFile,
  root: ObjectValue,
  old: Old,
  targets: readonly Added[],
): Generator<TextEdit> {
  const style = styleOf(file);
  const fresh = new Map<string, string | Entries>();
  const anchors = new Map<Member, Anchored>();
  for (const { path, value } of targets) {
    const list = root.members.get(path[0]!)?.value;
    if (value.kind === 'list' && list?.kind === 'list') yield* appendItems(list, value);
    else write(path, value, { old, fresh, anchors });
  }
  for (const [anchor, { entries, holder }] of anchors) {
    const edit = replace(anchor, entries, style);
    yield { ...edit, creates: creating(holder, edit.start, entries.keys()) };
  }
  yield* insert(file, fresh);
  for (const holder of new Set([...old.values()].map((place) => place.holder))) {
    const gone = [...old].filter(([member, place]) => place.holder === holder && !anchors.has(member));
    yield* removeMembers(holder, new Set(gone.map(([member]) => member)));
  }
}

interface Target {
  readonly old: Old;
  readonly fresh: Map<string, string | Entries>;
  readonly anchors: Map<Member, Anchored>;
}

/** A new block takes the place of the first key that goes into it; one that is there already takes it in. */
function write(path: readonly string[], value: Value, { old, fresh, anchors }: Target): void {
  const [anchor, place] = [...old].find(([member]) => holds(member, value)) ?? [];
  const below = place?.names.every((name, i) => path[i] === name) ? path.slice(place.names.length) : [];
  const [top] = below;
  if (!anchor || !place || top === undefined || place.holder.members.has(top)) {
    setEntry(fresh, path, textOf(value));
    return;
  }
  const shared = [...anchors.values()].find(
    ({ holder, entries }) => holder === place.holder && entries.has(top),
  );
  const mine = shared ?? anchors.get(anchor) ?? { ...place, entries: new Map<string, string | Entries>() };
  if (!shared) anchors.set(anchor, mine);
  setEntry(mine.entries, below, textOf(value));
}

interface Added {
  readonly path: readonly string[];
  readonly value: Value;
}

/** What the translated file has and the file itself has not. */
function* added(before: Value | undefined, after: Value, path: readonly string[]): Generator<Added> {
  if (after === before) return;
  if (after.kind !== 'object' || (before && before.kind !== 'object')) {
    yield { path, value: after };
    return;
  }
  for (const { name, value } of after.members.values()) {
    yield* added(before?.members.get(name)?.value, value, [...path, name]);
  }
}

const holds = ({ value }: Member, inner: Value): boolean =>
  value.start <= inner.start && inner.end <= value.end;

function setEntry(entries: Map<string, string | Entries>, path: readonly string[], text: string): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    entries.set(name, text);
    return;
  }
  const there = entries.get(name);
  const inner = new Map<string, string | Entries>(typeof there === 'object' ? there : []);
  setEntry(inner, rest, text);
  entries.set(name, inner);
}

/** The text in the file, unless translating changed the value. */
function textOf(value: Value): string {
  const written = value.source.text.slice(value.start, value.end);
  if (value.kind === 'bool') return String(value.value);
  if (value.kind === 'string' && !written.includes(value.value)) return JSON.stringify(value.value);
  return written;
}

/** Renaming a key leaves the rest of the line unchanged. */
function replace(anchor: Member, entries: Entries, style: Style): TextEdit {
  const { source, start } = anchor.key;
  const [first, ...more] = entries;
  if (first && more.length === 0 && first[1] === textOf(anchor.value)) {
    const quoted = source.text[start] === '"';
    return { source, start, end: anchor.key.end, text: quoted ? `"${first[0]}"` : first[0] };
  }
  return { source, start, end: endOf(anchor), text: print(entries, style, indentAt(source, start)) };
}

/** The items that the list does not have yet, behind its last one. */
function* appendItems(list: Value, combined: Value): Generator<TextEdit> {
  if (list.kind !== 'list' || combined.kind !== 'list') return;
  const known = new Set(list.items.map((item) => (item.kind === 'string' ? item.value : '')));
  const missing = combined.items.filter((item) => item.kind === 'string' && !known.has(item.value));
  if (missing.length === 0) return;
  const last = list.items.at(-1);
  const text = missing.map(textOf).join(', ');
  const at = last ? last.end : list.start + 1;
  yield { source: list.source, start: at, end: at, text: last ? `, ${text}` : text };
}
