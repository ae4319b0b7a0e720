/** Where options are that a key may mean: in a block below, in another block, or in the block above. */
import { once } from '../../util/memo.ts';
import { agent } from '../agent.ts';
import { type Found, findOption, walk } from '../lookup.ts';
import type { Section } from '../option.ts';
import type { Kind } from '../types.ts';
import { isUsableAt } from './usable.ts';

/** The kind of value that a key has in the file; undefined where it is not known. */
export type Written = 'object' | 'list' | 'string' | 'number' | 'bool' | 'null' | undefined;

interface Table {
  /** All options but those of config entries, by the last key of their path, in the order of their depth. */
  readonly byKey: ReadonlyMap<string, readonly Found[]>;
  /** Options by their path with underscores in the place of dots: `acl_enabled`. */
  readonly byJoined: ReadonlyMap<string, Found>;
  /** The first place of each section. */
  readonly paths: ReadonlyMap<Section, string>;
}

/** The first option of that name in another block: below this one where there is one, else nearest to the root. */
export function elsewhere(
  path: string,
  key: string,
  written: Written,
  version: string | undefined,
): string | undefined {
  const found = (table().byKey.get(key) ?? []).filter((option) => isUsableAt(option, version));
  const below = path === '' ? [] : found.filter((option) => option.path.startsWith(`${path}.`));
  const near = below.length > 0 ? below : found;
  return (near.find(({ kind }) => fits(kind, written)) ?? near[0])?.path;
}

/**
 * Flat where options are nested, and nested where they are flat: `acl_enabled`, `ports_http` and, in a block `log`,
 * `level`.
 */
export function joined(path: string, key: string, version: string | undefined): string | undefined {
  const written = path === '' ? key : `${path.replaceAll('.', '_')}_${key}`;
  const found = table().byJoined.get(written);
  if (!found) return undefined;
  const use = found.option.deprecated?.use;
  const now = use === undefined ? found : findOption(use);
  return now && isUsableAt(now, version) ? now.path : undefined;
}

/** The path of a block; undefined where the agent has no such block. */
export const pathOf = (section: Section): string | undefined =>
  section === agent ? '' : table().paths.get(section);

/** Whether a value can be one of the option. */
export function fits(kind: Kind, written: Written): boolean {
  if (written === undefined || written === 'null') return true;
  switch (kind.shape) {
    case 'list':
      return written === 'list' || fits(kind.of, written);
    case 'map':
    case 'block':
    case 'variant':
      return written === 'object';
    case 'any':
      return true;
    case 'string':
    case 'bool':
      return written === kind.shape;
    default:
      return written === 'number';
  }
}

export const lastKey = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

const depth = ({ path }: Found): number => path.split('.').length;

const table = once((): Table => {
  const all: Found[] = [];
  const paths = new Map<Section, string>();
  const byJoined = new Map<string, Found>();
  walk(agent, (found) => {
    const { kind, path } = found;
    if (kind.shape === 'block' && !paths.has(kind.section())) paths.set(kind.section(), path);
    const items = kind.shape === 'list' ? kind.of : undefined;
    if (items?.shape === 'block' && !paths.has(items.section())) paths.set(items.section(), `${path}[]`);
    if (!/[[{]/.test(path) && !byJoined.has(path.replaceAll('.', '_')))
      byJoined.set(path.replaceAll('.', '_'), found);
    if (!path.startsWith('config_entries.')) all.push(found);
  });
  const byKey = new Map<string, Found[]>();
  for (const found of all.sort((a, b) => depth(a) - depth(b))) {
    const key = lastKey(found.path);
    const same = byKey.get(key);
    if (same) same.push(found);
    else byKey.set(key, [found]);
  }
  return { byKey, byJoined, paths };
});
