/**
 * Does an agent read two texts as the same configuration? Only that lets a conversion be written: the agent unwraps lists
 * of one where it finds blocks, and of keys that are there twice JSON keeps the last where HCL keeps all.
 */
import type { ConfigFormat } from '../../model/load/file.ts';
import { decodeFile, type ParsedFile, parseFile } from '../../model/load/load.ts';
import type { Source } from '../../text/source/source.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';

/** What an agent makes of a text. */
export interface Reading {
  /** Undefined where it reads nothing. */
  readonly value: ObjectValue | undefined;
  /** It cannot read the text, and this is why. */
  readonly refusal: string | undefined;
  /** Options that it reads and refuses, which are not in the value. */
  readonly faults: readonly string[];
}

export const readAs = (source: Source, format: ConfigFormat, version: string): Reading =>
  readParsed(parseFile(source, format, version), version);

/** @param file what a reader understood of a text, be it one that no agent has */
export function readParsed(file: ParsedFile, version: string): Reading {
  const { value, findings, refused } = decodeFile(file, version);
  const faults = findings.filter(({ rule, severity }) => severity === 'error' && rule.startsWith('option/'));
  return {
    value,
    refusal: refused ? (findings.find(({ rule }) => rule.startsWith('syntax/'))?.message ?? '') : undefined,
    faults: [...new Set(faults.map(({ path, rule }) => path ?? rule))].sort(),
  };
}

/** Options that the agent reads otherwise in one of the two, by the name of the outermost; empty where it is all the same. */
export function differences(before: Reading, after: Reading): readonly string[] {
  const [one, other] = [membersOf(before), membersOf(after)];
  const names = new Set([...one.keys(), ...other.keys()]);
  const differing = [...names].filter((name) => !isSame(one.get(name), other.get(name)));
  const onlyOne = [...before.faults, ...after.faults].filter(
    (fault) => before.faults.includes(fault) !== after.faults.includes(fault),
  );
  return [...new Set([...differing, ...onlyOne])];
}

const membersOf = ({ value }: Reading): ReadonlyMap<string, Value> =>
  new Map([...(value?.members ?? [])].map(([name, member]) => [name, member.value]));

type Pair = readonly [Value | undefined, Value | undefined];

/** Without recursion: values may be deep. */
function isSame(one: Value | undefined, other: Value | undefined): boolean {
  const pairs: Pair[] = [[one, other]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const inner = within(set(pair[0]), set(pair[1]));
    if (!inner) return false;
    for (const next of inner) pairs.push(next);
  }
  return true;
}

/** Null means "not set", and is left out of HCL. */
const set = (value: Value | undefined): Value | undefined => (value?.kind === 'null' ? undefined : value);

/** The pairs that must be the same for these two to be; undefined where they cannot be. */
function within(a: Value | undefined, b: Value | undefined): readonly Pair[] | undefined {
  if (a === undefined || b === undefined) return a === b ? [] : undefined;
  if (a.kind === 'list' && b.kind === 'list')
    return a.items.length === b.items.length ? a.items.map((item, i) => [item, b.items[i]]) : undefined;
  if (a.kind === 'object' && b.kind === 'object') {
    const names = new Set([...a.members.keys(), ...b.members.keys()]);
    return [...names].map((name) => [a.members.get(name)?.value, b.members.get(name)?.value]);
  }
  return isSameScalar(a, b) ? [] : undefined;
}

function isSameScalar(a: Value, b: Value): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.value === b.value && a.exact === b.exact;
  return a.kind === b.kind && 'value' in a && 'value' in b && a.value === b.value;
}
