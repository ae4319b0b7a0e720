/** What holds of every row of the table, measured or not. */
import { describe, expect, test } from 'vitest';
import { agent } from '../../src/options/agent.ts';
import { validateValue } from '../../src/options/check.ts';
import type { Kind, ScalarKind } from '../../src/options/kinds.ts';
import { type Found, findOption, walk } from '../../src/options/lookup.ts';
import { isByRole, minorOf, parseVersion } from '../../src/options/releases/versions.ts';
import { toValue } from '../schema/support/values.ts';
import { releaseFacts } from './support/facts.ts';

const all: Found[] = [];
walk(agent, (found) => all.push(found));

const paths = (found: readonly Found[]): string[] => found.map(({ path }) => path);

test('there are as many as Consul has', () => {
  expect(all.length).toBeGreaterThan(1600);
  expect(new Set(paths(all)).size).toBe(all.length);
});

describe('docs', () => {
  test('are one or two sentences', () => {
    const wrong = all.filter(
      ({ option }) => !/^[^.\n]/.test(option.docs) || !/\.$/.test(option.docs) || sentences(option.docs) > 2,
    );
    expect(paths(wrong)).toEqual([]);
  });

  test('are no longer than people read', () => {
    expect(paths(all.filter(({ option }) => option.docs.length > 200))).toEqual([]);
  });

  test('say something', () => {
    const wrong = all.filter(({ option, path }) => {
      const name = path.slice(path.lastIndexOf('.') + 1).replaceAll('_', ' ');
      return option.docs.length < 10 || option.docs.toLowerCase() === `${name}.`;
    });
    expect(paths(wrong)).toEqual([]);
  });
});

const sentences = (docs: string): number => docs.split(/[.!?](?:\s|$)/).filter((part) => part.trim()).length;

test('defaults and examples fit their kinds', () => {
  const wrong = all.filter(({ option }) => {
    const values = isByRole(option.default)
      ? [option.default.server, option.default.client]
      : option.default === undefined
        ? []
        : [option.default];
    return values.some((value) => !fits(value, option.kind));
  });
  expect(paths(wrong)).toEqual([]);
  const examples = all.filter(({ option: { kind } }) =>
    examplesOf(kind).some((example) => !fits(example, kind)),
  );
  expect(paths(examples)).toEqual([]);
});

const fits = (value: unknown, kind: Kind): boolean =>
  validateValue(toValue(value), kind, undefined).length === 0;
const examplesOf = (kind: Kind): readonly unknown[] => ('examples' in kind ? (kind.examples ?? []) : []);

test('what replaces a deprecated option exists, and is not deprecated itself', () => {
  const moved = all.filter(({ option }) => option.deprecated?.use);
  const wrong = moved.filter(({ option }) => {
    const target = findOption(option.deprecated!.use!);
    return !target || target.trail.some(({ deprecated }) => deprecated);
  });
  expect(paths(wrong)).toEqual([]);
});

test('releases can be read', () => {
  const marks = all.flatMap(({ option }) => [
    ...[option.since ?? []].flat(),
    ...(option.removed ? [option.removed] : []),
    ...(option.earlierDefaults ?? []).map(({ before }) => before),
  ]);
  expect(marks.filter((mark) => !parseVersion(mark) || !minorOf(mark))).toEqual([]);
});

test('marks agree with what is known of each minor release', () => {
  const wrong = releaseFacts.filter(({ path, since, removedIn }) => {
    const found = findOption(path.replaceAll('.*', '.{}'));
    if (removedIn) return found !== undefined && !found.option.ignoredWithWarning;
    return !found || sinceOf(found) !== (since === '<=1.15' ? '1.15' : since);
  });
  expect(wrong.map(({ path }) => path).filter((path) => !patchOnly.has(path))).toEqual([]);
});

/** The minor release that first has the option and all blocks around it. */
function sinceOf({ trail }: Found): string {
  const firsts = trail.map(({ since }) => ([since].flat()[0] ?? '1.15').split('.').slice(0, 2).join('.'));
  return firsts
    .sort(
      (a, b) =>
        Number(a.split('.')[0]) - Number(b.split('.')[0]) ||
        Number(a.split('.')[1]) - Number(b.split('.')[1]),
    )
    .at(-1)!;
}

const patchOnly = new Set<string>([]);

describe('kinds', () => {
  const scalars = new Map<ScalarKind, string>();
  const visit = (kind: Kind, path: string): void => {
    if (kind.shape === 'list' || kind.shape === 'map') visit(kind.of, path);
    else if (kind.shape !== 'block' && kind.shape !== 'variant' && kind.shape !== 'any')
      scalars.set(kind, path);
  };
  for (const { option, path } of all) visit(option.kind, path);

  test('of one name have one pattern, which the schemas define under that name', () => {
    const patterns = new Map<string, string>();
    const wrong = [...scalars].filter(([{ name, pattern, orEmpty }]) => {
      if (!pattern) return false;
      const text = `${pattern.source} ${orEmpty ?? false}`;
      const known = patterns.get(name) ?? text;
      patterns.set(name, known);
      return known !== text;
    });
    expect(wrong.map(([, path]) => path)).toEqual([]);
  });

  test('have patterns for the whole value, in the grammar that all readers of schemas share', () => {
    const wrong = [...scalars].filter(
      ([{ pattern }]) =>
        pattern &&
        (!/^\^.*\$$/s.test(pattern.source) ||
          /\(\?[=!<]|\\[1-9kpP]/.test(pattern.source) ||
          pattern.flags !== 'u'),
    );
    expect(wrong.map(([, path]) => path)).toEqual([]);
  });

  test('of one name have one section', () => {
    const sections = new Map<string, unknown>();
    const wrong: string[] = [];
    const look = (kind: Kind, path: string): void => {
      if (kind.shape === 'list' || kind.shape === 'map') look(kind.of, path);
      else if (kind.shape === 'variant')
        for (const { block } of Object.values(kind.variants)) look(block, path);
      else if (kind.shape === 'block') {
        const known = sections.get(kind.name) ?? kind.section();
        sections.set(kind.name, known);
        if (known !== kind.section()) wrong.push(path);
      }
    };
    for (const { option, path } of all) look(option.kind, path);
    expect(wrong).toEqual([]);
  });
});
