/** Some of the runs of `npm run faults`, which lets every change of files go wrong in every command that writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faults, inject } from '../../scripts/faults/run.ts';
import { scenarios } from '../../scripts/faults/scenario.ts';
import { torn } from '../../scripts/faults/tree.ts';
import { repository } from '../support/run.ts';

describe.skipIf(!process.env.CONSUL_CFG_BUILT)('a fault while writing (needs a build)', () => {
  test.each(scenarios.flatMap((scenario) => faults.map((fault) => [scenario.id, fault, scenario] as const)))(
    '%s: %s',
    (_, fault, scenario) => {
      const { problems, changes } = inject(scenario, fault, 23);
      expect(problems).toEqual([]);
      expect(changes).toBeGreaterThan(10);
    },
  );
});

test('a file that is half written is noticed', () => {
  const [old, whole] = [new Map([['a', '644 old']]), new Map([['a', '644 new']])];
  expect(torn(new Map([['a', '644 ne']]), old, whole)).toEqual(['a']);
  expect(torn(new Map(), old, whole)).toEqual(['a']);
  expect(torn(whole, old, whole)).toEqual([]);
  const ledger = (text: string) => new Map([['out/.consul-cfg.sha256', text]]);
  expect(torn(ledger('1 a\n2 a\n'), ledger('1 a\n'), ledger('2 a\n'))).toEqual([]);
  expect(torn(ledger('1 a\n2'), ledger('1 a\n'), ledger('2 a\n'))).toEqual(['out/.consul-cfg.sha256']);
});

test('the page has a row for each command and fault, all of them sound', () => {
  const page = readFileSync(join(repository, 'docs/faults.md'), 'utf8');
  for (const { id } of scenarios) {
    const rows = page.split('\n').filter((line) => line.startsWith(`| \`${id}\` `));
    expect(rows).toHaveLength(faults.length);
    for (const row of rows) expect(row).toContain('old or new, healed');
  }
});
