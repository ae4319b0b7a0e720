/** The kinds of config entries against what was measured, row by row. */
import { describe, expect, test } from 'vitest';
import { decodeWeak } from '../../src/model/decode/weak.ts';
import { validateValue } from '../../src/options/check.ts';
import { configEntry } from '../../src/options/config-entries.ts';
import { type Found, findOption } from '../../src/options/lookup.ts';
import { isAtLeast, knownIn } from '../../src/options/releases/versions.ts';
import type { ObjectValue } from '../../src/text/tree/value.ts';
import { toValue } from '../schema/support/values.ts';
import { type EntryFact, entryFacts, holding, type Measured, measured, releases } from './support/facts.ts';

/** The tag is no option: the agent takes it off before it decodes the rest. */
const facts = entryFacts.filter(({ path }) => !/^[a-z-]+\.Kind$/.test(path));

const found = (path: string): Found => {
  const option = findOption(`config_entries.bootstrap[].${path}`);
  if (!option) throw new Error(`the table has no ${path}`);
  return option;
};

const kindOf = (path: string): string => path.split('.')[0]!;
const isField = (path: string): boolean => path.includes('.');

test('every row is an option of the table', () => {
  expect(facts.map(({ path }) => found(path))).toHaveLength(805 - 15);
  expect(Object.keys(configEntry.variants)).toHaveLength(18);
  expect(new Set(entryFacts.map(({ path }) => kindOf(path)))).toEqual(
    new Set(Object.keys(configEntry.variants)),
  );
});

test('every key has the Go spelling and the snake_case that the agent takes, and no other', () => {
  const wrong = facts.filter(({ path, aliases = [], goField }) => {
    if (!goField || /(\[\]|\{\})$/.test(goField)) return false;
    const { path: canonical, option } = found(path);
    const spellings = [canonical.slice(canonical.lastIndexOf('.') + 1), ...(option.aliases ?? [])];
    const go = goField.slice(goField.indexOf('.') + 1);
    const snake = spellings.filter((spelling) => spelling.includes('_'));
    return !spellings.includes(go) || snake.some((spelling) => !aliases.includes(spelling));
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('secrets', () => {
  const wrong = facts.filter(
    ({ path, secret = false }) => isField(path) && (found(path).option.secret ?? false) !== secret,
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

describe.each(releases)('Consul %s', (release) => {
  const known = facts.filter(({ path }) => knowsKind(kindOf(path), release));

  test('knows the kinds and keys that it was seen to know, and no others', () => {
    const wrong = facts.filter(
      ({ path, verified }) => isKnown(path, release) !== !verified[release].startsWith('unknown'),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('refuses the types that it was seen to refuse', () => {
    const tried = known.filter(
      ({ path, wrongTypeTried }) => wrongTypeTried !== undefined && isKnown(path, release),
    );
    const wrong = tried.filter(
      (row) => refusesOrMisfits(row.path, row.wrongTypeTried, release) !== row.wrongTypeRejected,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('converts what it was seen to convert', () => {
    const tried = known.filter(
      ({ path, weakTypeTried }) => weakTypeTried !== undefined && isKnown(path, release),
    );
    const wrong = tried.filter((row) => refuses(row.path, row.weakTypeTried, release) === decodes(row));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

/** The keys of this map are structs in Go, so no map with any key in it can fill it. */
const decodes = ({ path, weakTypeDecodes }: EntryFact): boolean =>
  path.startsWith('bound-api-gateway.Services.{}') ? true : (weakTypeDecodes ?? false);

function knowsKind(kind: string, release: Measured): boolean {
  const { since } = configEntry.variants[kind]!;
  return since === undefined || isAtLeast(measured[release], since);
}

const isKnown = (path: string, release: Measured): boolean =>
  knowsKind(kindOf(path), release) && found(path).trail.every((option) => knownIn(option, measured[release]));

function refuses(path: string, value: unknown, release: Measured): boolean {
  const faults: string[] = [];
  const { block } = configEntry.variants[kindOf(path)]!;
  const raw = toValue(holding(path.slice(path.indexOf('.') + 1), value)) as ObjectValue;
  const onFault = ({ code }: { readonly code: string }) => faults.push(code);
  decodeWeak(raw, block.section(), { version: measured[release], onFault }, '');
  return faults.length > 0;
}

/** A string, or a string for a list of one, decodes, and may then be none that the grammar takes. */
function refusesOrMisfits(path: string, value: unknown, release: Measured): boolean {
  const { kind } = found(path);
  const given = kind.shape === 'list' ? [value] : value;
  const isText = typeof value === 'string' && (kind.shape === 'list' || kind.shape === 'string');
  return refuses(path, value, release) || (isText && validateValue(toValue(given), kind, release).length > 0);
}
