/** Some seconds of `npm run fuzz` over all targets, from the seed of the run, and every input that once broke one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { random } from '../../scripts/corpus/mutate.ts';
import { hold } from '../../scripts/fuzz/hold.ts';
import { readSeeds, treeFromJson, type treeToJson } from '../../scripts/fuzz/input.ts';
import { fuzz } from '../../scripts/fuzz/run.ts';
import { Broken, type Target } from '../../scripts/fuzz/target.ts';
import { targets } from '../../scripts/fuzz/targets.ts';

const seeds = readSeeds();
const seconds = Number(process.env.FUZZ_SECONDS ?? 30);

test.each(targets.map((target) => [target.id, target] as const))('%s holds', async (_, target) => {
  const seed = Number(process.env.CONSUL_CFG_SEED);
  const { runs, faults } = await fuzz(target, seeds, random(seed), (seconds * 1000) / targets.length);
  expect(faults.map(({ what, tree }) => `${what}\n${JSON.stringify(tree)}`)).toEqual([]);
  expect(runs).toBeGreaterThan(0);
});

const folder = join(import.meta.dirname, '../corpus/fuzz');

test.each(readdirSync(folder))('%s holds since', async (file) => {
  const kept: { target: string; files: ReturnType<typeof treeToJson> } = JSON.parse(
    readFileSync(join(folder, file), 'utf8'),
  );
  const target = targets.find(({ id }) => id === kept.target)!;
  expect((await hold(target, treeFromJson(kept.files), true)).broken).toBeUndefined();
});

describe('a fault is noticed', () => {
  const tree = { 'a.hcl': Buffer.from('encrypt = "x"\nserver = true\n') };
  const faultOf = async (run: Target['run']): Promise<string> =>
    (await hold({ id: 'x', run }, tree, true)).broken ?? '';
  let runs = 0;
  test.each<[string, Target['run'], RegExp]>([
    ['an exception', () => Promise.reject(new TypeError('no such thing')), /TypeError: no such thing/],
    ['an invariant', () => Promise.reject(new Broken('it changes')), /^it changes$/],
    ['a secret', async () => 'key Zk7qSekritW', /shows a secret/],
    ['another output', async () => String(runs++), /differs in a second run/],
  ])('%s', async (_, run, what) => expect(await faultOf(run)).toMatch(what));
});
