/** Configurations from the option table: mostly of a kind that an agent takes, with something unusual in each. */

import { agent } from '../../src/options/agent.ts';
import type { BlockKind, Kind, ScalarKind, VariantKind } from '../../src/options/kinds.ts';
import type { Section } from '../../src/options/option.ts';
import { visitKind, visitScalar } from '../../src/options/visit.ts';
import { numbers, texts } from './pool.ts';
import type { Random } from './random.ts';

/** Plain data: what JSON can hold. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export type Config = { readonly [key: string]: Plain };

/** What every configuration needs to be accepted on any host. */
export const base: Config = { data_dir: '/no/such/dir', bind_addr: '127.0.0.1' };

const agentKeys = Object.keys(agent);

export function generate(random: Random): Config {
  const config: Record<string, Plain> = { ...base };
  if (random.chance(0.4)) config.server = true;
  if (random.chance(0.35)) return { ...config, config_entries: { bootstrap: [entry(random)] } };
  for (let count = 1 + random.below(3); count > 0; count--) {
    const key = random.pick(agentKeys);
    config[key] = someValue(agent[key]!.kind, random, 0);
  }
  return config;
}

const entries = agent.config_entries!.kind as BlockKind;
const bootstrap = entries.section().bootstrap!.kind as { readonly of: VariantKind };
const kinds = Object.entries(bootstrap.of.variants);

function entry(random: Random): Config {
  const [kind, variant] = random.pick(kinds);
  const name = random.chance(0.9) ? { name: kind === 'proxy-defaults' ? 'global' : 'a' } : {};
  return { kind, ...name, ...members(variant.block.section(), random, 1) };
}

const deepest = 6;

/** Few members of a large block, and most of a small one: small blocks are often wanted whole. */
function members(section: Section, random: Random, depth: number): Config {
  const keys = Object.keys(section);
  const likely = Math.min(0.7, 3 / keys.length);
  const result: Record<string, Plain> = {};
  if (depth > deepest) return result;
  for (const key of keys) {
    if (random.chance(likely)) result[key] = someValue(section[key]!.kind, random, depth + 1);
  }
  return result;
}

function someValue(kind: Kind, random: Random, depth: number): Plain {
  if (random.chance(0.02)) return odd(random);
  const value = regular(kind, random, depth);
  return random.chance(0.03) ? [value] : value;
}

const odd = (random: Random): Plain =>
  random.pick<() => Plain>([
    () => null,
    () => [],
    () => ({}),
    () => [null],
    () => [[random.pick(texts)]],
    () => random.pick(numbers),
    () => random.pick(texts),
    () => random.chance(0.5),
    () => ({ a: [{ b: [1] }] }),
  ])();

const regular = (kind: Kind, random: Random, depth: number): Plain =>
  visitKind<Plain>(kind, {
    list: ({ of }) => Array.from({ length: random.below(3) }, () => someValue(of, random, depth)),
    map: ({ of }) =>
      Object.fromEntries(
        Array.from({ length: random.below(3) }, () => [random.pick(texts), someValue(of, random, depth)]),
      ),
    block: ({ section }) => members(section(), random, depth),
    variant: ({ tag, variants }) => {
      const [name, { block }] = random.pick(Object.entries(variants));
      return { [tag]: name, ...members(block.section(), random, depth) };
    },
    any: () => odd(random),
    scalar: (wanted) => scalar(wanted, random),
  });

function scalar(kind: ScalarKind, random: Random): Plain {
  const known = [...(kind.values ?? []), ...(kind.examples ?? [])];
  if (known.length > 0 && random.chance(0.7)) return random.pick(known);
  return visitScalar<Plain>(kind, {
    bool: () => random.chance(0.5),
    string: () => random.pick(texts),
    number: () => random.pick(numbers),
  });
}
