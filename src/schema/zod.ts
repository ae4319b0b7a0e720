/**
 * The table as zod schemas, for scripts. Blocks are built when they are first met, once for each release, so that
 * importing costs nothing and parsing only what it needs. No transforms: what goes in comes out.
 */
import * as z from 'zod';
import type { BlockKind, Kind, ScalarKind, VariantKind } from '../options/kinds.ts';
import {
  grammarIn,
  isOpen,
  keysIn,
  type Target,
  tagKeys,
  variantsIn,
} from '../options/releases/release-keys.ts';
import { suggest } from '../options/suggest/suggest.ts';
import { type NumberKind, visitKind } from '../options/visit.ts';

/** The schema of a kind in one release; undefined means all releases together. `name` is for messages. */
export function zodOf(kind: Kind, target: Target, name: string): z.ZodType {
  return kind.shape === 'block' ? blockOf(kind, target) : build(kind, target, name);
}

/** `name` is that of the option, for messages. */
const build = (kind: Kind, target: Target, name: string): z.ZodType =>
  visitKind<z.ZodType>(kind, {
    any: () => z.unknown(),
    list: ({ of }) => z.array(build(of, target, name), { error: `${name} must be a list` }),
    map: ({ of }) => z.record(z.string(), build(of, target, name), { error: `${name} must be an object` }),
    block: (block) => z.lazy(() => blockOf(block, target)),
    variant: (variant) => variantSchema(variant, target),
    string: (kind) => stringSchema(kind, target, mustBe(name, kind)),
    bool: (kind) => z.boolean({ error: mustBe(name, kind) }),
    number: (kind) => numberSchema(kind, mustBe(name, kind)),
  });

const mustBe = (name: string, { wants }: ScalarKind): string => `${name} must be ${wants}`;

function numberSchema({ shape, min, max }: NumberKind, error: string): z.ZodType {
  const number = z.number({ error });
  const whole = shape === 'float' ? number : number.refine(Number.isInteger, { error, abort: true });
  const above = min === undefined ? whole : whole.min(min, { error });
  return max === undefined ? above : above.max(max, { error });
}

function stringSchema(kind: ScalarKind, target: Target, error: string): z.ZodType {
  const grammar = grammarIn(kind, target);
  if (!grammar) return z.string({ error });
  const { words, pattern } = grammar;
  const matching =
    pattern === undefined ? undefined : z.string({ error }).regex(new RegExp(pattern, 'u'), { error });
  const listed = words && z.enum(words, { error });
  if (matching && listed) return z.union([listed, matching], { error });
  return matching ?? listed ?? z.string({ error });
}

const blocks = new WeakMap<BlockKind, Map<Target, z.ZodType>>();

/** `tags` are members that the caller has checked. */
function blockOf(kind: BlockKind, target: Target, tags: readonly string[] = []): z.ZodType {
  const built = blocks.get(kind) ?? new Map<Target, z.ZodType>();
  blocks.set(kind, built);
  const schema = built.get(target) ?? blockSchema(kind, target, tags);
  built.set(target, schema);
  return schema;
}

function blockSchema(kind: BlockKind, target: Target, tags: readonly string[]): z.ZodType {
  const shape: Record<string, z.ZodType> = {};
  for (const tag of tags) shape[tag] = z.unknown().optional();
  for (const [key, option] of keysIn(kind, target)) shape[key] = build(option.kind, target, key).optional();
  const error = blockError(kind, target);
  return isOpen(kind) ? z.looseObject(shape, { error }) : z.strictObject(shape, { error });
}

const blockError =
  (kind: BlockKind, target: Target): z.core.$ZodErrorMap =>
  (issue) =>
    issue.code === 'unrecognized_keys'
      ? unknownKeys(kind, issue.keys, target)
      : `${kind.name} must be an object`;

function unknownKeys({ name, section }: BlockKind, keys: readonly string[], version: Target): string {
  const parts = keys.map((key) => {
    const use = suggest(section(), key, { version })?.use;
    return use === undefined || use === key ? key : `${key} (did you mean ${use}?)`;
  });
  return `${name} has no option ${parts.join(', ')}`;
}

/** The tag says which block the rest is checked against. */
function variantSchema(kind: VariantKind, target: Target): z.ZodType {
  const names = tagKeys(kind);
  const known = variantsIn(kind, target);
  return z.looseObject({}, { error: `${kind.name} must be an object` }).check((context) => {
    const tags = names.filter((name) => context.value[name] !== undefined);
    const tag = tags.length === 1 ? context.value[tags[0]!] : undefined;
    const variant = typeof tag === 'string' ? known.get(tag) : undefined;
    if (!variant) {
      const message = `${kind.tag} must be one of ${[...known.keys()].join(', ')}`;
      context.issues.push({ code: 'custom', message, input: context.value, path: [tags[0] ?? kind.tag] });
      return;
    }
    const result = blockOf(variant.block, target, names).safeParse(context.value);
    for (const { path, message } of result.error?.issues ?? []) {
      context.issues.push({ code: 'custom', message, path: [...path], input: context.value });
    }
  });
}
