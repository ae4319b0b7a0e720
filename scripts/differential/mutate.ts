/** Small changes to configurations that are known to mean something: those of the corpus. */
import type { Case } from '../../test/model/support/cases.ts';
import type { Config, Plain } from './generate.ts';
import { numbers, texts } from './pool.ts';
import type { Random } from './random.ts';

/** Longer ones are there for their length. */
const longest = 5000;

/** The cases that are one JSON file holding an object. */
export function seedsOf(cases: readonly Case[]): readonly Config[] {
  return cases.flatMap(({ files, paths, links, env }): Config[] => {
    const [content, ...others] = Object.entries(files).flatMap(([name, text]) =>
      name.endsWith('.json') ? [text] : [],
    );
    if (typeof content !== 'string' || content.length > longest || others.length > 0 || paths || links || env)
      return [];
    try {
      const plain = JSON.parse(content) as Plain;
      return isObject(plain) ? [plain] : [];
    } catch {
      return [];
    }
  });
}

export const isObject = (plain: Plain): plain is Config =>
  typeof plain === 'object' && plain !== null && !Array.isArray(plain);

export function mutate(seed: Config, other: Config, random: Random): Config {
  let config = random.chance(0.3) ? { ...other, ...seed } : seed;
  for (let count = 1 + random.below(2); count > 0; count--) {
    const changed = change(config, random);
    if (isObject(changed)) config = changed;
  }
  return config;
}

/** Changes one value at random, somewhere below. */
function change(plain: Plain, random: Random): Plain {
  const keys = typeof plain === 'object' && plain !== null ? Object.keys(plain) : [];
  if (keys.length === 0 || random.chance(0.12)) return replaced(plain, random);
  const key = random.pick(keys);
  if (Array.isArray(plain)) {
    const index = Number(key);
    if (random.chance(0.1)) return [...plain, plain[index]!];
    return plain.map((item, i) => (i === index ? change(item, random) : item));
  }
  const object = plain as Config;
  if (random.chance(0.1)) {
    const { [key]: _, ...rest } = object;
    return rest;
  }
  const name = random.chance(0.03) ? key.toUpperCase() : key;
  return { ...object, [name]: change(object[key]!, random) };
}

function replaced(plain: Plain, random: Random): Plain {
  if (random.chance(0.15)) return random.pick<Plain>([null, [], {}, [plain], true, false, '', 0]);
  switch (typeof plain) {
    case 'number':
      return random.chance(0.9) ? random.pick(numbers) : String(plain);
    case 'boolean':
      return random.chance(0.9) ? !plain : 'true';
    case 'string':
      return random.chance(0.95) ? random.pick(texts) : random.pick(numbers);
    default:
      return plain;
  }
}
