/** A fix is a promise; `FIX_RUNS=50000` tries more mistakes. */
import { describe, expect, it } from 'vitest';
import { configurations, fixAndCheck, mutated, randomFrom } from './promise.ts';

const runs = Number(process.env.FIX_RUNS ?? 1500);
const seed = Number(process.env.CONSUL_CFG_SEED);

const reported = (files: Readonly<Record<string, string>>, broken: readonly string[]): string =>
  `${broken.join('; ')}\n${JSON.stringify(files)}`;

describe('after --fix', () => {
  it('what an agent took it takes, merge differs as the findings state, and nothing new appears', () => {
    const all = configurations();
    const step = Math.max(1, Math.floor((3 * all.length) / runs));
    const broken = all.flatMap((files, i) => {
      if (i % step !== 0) return [];
      const outcome = fixAndCheck(files, '2.1');
      return outcome.broken.length > 0 ? [reported(files, outcome.broken)] : [];
    });
    expect(broken).toEqual([]);
  }, 600_000);

  it('the same holds where something is mistyped', () => {
    const all = configurations();
    const random = randomFrom(seed);
    const broken: string[] = [];
    for (let i = 0; i < runs; i++) {
      const files = mutated(all[Math.floor(random() * all.length)]!, random);
      const outcome = fixAndCheck(files, i % 2 === 0 ? '1.16' : '2.1');
      if (outcome.broken.length > 0) broken.push(reported(files, outcome.broken));
    }
    expect(broken).toEqual([]);
  }, 3_600_000);
});
