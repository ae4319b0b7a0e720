/** Every case of every rule, with the messages that people read; and that each rule has the cases that it needs. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/rules/catalog.ts';
import { severitiesOf } from '../../src/rules/rule.ts';
import { outcomeOf, readAllCases, record, recorded } from './cases.ts';
import { isOptionPath } from './paths.ts';

const cases = readAllCases();

describe('cases', () => {
  it.each(cases.map((found) => [found.name, found] as const))('%s', async (_name, found) => {
    const findings = await outcomeOf(found);
    if (process.env.RECORD) record(found, findings);
    else expect(findings).toEqual(found.findings);
  });
});

describe('near misses', () => {
  const nearly = cases.filter(({ near }) => near.length > 0);
  it.each(nearly.map((found) => [found.name, found] as const))('%s', (_name, found) => {
    expect(recorded(found).filter(({ rule }) => found.near.includes(rule))).toEqual([]);
  });
});

it('clean configurations have no finding', () => {
  const clean = cases.filter(({ rule }) => rule === 'clean');
  expect(clean.length).toBeGreaterThan(0);
  expect(clean.flatMap(recorded)).toEqual([]);
});

describe('every rule', async () => {
  const rules = await loadCatalog();
  const own = (id: string) => cases.filter(({ rule }) => rule === id);

  it('has a case in the folder of its name that it reports', () => {
    const without = rules.filter(
      ({ id }) => !own(id).some((found) => recorded(found).some(({ rule }) => rule === id)),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('has a case there that nearly breaks it', () => {
    const without = rules.filter(({ id }) => !own(id).some(({ near }) => near.includes(id)));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('shows each of its levels in some case, and no other', () => {
    const seen = new Map<string, Set<string>>();
    for (const { rule, severity } of cases.flatMap(recorded))
      seen.set(rule, (seen.get(rule) ?? new Set()).add(severity));
    const wrong = rules.flatMap((rule) => {
      const levels = severitiesOf(rule).map(({ severity }) => severity as string);
      const shown = [...(seen.get(rule.id) ?? [])];
      const isSame = shown.length === levels.length && levels.every((level) => shown.includes(level));
      return isSame ? [] : [`${rule.id}: declares ${levels}, cases show ${shown}`];
    });
    expect(wrong).toEqual([]);
  });

  it('is about options that Consul has', () => {
    const unknown = rules.flatMap(({ id, options }) =>
      options.filter((path) => !isOptionPath(path)).map((path) => `${id}: ${path}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is the only owner of a folder', () => {
    const ids = new Set<string>(rules.map(({ id }) => id));
    expect(
      [...new Set(cases.map(({ rule }) => rule))].filter((rule) => rule !== 'clean' && !ids.has(rule)),
    ).toEqual([]);
  });
});
