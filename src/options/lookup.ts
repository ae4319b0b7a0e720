/** Finding options: by path, by a key as the agent matches it, by the nearest name for a misspelt key. */

import { own } from '../util/collections.ts';
import { memo } from '../util/memo.ts';
import { agent } from './agent.ts';
import { any, type BlockKind, type Kind, type VariantKind } from './kinds.ts';
import type { Option, Section } from './option.ts';
import { blocksIn, visitKind } from './visit.ts';

/** An option with what it takes over from the blocks around it. */
export interface Found {
  /** With canonical keys; list items are `[]`, map values `{}`, and the kind of a config entry is a step. */
  readonly path: string;
  /** The option itself, or, inside of a map, the one that holds the map. */
  readonly option: Option;
  /** Of the value at the path: that of the option, or of one of its items. */
  readonly kind: Kind;
  /** The options from the root down to this one. */
  readonly trail: readonly Option[];
}

/**
 * Looks up `ports.http`, `services[2].checks[0].http`, `node_meta.rack` or, with the kind of a config entry,
 * `config_entries.bootstrap[].service-defaults.protocol`; in any letter case.
 */
export function findOption(path: string, section: Section = agent): Found | undefined {
  const steps = stepsOf(path);
  let found: Found | undefined;
  for (const step of steps) {
    found = found ? descend(found, step) : enter(section, step, '', []);
    if (!found) return undefined;
  }
  return found;
}

/** `a.b[2].c` → `a`, `b`, `[]`, `c`. */
const stepsOf = (path: string): string[] => path.replace(/\[[0-9]*\]/g, '.[]').split('.');

function descend(found: Found, step: string): Found | undefined {
  const { kind, path } = found;
  if (step === '[]')
    return kind.shape === 'list' ? { ...found, kind: kind.of, path: `${path}[]` } : undefined;
  return visitKind<Found | undefined>(kind, {
    list: ({ of }) => descend({ ...found, kind: of, path: `${path}[]` }, step),
    map: ({ of }) => ({ ...found, kind: of, path: `${path}.{}` }),
    block: (block) => enter(block.section(), step, `${path}.`, found.trail) ?? unread(found, block),
    variant: (variant) => variantOf(found, variant, step),
    any: () => undefined,
    scalar: () => undefined,
  });
}

/** The kind of a config entry, or `{}` for a member whatever the kind. */
function variantOf(found: Found, { variants }: VariantKind, step: string): Found | undefined {
  const path = `${found.path}.${step}`;
  if (Object.hasOwn(variants, step)) return { ...found, kind: variants[step]!.block, path };
  return step === '{}' ? { ...found, kind: any, path } : undefined;
}

/** Any other key of a block that the agent hands on. */
function unread(found: Found, kind: BlockKind): Found | undefined {
  return kind.free && { ...found, kind: any, path: `${found.path}.{}` };
}

function enter(section: Section, key: string, prefix: string, trail: readonly Option[]): Found | undefined {
  const hit = member(section, key);
  if (!hit) return undefined;
  const { name, option } = hit;
  return { path: prefix + name, option, kind: option.kind, trail: [...trail, option] };
}

/** What an option is once the blocks around it are counted in: a reloadable block makes reloadable options. */
export const inherits = {
  reload: (found: Found): boolean => found.trail.some((option) => option.reload === true),
  secret: (found: Found): boolean => found.trail.some((option) => option.secret === true),
  enterprise: (found: Found): Option['enterprise'] =>
    found.trail.find((option) => option.enterprise)?.enterprise,
  deprecated: (found: Found): Option['deprecated'] =>
    found.trail.find((option) => option.deprecated)?.deprecated,
  role: (found: Found): Option['role'] => found.trail.find((option) => option.role)?.role,
  internal: (found: Found): boolean => found.trail.some((option) => option.internal === true),
};

export interface Hit {
  /** The canonical key. */
  readonly name: string;
  readonly option: Option;
  /** Set where the key is one of the aliases, in any letter case. */
  readonly alias?: string;
}

/**
 * The option that a key names, as the agent matches keys: the exact spelling first, else without regard to letter case
 * (Unicode simple folding: `ſ` is s and the Kelvin sign is k), else an alias.
 */
export function member(section: Section, key: string): Hit | undefined {
  const exact = own(section, key);
  if (exact) return { name: key, option: exact };
  const { names, aliases } = indexOf(section);
  const folded = foldKey(key);
  const name = names.get(folded);
  if (name !== undefined) return { name, option: section[name]! };
  const alias = aliases.get(folded);
  return alias && { name: alias.name, option: section[alias.name]!, alias: alias.alias };
}

/** Two keys are one to the agent when they fold to the same text. */
export function foldKey(key: string): string {
  return key
    .toLowerCase()
    .replace(/\u017f/g, 's')
    .replace(/\u212a/g, 'k');
}

interface Index {
  readonly names: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, { readonly name: string; readonly alias: string }>;
}

const indexOf = memo((section: Section): Index => {
  const names = new Map<string, string>();
  const aliases = new Map<string, { name: string; alias: string }>();
  for (const [name, option] of Object.entries(section)) {
    if (!option.ignoredWithWarning) names.set(foldKey(name), name);
    for (const alias of option.aliases ?? []) aliases.set(foldKey(alias), { name, alias });
  }
  return { names, aliases };
});

/**
 * Calls `visit` for every option below a section, in the order of the table, each with its path. A block that contains
 * itself, as a sidecar does a service, is entered once on each way down.
 */
export function walk(section: Section, visit: (found: Found) => void, prefix = ''): void {
  walkSection(section, visit, prefix, [], []);
}

function walkSection(
  section: Section,
  visit: (found: Found) => void,
  prefix: string,
  trail: readonly Option[],
  open: readonly Section[],
): void {
  for (const [name, option] of Object.entries(section)) {
    const path = prefix + name;
    const steps = [...trail, option];
    visit({ path, option, kind: option.kind, trail: steps });
    for (const inner of blocksIn(option.kind, path)) {
      const below = inner.block.section();
      if (!open.includes(below)) walkSection(below, visit, `${inner.path}.`, steps, [...open, section]);
    }
  }
}
