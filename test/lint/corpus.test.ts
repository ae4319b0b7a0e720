import { describe, expect, it } from 'vitest';
import { findRule, rules } from '../../src/lint/registry.ts';
import { lineOf, readCases, record, run } from './corpus.ts';

const directory = (name: string) => new URL(`../corpus/${name}`, import.meta.url).pathname;

describe.each(['ok', 'err', 'cluster'])('%s', (folder) => {
  it.each(readCases(directory(folder)).map((found) => [found.name, found] as const))('%s', (_name, found) => {
    const said = run(found).map(lineOf);
    if (process.env.RECORD) record(found, said);
    else expect(said).toEqual(found.findings);
  });
});

describe('clean configurations', () => {
  it.each(readCases(directory('ok')).map((found) => [found.name, found] as const))('%s', (_name, found) => {
    expect(found.near.filter((id) => !findRule(id))).toEqual([]);
    const said = run(found);
    expect(said.filter(({ severity }) => severity === 'error').map(lineOf)).toEqual([]);
    expect(said.filter(({ rule }) => found.near.includes(rule)).map(lineOf)).toEqual([]);
  });
});

it('has a case for every rule about several agents that fires, and one that nearly does', () => {
  const fired = new Set(
    ['err', 'cluster'].flatMap((name) =>
      readCases(directory(name)).flatMap(({ findings }) => findings.map((text) => text.split(' ', 1)[0])),
    ),
  );
  const near = new Set(readCases(directory('ok')).flatMap((found) => found.near));
  const wanted = rules.filter(({ id }) => /^(quorum|join|cluster)\//.test(id)).map(({ id }) => id);
  expect(wanted.filter((id) => !fired.has(id))).toEqual([]);
  expect(wanted.filter((id) => !near.has(id))).toEqual([]);
});
