/** A configuration that is written inside of another file, with variables that only the machine fills in. */
import type { Finding } from '../../finding.ts';
import type { ConfigFile, ConfigFormat } from '../../model/load/file.ts';
import { decodeFile, parseFile } from '../../model/load/load.ts';
import { EmbeddedSource, isFilledIn, textWithHoles } from '../../text/source/embedded.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import type { Span } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { knownPart } from './known-part.ts';

export interface WrittenFile {
  readonly file: ConfigFile;
  /** Options whose values are filled in later. */
  readonly unknown: ReadonlyMap<string, Span>;
}

/** Values with a variable in them are left out, since neither their text nor their type is known. */
export function writtenFile(written: MappedText, format: ConfigFormat, version: string): WrittenFile {
  const parsed = parseFile(new EmbeddedSource(textWithHoles(written)), format, version);
  const { raw, unknown } = knownPart(parsed.raw);
  const file = decodeFile({ ...parsed, raw }, version);
  if (unknown.size === 0) return { file, unknown };
  const keys = unknownKeys(decodeFile(parsed, version));
  return { file: { ...file, findings: withAll(file.findings, keys) }, unknown };
}

/** What values say that another file holds; what rules say of an agent depends on whether it is a server. */
export function valueFile(
  { value, isOfUnknownRole }: { readonly value: ObjectValue; readonly isOfUnknownRole?: boolean },
  version: string,
): WrittenFile {
  const { raw, unknown } = knownPart(value);
  const parsed = { source: value.source, format: 'json', findings: [], refused: false } as const;
  const file = decodeFile({ ...parsed, raw }, version);
  const keys = unknownKeys(decodeFile({ ...parsed, raw: value }, version));
  const findings = withAll(file.findings, keys);
  return { file: { ...file, findings, ...(isOfUnknownRole && { template: true }) }, unknown };
}

/** A key that no agent knows is wrong whatever its value is. */
export const unknownKeys = ({ findings }: ConfigFile): readonly Finding[] =>
  findings.filter(({ rule, message }) => rule === 'option/unknown' && !isFilledIn(message));

export const withAll = (findings: readonly Finding[], keys: readonly Finding[]): readonly Finding[] => [
  ...findings,
  ...keys.filter(({ at }) => !findings.some((other) => other.at.start === at.start)),
];
