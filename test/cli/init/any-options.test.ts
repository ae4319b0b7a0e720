/** Hosts with any options whatever: what no agent would refuse comes back as it was, or is reported. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configs } from '../../schema/support/configs.ts';
import { nodesOf, tripOf } from './in-memory.ts';

const runs = Number(process.env.INIT_RUNS ?? 80);

test(`random options of ${runs} estates`, { timeout: 600_000 }, () => {
  let kept = 0;
  fc.assert(
    fc.property(fc.array(configs, { minLength: 1, maxLength: 4 }), (hosts) => {
      const files = hosts.map((config, i) => [`h${i}/etc/consul.d/a.json`, JSON.stringify(config)] as const);
      const nodes = nodesOf(Object.fromEntries(files), '1.20').filter(({ findings }) =>
        findings.every(({ severity }) => severity !== 'error'),
      );
      if (nodes.length === 0) return;
      const { before, after, findings } = tripOf(nodes, '1.20');
      if (findings.some(({ rule }) => /^import\/(?:not-kept|refused|duplicate-node)$/.test(rule))) return;
      expect(after).toEqual(before);
      kept++;
    }),
    { numRuns: runs },
  );
  expect(kept).toBeGreaterThan(runs / 4);
});
