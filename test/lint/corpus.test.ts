import { describe, expect, it } from 'vitest';
import { lintRules, loadCatalog } from '../../src/rules/catalog.ts';
import { isRuleId } from '../../src/rules/names.ts';
import { lineOf, readCases, record, run } from './corpus.ts';

const reported: ReadonlySet<string> = new Set(
  (await loadCatalog())
    .filter(({ scope, source }) => scope === 'reader' && source === 'consul')
    .map(({ id }) => id),
);
const rules = [
  ...lintRules.map(({ id }) => ({ id })),
  ...[...reported].filter((id) => !id.startsWith('files/')).map((id) => ({ id })),
];

const directory = (name: string) => new URL(`../corpus/${name}`, import.meta.url).pathname;

describe.each(['ok', 'err', 'cluster'])('%s', (folder) => {
  it.each(readCases(directory(folder)).map((found) => [found.name, found] as const))('%s', (_name, found) => {
    const said = run(found).map(lineOf);
    if (process.env.RECORD) record(found, said);
    else expect(said).toEqual(found.findings);
  });
});

const all = ['ok', 'err', 'cluster'].flatMap((folder) => readCases(directory(folder)));

describe('clean configurations', () => {
  it.each(readCases(directory('ok')).map((found) => [found.name, found] as const))('%s', (_name, found) => {
    const said = run(found);
    expect(said.filter(({ severity }) => severity === 'error').map(lineOf)).toEqual([]);
  });
});

describe('near misses', () => {
  const nearly = all.filter(({ near }) => near.length > 0);
  it.each(nearly.map((found) => [found.name, found] as const))('%s', (_name, found) => {
    expect(found.near.filter((id) => !isRuleId(id))).toEqual([]);
    expect(
      run(found)
        .filter(({ rule }) => found.near.includes(rule))
        .map(lineOf),
    ).toEqual([]);
  });
});

it('has a case for every rule that fires, and one that nearly does', () => {
  const fired = new Set(all.flatMap(({ findings }) => findings.map((text) => text.split(' ', 1)[0])));
  const near = new Set(all.flatMap((found) => found.near));
  expect(rules.map(({ id }) => id as string).filter((id) => !fired.has(id))).toEqual([]);
  expect(rules.map(({ id }) => id).filter((id) => !near.has(id))).toEqual([]);
});
