import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drills } from '../../scripts/drills/catalogue.ts';
import { sectionsOf } from '../../scripts/drills/cluster/runbook.ts';
import { median, pageFile, pageOf } from '../../scripts/drills/page/page.ts';
import { allResults } from '../../scripts/drills/page/results.ts';
import { type Change, timeWith } from '../../scripts/drills/samples/sampler.ts';

const results = allResults();
const asProfile = results.filter(({ variant }) => variant === undefined);
const named = (list: typeof results) =>
  list.flatMap(({ consul, layout, runs }) => runs.map((run) => ({ of: `${consul} ${layout}`, ...run })));

describe('what the drills recorded', () => {
  test('is what the page of measurements shows', () => {
    expect(readFileSync(pageFile, 'utf8')).toBe(pageOf(results));
  });

  test('belongs to drills that exist', () => {
    const ids = new Set(drills.map(({ id }) => id));
    expect(named(results).filter(({ drill }) => !ids.has(drill))).toEqual([]);
  });

  test('is within the goal of each drill', () => {
    const goals = new Map(drills.map(({ id, goal = Number.POSITIVE_INFINITY }) => [id, goal]));
    const measured = named(asProfile).filter(({ problem }) => problem === undefined);
    expect(measured.filter(({ drill, without }) => without > goals.get(drill)!)).toEqual([]);
  });

  test('never has two writers', () => {
    expect(named(asProfile).filter(({ two }) => two > 0)).toEqual([]);
  });
});

describe('the sums of a run', () => {
  const change = (at: number, host: string, answer: Change['answer']): Change => ({ at, host, answer });
  const handover = [
    change(0, 'a', 'writable'),
    change(0, 'b', 'read-only'),
    change(4, 'a', 'down'),
    change(6, 'b', 'writable'),
    change(7, 'a', 'read-only'),
    change(8, 'b', 'down'),
  ];

  test('count the time without a writer, and its longest interval', () => {
    expect(timeWith(handover, 11, (count) => count === 0)).toEqual([5, 3]);
  });

  test('count the time with two writers', () => {
    const both = [change(0, 'a', 'writable'), change(2, 'b', 'writable'), change(5, 'a', 'down')];
    expect(timeWith(both, 9, (count) => count > 1)[0]).toBe(3);
    expect(timeWith(handover, 11, (count) => count > 1)[0]).toBe(0);
  });

  test('count a primary that is cut off as a writer, but as none that others reach', () => {
    const cut = [
      change(0, 'a', 'writable'),
      change(2, 'a', 'cut off'),
      change(5, 'a', 'down'),
      change(8, 'a', 'connected'),
    ];
    expect(timeWith(cut, 10, (count) => count === 0, true)[0]).toBe(8);
    expect(timeWith([...cut, change(9, 'b', 'writable')], 10, (count) => count > 1)[0]).toBe(0);
    const both = [change(0, 'a', 'writable'), change(1, 'a', 'cut off'), change(2, 'b', 'writable')];
    expect(timeWith(both, 4, (count) => count > 1)[0]).toBe(2);
  });

  test('have the middle of an even and of an odd number of runs', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});

describe('the commands of a runbook', () => {
  test('are the blocks of a section, without those of other languages', () => {
    const page =
      '# Top\n\n```sh\na=1\n```\n\n## Restart\n\n```sh\nb\n```\ntext\n```yaml\nc: 1\n```\n```sh\nd\n```\n';
    expect(sectionsOf(page)).toEqual([
      { title: 'Top', blocks: ['a=1\n'] },
      { title: 'Restart', blocks: ['b\n', 'd\n'] },
    ]);
  });
});
