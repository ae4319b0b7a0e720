/** Plain data as HCL 1: blocks or objects for objects, by chance, since agents read the two alike but not the same. */
import type { Config, Plain } from './generate.ts';
import { isObject } from './mutate.ts';
import type { Random } from './random.ts';

/** Undefined where HCL cannot say it: it knows no null. */
export function toHcl(config: Config, random: Random): string | undefined {
  return saysNull(config)
    ? undefined
    : Object.entries(config)
        .map(([key, value]) => memberText(key, value, random))
        .join('\n');
}

const saysNull = (plain: Plain): boolean =>
  plain === null || (typeof plain === 'object' && Object.values(plain).some(saysNull));

function memberText(key: string, value: Plain, random: Random): string {
  const name = /^[A-Za-z_][\w-]*$/.test(key) ? key : JSON.stringify(key);
  const isBlock = isObject(value) && random.chance(0.5);
  return `${name} ${isBlock ? '' : '= '}${valueText(value, random)}`;
}

function valueText(value: Plain, random: Random): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isObject(value))
    return `{\n${Object.entries(value)
      .map(([key, member]) => memberText(key, member, random))
      .join('\n')}\n}`;
  return `[${value.map((item: Plain) => valueText(item, random)).join(', ')}]`;
}
