/** A configuration that is written inside of another file, with variables that only the machine fills in. */
import type { Finding } from '../../finding.ts';
import type { ConfigFile, ConfigFormat } from '../../model/load/file.ts';
import { decodeFile, parseFile } from '../../model/load/load.ts';
import { EmbeddedSource, isFilledIn, textWithHoles } from '../../text/source/embedded.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';

export interface WrittenFile {
  readonly file: ConfigFile;
  /** Options whose values are filled in later. */
  readonly unknown: ReadonlyMap<string, Span>;
}

/** Values with a variable in them are left out, since neither their text nor their type is known. */
export function writtenFile(written: MappedText, format: ConfigFormat, version: string): WrittenFile {
  const parsed = parseFile(new EmbeddedSource(textWithHoles(written)), format, version);
  const unknown = new Map<string, Span>();
  const raw = parsed.raw && withoutHoles(parsed.raw, '', unknown);
  const file = decodeFile({ ...parsed, raw }, version);
  const findings = unknown.size === 0 ? [] : unknownKeys(decodeFile(parsed, version));
  return { file: { ...file, findings: [...file.findings, ...findings] }, unknown };
}

/** A key that no option has is wrong whatever its value will be. */
const unknownKeys = ({ findings }: ConfigFile): readonly Finding[] =>
  findings.filter(
    ({ rule, at }) => rule === 'option/unknown' && !isFilledIn(at.source.text.slice(at.start, at.end)),
  );

function withoutHoles(object: ObjectValue, path: string, unknown: Map<string, Span>): ObjectValue {
  const members = new Map<string, Member>();
  for (const member of object.members.values()) {
    const at = memberPath(path, member.name);
    if (isFilledIn(member.name) || isHole(member.value) || isDefinitionWithHole(at, member.value))
      unknown.set(isFilledIn(member.name) ? path : at, spanOf(member.key));
    else members.set(member.name, { ...member, value: inner(member.value, at, unknown) });
  }
  return { ...object, members };
}

const isHole = (value: Value): boolean => value.kind === 'string' && isFilledIn(value.value);

/** What a service, a check or a watch lacks is not known where a part of it is filled in. */
const isDefinitionWithHole = (path: string, value: Value): boolean =>
  value.kind === 'object' &&
  /^(?:services?|checks?|watches)\b/.test(path) &&
  [...value.members.values()].some((member) => isFilledIn(member.name) || isHole(member.value));

function inner(value: Value, path: string, unknown: Map<string, Span>): Value {
  if (value.kind === 'object') return withoutHoles(value, path, unknown);
  if (value.kind !== 'list') return value;
  const isUnknown = (item: Value): boolean => isHole(item) || isDefinitionWithHole(path, item);
  for (const item of value.items) if (isUnknown(item)) unknown.set(path, spanOf(item));
  return {
    ...value,
    items: value.items.filter((item) => !isUnknown(item)).map((item) => inner(item, path, unknown)),
  };
}
